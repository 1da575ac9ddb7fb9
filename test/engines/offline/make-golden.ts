/**
 * Writes the golden table anew: `node --import tsx test/engines/offline/make-golden.ts`. Read every changed line
 * before it is kept: each must be an ad that a shop would post.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { goldenTable } from './golden-table.ts';

const folder = new URL('../../fixtures/requests/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('golden.json', folder), `${JSON.stringify(await goldenTable(), null, 1)}\n`);
