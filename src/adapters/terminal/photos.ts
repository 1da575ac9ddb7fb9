import { homedir } from 'node:os';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PhotoAttachment } from '../../conversation/photo-attachment.ts';
import { readPhotoFile } from '../../storage/read-photo-file.ts';

/** Whether a word is a file that a terminal pastes as a path when it is dropped into it. */
export const isPhotoFile = (word: string): boolean => /\.(?:jpe?g|png|webp|gif|tiff?|avif|heic)$/i.test(word);

/** The photo files that somebody named. Reading one throws UserError `photo-missing`. */
export function localPhotos(paths: readonly string[]): readonly PhotoAttachment[] {
  return paths.map((typed) => {
    const path = typed.startsWith('file:') ? fileURLToPath(typed) : typed.replace(/^~(?=\/)/, homedir());
    return { name: basename(path), bytes: () => readPhotoFile(path, typed) };
  });
}
