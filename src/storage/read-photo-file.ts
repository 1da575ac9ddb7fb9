import { UserError } from '../errors/user-error.ts';
import { FileRefused, readBoundedFile } from '../files/read-file.ts';
import { PHOTO_LIMITS } from '../imaging/photo/limits.ts';

/**
 * Reads a photo's file, and no more of it than a photo may have: what is named may be anything, a device without end or
 * a pipe that nobody writes to.
 *
 * @param name what the person called it, for messages; by default the path
 * @throws UserError `photo-missing`, `photo-too-heavy`
 */
export async function readPhotoFile(path: string, name: string = path): Promise<Buffer> {
  return readBoundedFile(path, PHOTO_LIMITS.bytes).catch((cause: unknown) => {
    if (cause instanceof FileRefused && cause.code === 'TOO_LARGE') {
      throw new UserError('photo-too-heavy', { file: name, megabytes: PHOTO_LIMITS.bytes / 2 ** 20 });
    }
    throw new UserError('photo-missing', { file: name }, { cause });
  });
}
