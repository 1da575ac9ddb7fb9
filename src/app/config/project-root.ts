import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder, with presets/ and fonts/ in it: above this file, whether it was compiled or not. */
export const PROJECT_ROOT: string = findRoot(import.meta.dirname);

/** Where the build leaves the presets as they are delivered, parsed. Presets that a shop changes lie in its cache. */
export const PARSED_PRESETS = join(PROJECT_ROOT, 'dist', 'presets');

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'presets')) && existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`presets/ is not in any folder above ${import.meta.dirname}`);
  return findRoot(parent);
}
