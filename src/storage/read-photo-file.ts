import { open } from 'node:fs/promises';
import { UserError } from '../errors/user-error.ts';
import { PHOTO_LIMITS } from '../imaging/photo/limits.ts';

/** Bytes that are read at once of what does not tell its length. */
const CHUNK = 2 ** 20;

/**
 * Reads a photo's file, and no more of it than a photo may have: what is named may be anything, a device without end
 * too.
 *
 * @param name what the person called it, for messages; by default the path
 * @throws UserError `photo-missing`, `photo-too-heavy`
 */
export async function readPhotoFile(path: string, name: string = path): Promise<Buffer> {
  const file = await open(path).catch((cause: unknown) => {
    throw new UserError('photo-missing', { file: name }, { cause });
  });
  try {
    const { size } = await file.stat();
    const parts: Buffer[] = [];
    let length = 0;
    if (size > PHOTO_LIMITS.bytes) throw tooLarge(name);
    for (;;) {
      // One more than it should have, to see that it ends there.
      const part = Buffer.allocUnsafe(Math.max(1, size === 0 ? CHUNK : size + 1 - length));
      const { bytesRead } = await file.read(part, 0, part.length, null);
      if (bytesRead === 0)
        return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
      length += bytesRead;
      if (length > PHOTO_LIMITS.bytes) throw tooLarge(name);
      parts.push(part.subarray(0, bytesRead));
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    // A folder can be opened, and not read.
    throw new UserError('photo-missing', { file: name }, { cause: error });
  } finally {
    await file.close();
  }
}

const tooLarge = (name: string): UserError =>
  new UserError('photo-too-heavy', { file: name, megabytes: PHOTO_LIMITS.bytes / 2 ** 20 });
