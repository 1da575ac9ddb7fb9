import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { thirdPartyDocument } from './document.ts';
import { ROOT } from './libraries.ts';

await writeFile(join(ROOT, 'THIRD_PARTY.md'), thirdPartyDocument());
