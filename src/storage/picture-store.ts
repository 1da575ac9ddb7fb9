import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Size } from '../ad/geometry.ts';
import { LOOP_KINDS, type LoopKind } from '../ad/motion.ts';
import { FILE_KINDS, type FileKind, LAYERED_KINDS } from '../ad/place.ts';
import type { AdFile, SavedImage } from '../ad/result.ts';
import { digestOf } from '../imaging/digest.ts';
import { encodePng } from '../imaging/encode-png.ts';
import type { Raster } from '../imaging/raster.ts';
import type { FileHome } from './file-home.ts';
import { KeptFiles } from './kept-files.ts';
import type { Readers } from './write-atomically.ts';

/**
 * Finished ads, the pictures that they were made from (backgrounds, and ads before their lettering), or strips of what
 * can be chosen in their photos.
 */
export type PictureKind = 'ad' | 'origin' | 'choice';

/** Kinds of files that are stored: of ads that stand still, and of those that move. */
const STORED_KINDS = [...new Set([...FILE_KINDS, ...LAYERED_KINDS, ...LOOP_KINDS])];

type StoredKind = AdFile['kind'] | LoopKind;

/** Where pictures of a kind lie below the folder. */
const FOLDERS: { readonly [kind in PictureKind]: string } = { ad: '', origin: 'origin', choice: 'choice' };

/** Endings of files by what they are. */
const ENDINGS: { readonly [file in StoredKind]: string } = {
  png: 'png',
  jpeg: 'jpg',
  webp: 'webp',
  pdf: 'pdf',
  svg: 'svg',
  psd: 'psd',
  gif: 'gif',
  mp4: 'mp4',
};

/** Where another file of the same ad lies. */
export const pathBeside = (path: string, kind: AdFile['kind']): string =>
  `${path.replace(/\.[a-z]+$/, '')}.${ENDINGS[kind]}`;

/** What a file is, by its ending; what has none of ours is a PNG. */
export const fileKindOf = (path: string): StoredKind =>
  STORED_KINDS.find((file) => path.endsWith(`.${ENDINGS[file]}`)) ?? 'png';

/**
 * Pictures by what is on them: the first 16 hex digits of the SHA-256 of the pixels, `ab/abcd….png`; origins under
 * `origin/`, strips under `choice/`. The same picture is stored once.
 */
export interface PictureStore {
  readonly folder: string;
  /**
   * @param text texts for the PNG by keyword; a picture that is there already keeps its own
   * @param name of the file, without its ending: what had that name before is replaced
   * @throws OutageError `disk`
   */
  save(
    image: Raster,
    kind: PictureKind,
    text?: Readonly<Record<string, string>>,
    name?: string,
  ): Promise<SavedImage>;
  /**
   * Saves an ad as the very file that its place takes, named after the first 16 hex digits of the SHA-256 of its bytes.
   *
   * @param name as for `save`
   * @throws OutageError `disk`
   */
  saveFile(bytes: Uint8Array, file: FileKind | LoopKind, size: Size, name?: string): Promise<SavedImage>;
  /** Saves another file of an ad that is saved, beside it. @throws OutageError `disk` */
  saveBeside(path: string, kind: AdFile['kind'], bytes: Uint8Array): Promise<AdFile>;
  /** Where a picture lies or would lie; `file` is a PNG unless it was saved as another. */
  pathOf(id: string, kind: PictureKind, file?: StoredKind): string;
  /** Has a picture where it would lie, when it is kept elsewhere. @throws OutageError `disk`, `files` */
  restore(path: string): Promise<void>;
  /** Removes a picture; nothing happens when it is gone already. */
  remove(id: string, kind: PictureKind): Promise<void>;
}

/**
 * @param readers of what is saved: pictures that somebody has asked to have in a folder of theirs are theirs to share
 * @param home where they are kept besides, from where the folder is filled again
 */
export function createPictureStore(
  folder: string,
  readers: Readers = 'owner',
  home?: FileHome,
): PictureStore {
  const root = resolve(folder);
  const files = new KeptFiles(root, readers, 'pictures', home);
  const pathOf = (id: string, kind: PictureKind, file: StoredKind = 'png'): string =>
    join(root, FOLDERS[kind], id.slice(0, 2), `${id}.${ENDINGS[file]}`);
  return {
    folder: root,
    pathOf,
    restore: (path) => files.restore(path),
    async save(image, kind, text, name) {
      const id = (image.digest ?? digestOf(image)).slice(0, 16);
      const path = name === undefined ? pathOf(id, kind) : join(root, `${name}.png`);
      if (name !== undefined || !(await isFile(path))) await files.write(path, await encodePng(image, text));
      return { id, path, width: image.width, height: image.height };
    },
    async saveFile(bytes, file, { width, height }, name) {
      const id = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
      const path = name === undefined ? pathOf(id, 'ad', file) : join(root, `${name}.${ENDINGS[file]}`);
      if (name !== undefined || !(await isFile(path))) await files.write(path, bytes);
      return { id, path, width, height };
    },
    async saveBeside(path, kind, bytes) {
      const beside = pathBeside(path, kind);
      await files.write(beside, bytes);
      return { kind, path: beside };
    },
    async remove(id, kind) {
      const paths = STORED_KINDS.map((file) => pathOf(id, kind, file));
      await files.removeAtHome(paths);
      for (const path of paths) await rm(path, { force: true });
    },
  };
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile() && found.size > 0,
    () => false,
  );

/** Removes files that a killed process left half-written anywhere under `folder`; returns how many. */
export async function removeTemporaryFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const left = entries.filter((name) => name.endsWith('.tmp'));
  for (const name of left) await rm(join(folder, name), { force: true });
  return left.length;
}

/** A file's name from its path: pictures lie under the hash of their pixels. */
export function pictureIdOf(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.png$/, '');
}
