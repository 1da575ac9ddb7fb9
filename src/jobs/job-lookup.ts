import type { Recipe } from '../ad/recipe.ts';
import type { PhotoRef } from '../ad/request.ts';
import { shownPath } from '../ad/result.ts';
import { UserError } from '../errors/user-error.ts';
import type { GivenPhoto } from '../storage/photo-store.ts';
import type { Job, Place } from './job/job.ts';
import { requirePictures } from './job/require-pictures.ts';
import { parsePictureName } from './job/short-id.ts';
import type { MadePicture } from './job/variant.ts';
import type { HistoryQuery, JobMessage, JobStore } from './store/job-store.ts';
import type { StoredFiles } from './stored-files.ts';

/** Jobs with the same picture among which one is looked for that somebody may see. */
const MAX_CANDIDATES = 50;

/** What was ordered and made: jobs by their names, messages and places, and what workspaces have set. */
export class JobLookup {
  readonly #store: JobStore;
  readonly #files: StoredFiles;

  constructor(store: JobStore, files: StoredFiles) {
    this.#store = store;
    this.#files = files;
  }

  /** @throws UserError `job-unknown` */
  async job(id: string): Promise<Job> {
    const job = await this.#store.job(id);
    if (job === undefined) throw new UserError('job-unknown', { name: id });
    return this.#files.present(job);
  }

  /** A job whose pictures are there. @throws UserError as job and requirePictures */
  async finished(id: string): Promise<Job> {
    const job = await this.job(id);
    requirePictures(job);
    return job;
  }

  /**
   * A picture by its short name (`7k3f9q`, `7k3f9q.2`) or its 16 hex digits, with everything needed to make it again.
   *
   * @param check throws for a job that whoever asks may not have it of; of several jobs with that picture, the latest
   * that passes counts
   * @throws UserError `job-unknown`, `no-such-picture` and as finished
   */
  async picture(
    name: string,
    check: (job: Job) => Promise<void> = async () => {},
  ): Promise<{ job: Job; picture: MadePicture; recipe: Recipe }> {
    const parsed = parsePictureName(name);
    if (parsed === undefined) throw new UserError('job-unknown', { name });
    if ('picture' in parsed) {
      for (const found of await this.#store.jobsByPicture(parsed.picture, MAX_CANDIDATES)) {
        if (await passes(found.job, check)) return { ...found, recipe: found.picture.result.recipe };
      }
      throw new UserError('job-unknown', { name });
    }
    const job = await this.job(parsed.job);
    await check(job);
    requirePictures(job);
    const picture = job.pictures[parsed.variant];
    if (picture === undefined) {
      throw new UserError('no-such-picture', { picture: parsed.variant + 1, count: job.pictures.length });
    }
    return { job, picture, recipe: picture.result.recipe };
  }

  async byMessageId(place: Pick<Place, 'platform'>, message: string): Promise<Job | undefined> {
    const job = await this.#store.jobByMessage(place.platform, message);
    return job && this.#files.present(job);
  }

  /**
   * Whether a message shows a job that somebody sees who is there.
   *
   * @param message one that is before their eyes, wherever it stands
   */
  isShown(job: string, place: Place, message?: string): Promise<boolean> {
    return this.#store.isShown(job, place, message);
  }

  /** The messages that show a job, the first first. */
  messages(job: string): Promise<readonly JobMessage[]> {
    return this.#store.messagesOf(job);
  }

  byKey(key: string): Promise<Job | undefined> {
    return this.#store.jobByKey(key);
  }

  /** Lets the same event (a reaction taken away and given again) order once more. */
  releaseKey(key: string): Promise<void> {
    return this.#store.releaseKey(key);
  }

  history(query: HistoryQuery): Promise<readonly Job[]> {
    return this.#store.history(query);
  }

  /** What a workspace has set; undefined = nothing. */
  settings({ platform, workspace }: Place): Promise<unknown> {
    return this.#store.settings(platform, workspace);
  }

  /** @param photos those that the settings refer to */
  async setSettings(place: Place, settings: object, photos: readonly PhotoRef[]): Promise<void> {
    const hashes = photos.map(({ sha256 }) => sha256);
    await this.#store.setSettings(place.platform, place.workspace, settings, hashes);
    await this.#files.sweep();
  }

  /** Accepts a photo for an order to come; when this resolves it is on the disk. @throws as PhotoStore.accept */
  keepPhoto(photo: GivenPhoto): Promise<PhotoRef> {
    return this.#files.keepPhoto(photo);
  }

  /** The unlettered picture behind a finished one, to be restyled. @throws OutageError `disk` */
  keepUnlettered({ result }: MadePicture): Promise<PhotoRef> {
    return this.#files.keepPicture(result.image.origin ?? shownPath(result.image));
  }
}

/** @throws whatever is wrong besides */
function passes(job: Job, check: (job: Job) => Promise<void>): Promise<boolean> {
  return check(job).then(
    () => true,
    (error: unknown) => {
      if (error instanceof UserError) return false;
      throw error;
    },
  );
}
