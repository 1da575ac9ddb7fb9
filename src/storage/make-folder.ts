import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and all above it that are not there. Node's own way of doing that never ends where the folder above is
 * there and takes none, as in /proc.
 *
 * @param mode of each folder that is made, less the umask
 * @returns the folders that were made, the outermost first
 * @throws as mkdirSync; ENOTDIR or EEXIST where something else is in the way
 */
export function makeFolder(folder: string, mode: number): readonly string[] {
  try {
    mkdirSync(folder, { mode });
    return [folder];
  } catch (error) {
    if (isFolder(folder)) return [];
    const above = dirname(folder);
    if (codeOf(error) !== 'ENOENT' || above === folder || isFolder(above)) throw error;
    const made = makeFolder(above, mode);
    // Somebody else may have made it meanwhile.
    return [...made, ...(isFolder(folder) ? [] : makeFolder(folder, mode))];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
