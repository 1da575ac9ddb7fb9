import { createHash } from 'node:crypto';
import { link, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { PhotoRef } from '../ad/request.ts';
import { OutageError } from '../errors/outage-error.ts';
import { UserError } from '../errors/user-error.ts';
import { createPhotoReader, type PhotoReader } from '../imaging/photo/photo-reader.ts';
import type { FileHome } from './file-home.ts';
import { KeptFiles } from './kept-files.ts';
import { makeFolder } from './make-folder.ts';
import { diskError } from './write-atomically.ts';

/** A file that somebody gave us. */
export interface GivenPhoto {
  /** What the person calls it, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Does the writing when it may be done. */
type Turn = (write: () => Promise<PhotoRef>) => Promise<PhotoRef>;

/**
 * The photos that people gave us, by the SHA-256 of what is kept of them; `ab/abcd…`, 64 hex digits. There is one way
 * in, so that no file says where or when a photo was taken, with what, or by whom.
 */
export interface PhotoStore {
  /**
   * Checks a photo, takes out what its file says beside the picture, and keeps it. When this resolves it is on the disk.
   *
   * @param turn by default at once
   * @throws UserError `photo-…` or `logo-…` for what is no usable photo; OutageError where too many wait, or `disk`
   */
  accept(given: GivenPhoto, turn?: Turn): Promise<PhotoRef>;
  /**
   * Keeps photos once all of them have proved to be usable.
   *
   * @throws as accept, for the first that is not; none of them is then kept
   */
  acceptAll(given: readonly GivenPhoto[]): Promise<readonly PhotoRef[]>;
  /**
   * Keeps a picture of our own as what another is made from: the very file, which stays when the picture is removed.
   * Where the disk has no links it is copied.
   *
   * @param path of a PNG that we have written
   * @param turn by default at once
   * @throws OutageError `disk`
   */
  adopt(path: string, turn?: Turn): Promise<PhotoRef>;
  /** @throws UserError `recipe-photo-missing` when it is not there (any more) */
  read(photo: PhotoRef): Promise<Buffer>;
  remove(photo: PhotoRef): Promise<void>;
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * @param reader by default one that decodes in this thread
 * @param home where they are kept besides, from where the folder is filled again
 */
export function createPhotoStore(
  folder: string,
  reader: PhotoReader = createPhotoReader(),
  home?: FileHome,
): PhotoStore {
  const root = resolve(folder);
  const files = new KeptFiles(root, 'owner', 'photos', home);
  const pathOf = (sha256: string): string => join(root, sha256.slice(0, 2), sha256);
  /** What came from a database or a file may be any text: nothing but a digest is a path. */
  const isDigest = ({ sha256 }: PhotoRef): boolean => /^[0-9a-f]{64}$/.test(sha256);
  const missing = (photo: PhotoRef): UserError =>
    new UserError('recipe-photo-missing', { file: photo.name ?? photo.sha256.slice(0, 12) });
  const clean = async ({ bytes, name }: GivenPhoto): Promise<GivenPhoto> => ({
    bytes: await reader.check(bytes, name),
    name,
  });
  async function write({ bytes, name }: GivenPhoto): Promise<PhotoRef> {
    const sha256 = digestOf(bytes);
    const path = pathOf(sha256);
    const known = await readFile(path).catch(() => undefined);
    if (known === undefined || !known.equals(bytes)) await files.write(path, bytes);
    return { sha256, name };
  }
  async function linkTo(path: string): Promise<PhotoRef> {
    try {
      const bytes = await readFile(path);
      const photo = { sha256: digestOf(bytes), name: basename(path) };
      const target = pathOf(photo.sha256);
      await files.keepAtHome(target, bytes);
      makeFolder(dirname(target), 0o700);
      await link(path, target).catch(() => write({ bytes, name: photo.name }));
      return photo;
    } catch (error) {
      throw error instanceof OutageError ? error : diskError(error);
    }
  }
  return {
    adopt: (path, turn = (work) => work()) => turn(() => linkTo(path)),
    async accept(given, turn = (work) => work()) {
      const photo = await clean(given);
      return turn(() => write(photo));
    },
    async acceptAll(given) {
      const photos: GivenPhoto[] = [];
      for (const photo of given) photos.push(await clean(photo));
      return Promise.all(photos.map(write));
    },
    async read(photo) {
      if (!isDigest(photo)) throw missing(photo);
      await files.restore(pathOf(photo.sha256), (bytes) => {
        if (digestOf(bytes) !== photo.sha256)
          throw new OutageError('files', `${photo.sha256} is another photo`);
      });
      try {
        return await readFile(pathOf(photo.sha256));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
          throw missing(photo);
        }
        throw diskError(error);
      }
    },
    async remove(photo) {
      if (!isDigest(photo)) return;
      await files.removeAtHome([pathOf(photo.sha256)]);
      await rm(pathOf(photo.sha256), { force: true });
    },
  };
}
