import { homedir } from 'node:os';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPhotoFile } from '../../storage/read-photo-file.ts';

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
      return { bytes: await readPhotoFile(path, typed), name: basename(path) };
    }),
  );
}
