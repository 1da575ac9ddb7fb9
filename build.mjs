import { join } from 'node:path';
import { buildPrograms } from './build-programs.mjs';
import { writeIndexFiles } from './index-files.mjs';

/** Builds what `npm start` and the commands run. */
writeIndexFiles();
await buildPrograms(join(import.meta.dirname, 'dist'));
