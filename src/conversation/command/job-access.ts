import type { PhotoRef } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import type { UserError } from '../../errors/user-error.ts';
import type { Job } from '../../jobs/job.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Now } from '../../jobs/now.ts';
import type { Asker, Order } from '../../jobs/order.ts';
import type { JobState } from '../../jobs/transitions.ts';
import type { Variation } from '../../jobs/variation.ts';
import { may, type Person, type VariantsBy, type Wish } from './may.ts';

/** Somebody who has come to the bot, and with what in their hands. */
export interface Visit {
  readonly person: Person;
  /** Where they are, and where and how the answer goes. */
  readonly asker: Asker;
  /** The bot's message that they act on, as the platform names it: it is before their eyes. */
  readonly onMessage?: string;
  /** What they are told is read by all who are there. */
  readonly overheard?: boolean;
}

/** Somebody of whom nothing is known but where they are. */
const ANYBODY: Person = { id: '', admin: false };

export interface HistoryWish {
  /** Their own in this workspace, or everybody's in this channel. */
  readonly whose: 'mine' | 'here';
  readonly states?: readonly JobState[];
  readonly most: number;
}

/**
 * Jobs as one person may deal with them, from where they are. Commands, buttons, reactions and forms are handed this
 * and never the jobs themselves: whatever is looked up or done here names the wish, and `may` is asked first.
 */
export class JobAccess {
  readonly #jobs: Jobs;
  readonly #visit: Visit;
  readonly #variantsBy: VariantsBy;

  constructor(jobs: Jobs, visit: Visit, variantsBy: VariantsBy) {
    this.#jobs = jobs;
    this.#visit = visit;
    this.#variantsBy = variantsBy;
  }

  /** @throws UserError `job-unknown`, `not-yours` */
  async job(id: string, wish: Wish): Promise<Job> {
    const job = await this.#jobs.archive.job(id);
    await this.#check(job, wish);
    return job;
  }

  /** A job whose pictures are there. @throws UserError as job, `job-unfinished`, `job-without-pictures`, `job-removed` */
  async finished(id: string, wish: Wish): Promise<Job> {
    await this.job(id, wish);
    return this.#jobs.archive.finished(id);
  }

  /** A picture by its name, as Archive.picture; of several jobs that made it, one that they may have it of. */
  picture(name: string, wish: Wish): ReturnType<Jobs['archive']['picture']> {
    return this.#jobs.archive.picture(name, (job) => this.#check(job, wish));
  }

  /** The job that the message shows which they act on; undefined where it shows none. */
  async underHand(wish: Wish): Promise<Job | undefined> {
    const { asker, onMessage } = this.#visit;
    const job =
      onMessage === undefined ? undefined : await this.#jobs.archive.byMessage(asker.place, onMessage);
    if (job !== undefined) await this.#check(job, wish);
    return job;
  }

  /** Newest first; of what they may see, and where others hear of it, of what those may see. */
  async history({ whose, states, most }: HistoryWish): Promise<readonly Job[]> {
    const { person, asker } = this.#visit;
    const { platform, workspace, channel } = asker.place;
    const found = await this.#jobs.archive.history({
      platform,
      workspace,
      ...(whose === 'mine' ? { owner: person.id } : { channel }),
      ...defined({ states }),
      most,
    });
    const audience = this.#visit.overheard === true ? ANYBODY : person;
    const answers = await Promise.all(found.map((job) => this.#ask(job, 'see', audience)));
    return found.filter((_, index) => answers[index] === true);
  }

  /** As Jobs.submit, in this person's name. */
  submit(order: Pick<Order, 'takes'>): Promise<Job> {
    return this.#jobs.submit({ ...this.#visit.asker, ...order });
  }

  /** As Jobs.vary. @throws UserError as job */
  async vary(id: string, variation: Variation): Promise<Job> {
    await this.job(id, variation.kind === 'reproduce' ? 'reproduce' : 'vary');
    return this.#jobs.vary(id, variation, this.#visit.asker);
  }

  /** As Jobs.cancel. @throws UserError as job */
  async cancel(id: string): Promise<void> {
    await this.job(id, 'cancel');
    await this.#jobs.cancel(id);
  }

  /** As Jobs.remove. @throws UserError as job */
  async remove(id: string): Promise<void> {
    await this.job(id, 'remove');
    await this.#jobs.remove(id);
  }

  /** Shows a finished job in one more message. @throws UserError as finished */
  async showAgain(id: string): Promise<void> {
    await this.finished(id, 'see');
    await this.#jobs.showAgain(id, this.#visit.asker);
  }

  /** Takes back what an event of theirs has ordered, if it has not begun; the same event may then order once more. */
  async withdraw(key: string): Promise<void> {
    const { archive } = this.#jobs;
    const job = await archive.byKey(key);
    if (job === undefined || (await this.#ask(job, 'withdraw')) !== true) return;
    if (job.state === 'queued') await this.#jobs.cancel(job.id);
    await archive.releaseKey(key);
  }

  /** How a job stands at the moment. */
  now(job: Job): Now {
    return this.#jobs.now(job.id);
  }

  /** How many jobs wait and run. */
  get load(): Jobs['load'] {
    return this.#jobs.load;
  }

  /** What is set in the place where they are; undefined = nothing. */
  settings(): Promise<unknown> {
    return this.#jobs.archive.settings(this.#visit.asker.place);
  }

  /** @param photos those that the settings refer to */
  setSettings(settings: object, photos: readonly PhotoRef[]): Promise<void> {
    return this.#jobs.archive.setSettings(this.#visit.asker.place, settings, photos);
  }

  async #check(job: Job, wish: Wish): Promise<void> {
    const answer = await this.#ask(job, wish);
    if (answer !== true) throw answer;
  }

  async #ask(job: Job, wish: Wish, person = this.#visit.person): Promise<true | UserError> {
    const { asker, onMessage } = this.#visit;
    const question = { person, place: asker.place, job, wish, variantsBy: this.#variantsBy };
    const answer = may({ ...question, shown: false });
    // Whether a message shows it is looked up only where something hangs on it.
    if (answer === true || answer.code !== 'job-unknown') return answer;
    const shown = await this.#jobs.archive.isShown(job.id, asker.place, onMessage);
    return shown ? may({ ...question, shown }) : answer;
  }
}
