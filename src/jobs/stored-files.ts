import { stat } from 'node:fs/promises';
import PQueue from 'p-queue';
import type { PhotoRef } from '../ad/request.ts';
import type { AdResult } from '../ad/result.ts';
import { defined } from '../collections/defined.ts';
import { OutageError } from '../errors/outage-error.ts';
import type { GivenPhoto, PhotoStore } from '../storage/photo-store.ts';
import { fileKindOf, type PictureStore, pathBeside, pictureIdOf } from '../storage/picture-store.ts';
import type { Job } from './job/job.ts';
import type { MadePicture } from './job/variant.ts';
import type { JobStore, StoredFile } from './store/job-store.ts';

/** A photo that was given but is in no job yet is left alone for this long, in milliseconds. */
const PHOTO_GRACE = 15 * 60_000;

/**
 * The files of jobs. A file that no job uses any more is removed, and never one that a job is just coming to use:
 * writing a use down and looking for uses before a removal take turns.
 */
export class StoredFiles {
  readonly #store: JobStore;
  readonly #photos: PhotoStore;
  readonly #pictures: PictureStore;
  readonly #turns = new PQueue({ concurrency: 1 });
  /** Photos by their hash, and until when they are expected to get into a job. */
  readonly #expected = new Map<string, number>();

  constructor(store: JobStore, photos: PhotoStore, pictures: PictureStore) {
    this.#store = store;
    this.#photos = photos;
    this.#pictures = pictures;
  }

  /** Accepts a photo for a job to come; when this resolves it is on the disk. @throws as PhotoStore.accept */
  async keepPhoto(given: GivenPhoto): Promise<PhotoRef> {
    return this.#photos.accept(given, (write) => this.#expecting(write));
  }

  /** Keeps one of our pictures for a job to come that is made from it. @throws OutageError `disk` */
  async keepPicture(path: string): Promise<PhotoRef> {
    return this.#photos.adopt(path, (write) => this.#expecting(write));
  }

  #expecting(write: () => Promise<PhotoRef>): Promise<PhotoRef> {
    return this.#turns.add(async () => {
      const photo = await write();
      const now = performance.now();
      for (const [sha256, until] of this.#expected) if (until < now) this.#expected.delete(sha256);
      this.#expected.set(photo.sha256, now + PHOTO_GRACE);
      return photo;
    });
  }

  /** Writes down what uses the files of a result; false when one of them has been removed meanwhile. */
  async use(result: AdResult, write: () => Promise<unknown>): Promise<boolean> {
    return this.#turns.add(async () => {
      const found = await Promise.all(pathsOf(result).map(isFile));
      if (found.includes(false)) return false;
      await write();
      return true;
    });
  }

  /** Removes the files whose last job is gone; returns how many. */
  async sweep(): Promise<number> {
    let removed = 0;
    for (const file of await this.#store.garbage()) {
      removed += await this.#turns.add(async () => {
        if (file.kind === 'photo' && (this.#expected.get(file.name) ?? 0) > performance.now()) return 0;
        const used = await this.#store.isUsed(file);
        // What cannot be reached stays garbage, and is removed at the next sweep.
        if (!used && !(await this.#isRemoved(file))) return 0;
        await this.#store.forgetGarbage(file);
        return used ? 0 : 1;
      });
    }
    return removed;
  }

  /** The same job, its pictures where they lie now: the data folder may have been moved. */
  located(job: Job): Job {
    return { ...job, pictures: job.pictures.map((picture) => this.#located(picture)) };
  }

  /** As `located`, and its pictures are there, when they are kept elsewhere. @throws OutageError `disk`, `files` */
  async present(job: Job): Promise<Job> {
    const located = this.located(job);
    for (const { result } of located.pictures) {
      for (const path of pathsOf(result)) await this.#pictures.restore(path);
    }
    return located;
  }

  #located(picture: MadePicture): MadePicture {
    const { image, loops, choice } = picture.result;
    const path = this.#pictures.pathOf(image.id, 'ad', fileKindOf(image.path));
    const origin = image.origin && this.#pictures.pathOf(pictureIdOf(image.origin), 'origin');
    const files = image.files?.map(({ kind }) => ({ kind, path: pathBeside(path, kind) }));
    const moved = { ...image, path, ...defined({ origin, files }) };
    const strip = choice && { ...choice.strip, path: this.#pictures.pathOf(choice.strip.id, 'choice') };
    return {
      ...picture,
      result: {
        ...picture.result,
        image: moved,
        ...defined({
          loops: loops?.map((loop) => ({ ...loop, path: this.#pictures.pathOf(loop.id, 'ad', loop.kind) })),
        }),
        ...defined({ choice: choice && strip && { ...choice, strip } }),
      },
    };
  }

  /** Whether a file is removed now; not so where it is kept elsewhere and cannot be reached there. */
  async #isRemoved(file: StoredFile): Promise<boolean> {
    try {
      await this.#remove(file);
      return true;
    } catch (error) {
      if (error instanceof OutageError && error.service === 'files') return false;
      throw error;
    }
  }

  async #remove({ kind, name }: StoredFile): Promise<void> {
    if (kind === 'photo') await this.#photos.remove({ sha256: name });
    else await this.#pictures.remove(name, kind);
  }
}

/** Where the files of a result lie. */
function pathsOf({ image, choice, loops = [] }: AdResult): readonly string[] {
  const { path, origin, files = [] } = image;
  const paths = [path, origin, choice?.strip.path, ...[...files, ...loops].map((file) => file.path)];
  return paths.filter((each) => each !== undefined);
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
