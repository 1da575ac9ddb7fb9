import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../errors/user-error.ts';

export interface LocalPhoto {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** Whether a word is a file that a terminal pastes as a path when it is dropped into it. */
export const isPhotoFile = (word: string): boolean => /\.(?:jpe?g|png|webp|gif|tiff?|avif|heic)$/i.test(word);

/** The photo files that somebody named. @throws UserError `photo-missing` */
export function readPhotos(paths: readonly string[]): Promise<readonly LocalPhoto[]> {
  return Promise.all(
    paths.map(async (typed) => {
      const path = typed.startsWith('file:') ? fileURLToPath(typed) : typed.replace(/^~(?=\/)/, homedir());
      try {
        return { bytes: await readFile(path), name: basename(path) };
      } catch (error) {
        throw new UserError('photo-missing', { file: typed }, { cause: error });
      }
    }),
  );
}
