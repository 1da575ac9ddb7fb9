import type { PhotoRef } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import type { UserError } from '../../errors/user-error.ts';
import type { Job } from '../../jobs/job/job.ts';
import type { JobState } from '../../jobs/job/job-state.ts';
import { requirePictures } from '../../jobs/job/require-pictures.ts';
import type { Variant } from '../../jobs/job/variant.ts';
import type { DerivedVariation } from '../../jobs/job/variation.ts';
import type { JobStatus } from '../../jobs/job-status.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Requester, SubmitRequest } from '../../jobs/queue/submit-request.ts';
import type { Member } from './member.ts';
import { checkAccess, type JobOperation, type VariantsBy } from './permissions.ts';

/** Who wants something of jobs, and from where. */
export interface AccessContext {
  readonly member: Pick<Member, 'id' | 'admin'>;
  /** Where they are, and where and how the answer goes. */
  readonly asker: Requester;
  /** The bot's message that they act on, as the platform names it: it is before their eyes. */
  readonly sourceMessage?: string;
  /** What they are told is read by all who are there. */
  readonly publicReply?: boolean;
}

/** Somebody of whom nothing is known but where they are. */
const ANYBODY: AccessContext['member'] = { id: '', admin: false };

export interface HistoryQuery {
  /** Their own in this workspace, or everybody's in this channel. */
  readonly whose: 'mine' | 'here';
  readonly states?: readonly JobState[];
  readonly max: number;
}

/**
 * Jobs as one person may deal with them, from where they are. Commands, buttons, reactions and forms are handed this
 * and never the jobs themselves: whatever is looked up or done here names the operation, and `checkAccess` is asked first.
 */
export class JobAccess {
  readonly #jobs: Jobs;
  readonly #context: AccessContext;
  readonly #variantsBy: VariantsBy;

  constructor(jobs: Jobs, context: AccessContext, variantsBy: VariantsBy) {
    this.#jobs = jobs;
    this.#context = context;
    this.#variantsBy = variantsBy;
  }

  /** @throws UserError `job-unknown`, `not-yours` */
  async job(id: string, operation: JobOperation): Promise<Job> {
    const job = await this.#jobs.lookup.job(id);
    await this.require(job, operation);
    return job;
  }

  /** A job whose pictures are there. @throws UserError as job, `job-unfinished`, `job-without-pictures`, `job-removed` */
  async finished(id: string, operation: JobOperation): Promise<Job> {
    const job = await this.job(id, operation);
    requirePictures(job);
    return job;
  }

  /** A picture by its name, as JobLookup.picture; of several jobs that made it, one that they may have it of. */
  picture(name: string, operation: JobOperation): ReturnType<Jobs['lookup']['picture']> {
    return this.#jobs.lookup.picture(name, (job) => this.require(job, operation));
  }

  /** @throws UserError `job-unknown`, `not-yours` unless they may do that with a job that was looked up */
  async require(job: Job, operation: JobOperation): Promise<void> {
    const answer = await this.#checkAccess(job, operation);
    if (answer !== true) throw answer;
  }

  /** The job that the message shows which they act on; undefined where it shows none. */
  async jobOfMessage(operation: JobOperation): Promise<Job | undefined> {
    const { asker, sourceMessage } = this.#context;
    const job =
      sourceMessage === undefined
        ? undefined
        : await this.#jobs.lookup.byMessageId(asker.place, sourceMessage);
    if (job !== undefined) await this.require(job, operation);
    return job;
  }

  /** Newest first; of what they may see, and where others hear of it, of what those may see. */
  async history({ whose, states, max }: HistoryQuery): Promise<readonly Job[]> {
    const { member, asker } = this.#context;
    const { platform, workspace, channel } = asker.place;
    const found = await this.#jobs.lookup.history({
      platform,
      workspace,
      ...(whose === 'mine' ? { owner: member.id } : { channel }),
      ...defined({ states }),
      limit: max,
    });
    const audience = this.#context.publicReply === true ? ANYBODY : member;
    const answers = await Promise.all(found.map((job) => this.#checkAccess(job, 'see', audience)));
    return found.filter((_, index) => answers[index] === true);
  }

  /** As Jobs.submit, in this person's name. */
  submit(order: Pick<SubmitRequest, 'variants'>): Promise<Job> {
    return this.#jobs.submit({ ...this.#context.asker, ...order });
  }

  /** As Jobs.vary. @throws UserError as job */
  async vary(job: Job, variation: DerivedVariation): Promise<Job> {
    await this.require(job, variation.kind === 'reproduce' ? 'reproduce' : 'vary');
    return this.#jobs.vary(job.id, variation, this.#context.asker);
  }

  /** Orders a picture of a job as it was laid out by hand. @throws UserError as job, and as Jobs.submit */
  async adjust(job: Job, picture: number, variant: Variant): Promise<Job> {
    await this.require(job, 'vary');
    const variation = { kind: 'adjust', picture } as const;
    return this.#jobs.submit({ ...this.#context.asker, variants: [variant], parent: job.id, variation });
  }

  /** As Jobs.cancel. @throws UserError as job */
  async cancel(job: Job): Promise<void> {
    await this.require(job, 'cancel');
    await this.#jobs.cancel(job.id);
  }

  /** As Jobs.remove. @throws UserError as job */
  async remove(job: Job): Promise<void> {
    await this.require(job, 'remove');
    await this.#jobs.remove(job.id);
  }

  /** Shows a finished job in one more message. @throws UserError as finished */
  async showAgain(job: Job): Promise<void> {
    await this.require(job, 'see');
    requirePictures(job);
    await this.#jobs.showAgain(job.id, this.#context.asker);
  }

  /** Takes back what an event of theirs has ordered, if it has not begun; the same event may then order once more. */
  async cancelByKey(key: string): Promise<void> {
    const { lookup } = this.#jobs;
    const job = await lookup.byKey(key);
    if (job === undefined || (await this.#checkAccess(job, 'withdraw')) !== true) return;
    if (job.state === 'queued') await this.#jobs.cancel(job.id);
    await lookup.releaseKey(key);
  }

  /** How a job stands at the moment. */
  status(job: Job): JobStatus {
    return this.#jobs.status(job.id);
  }

  /** How many jobs wait and run. */
  get load(): Jobs['load'] {
    return this.#jobs.load;
  }

  /** What is set in the place where they are; undefined = nothing. */
  settings(): Promise<unknown> {
    return this.#jobs.lookup.settings(this.#context.asker.place);
  }

  /** @param photos those that the settings refer to */
  setSettings(settings: object, photos: readonly PhotoRef[]): Promise<void> {
    return this.#jobs.lookup.setSettings(this.#context.asker.place, settings, photos);
  }

  async #checkAccess(
    job: Job,
    operation: JobOperation,
    member = this.#context.member,
  ): Promise<true | UserError> {
    const { asker, sourceMessage } = this.#context;
    const request = { member, place: asker.place, job, operation, variantsBy: this.#variantsBy };
    const answer = checkAccess({ ...request, shown: false });
    // Whether a message shows it is looked up only where something hangs on it.
    if (answer === true || answer.code !== 'job-unknown') return answer;
    const shown = await this.#jobs.lookup.isShown(job.id, asker.place, sourceMessage);
    return shown ? checkAccess({ ...request, shown }) : answer;
  }
}
