import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PhotoRef } from '../ad/request.ts';
import { UserError } from '../errors/user-error.ts';
import { diskTrouble, writeAtomically } from './write-atomically.ts';

/** The photos that people gave us, by the SHA-256 of their bytes; `ab/abcd…`, 64 hex digits. */
export interface PhotoStore {
  /**
   * Keeps a photo. When this resolves the bytes are on the disk.
   *
   * @param name what the person called it, for messages
   * @throws OutageError `disk`
   */
  put(bytes: Uint8Array, name?: string): Promise<PhotoRef>;
  /** @throws UserError `recipe-photo-missing` when it is not there (any more) */
  read(photo: PhotoRef): Promise<Buffer>;
  remove(photo: PhotoRef): Promise<void>;
}

export function createPhotoStore(folder: string): PhotoStore {
  const root = resolve(folder);
  const pathOf = (sha256: string): string => join(root, sha256.slice(0, 2), sha256);
  /** What came from a database or a file may be any text: nothing but a digest is a path. */
  const isDigest = ({ sha256 }: PhotoRef): boolean => /^[0-9a-f]{64}$/.test(sha256);
  const missing = (photo: PhotoRef): UserError =>
    new UserError('recipe-photo-missing', { file: photo.name ?? photo.sha256.slice(0, 12) });
  return {
    async put(bytes, name) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(sha256);
      const known = await readFile(path).catch(() => undefined);
      if (known === undefined || !known.equals(bytes)) await writeAtomically(path, bytes, 'owner');
      return name === undefined ? { sha256 } : { sha256, name };
    },
    async read(photo) {
      if (!isDigest(photo)) throw missing(photo);
      try {
        return await readFile(pathOf(photo.sha256));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
          throw missing(photo);
        }
        throw diskTrouble(error);
      }
    },
    async remove(photo) {
      if (isDigest(photo)) await rm(pathOf(photo.sha256), { force: true });
    },
  };
}
