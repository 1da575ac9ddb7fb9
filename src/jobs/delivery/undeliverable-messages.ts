import type { Clock } from '../clock.ts';
import type { Job } from '../job/job.ts';
import { isUnfinished } from '../job/job-state.ts';
import type { Log } from '../log.ts';
import type { JobMessage, JobStore, PendingDelivery } from '../store/job-store.ts';
import type { Delivered, Delivery, UndeliverableError } from './delivery.ts';
import { keptReply, uploadingReply } from './late-reply.ts';
import { OperatorNotices } from './operator-notices.ts';
import type { Reply } from './reply.ts';

interface Parts {
  readonly store: Pick<JobStore, 'saveAddress'>;
  readonly describe: (job: Job) => Reply;
  readonly clock: Clock;
  readonly log: Log;
}

/** What becomes of messages that no place takes, or not yet: whoever waits for them is told as far as that can be. */
export class UndeliverableMessages {
  readonly #parts: Parts;
  readonly #signal: AbortSignal;
  readonly #operator: OperatorNotices;

  constructor(parts: Parts, signal: AbortSignal) {
    this.#parts = parts;
    this.#signal = signal;
    this.#operator = new OperatorNotices(parts.log, parts.clock);
  }

  /**
   * Tells the owner why their ad is not shown, as long as there is a way to tell; their picture is kept.
   *
   * @returns where it says so; undefined where nothing does
   */
  async explain(
    delivery: Delivery,
    { message, job }: PendingDelivery,
    error: UndeliverableError,
  ): Promise<Delivered | undefined> {
    this.#operator.refused(delivery.platform, error);
    if (isUnfinished(job.state)) return undefined;
    const reply = keptReply(this.#parts.describe(job), error.explanation);
    const at = await this.#tryToShow(delivery, message, reply);
    const told = at !== undefined || (await delivery.tell?.(message, reply).catch(() => false));
    if (told !== true)
      this.#parts.log.warn({ job: job.id, platform: delivery.platform }, 'its owner could not be told');
    return at;
  }

  /** A message whose picture takes longer does not go on saying that the ad is being made. */
  async sayUploading(delivery: Delivery, { message, job }: PendingDelivery): Promise<void> {
    const reply = this.#parts.describe(job);
    if (message.messageId === undefined || reply.pictures.length === 0) return;
    await delivery
      .show(message, uploadingReply(reply), {
        uncertain: false,
        live: true,
        signal: this.#signal,
        saveAddress: async () => {},
      })
      .catch(() => {});
  }

  async #tryToShow(delivery: Delivery, message: JobMessage, reply: Reply): Promise<Delivered | undefined> {
    const { store } = this.#parts;
    try {
      return await delivery.show(message, reply, {
        uncertain: message.messageId === undefined,
        live: false,
        signal: this.#signal,
        saveAddress: (address) => store.saveAddress(message.seq, address),
      });
    } catch {
      return undefined;
    }
  }
}
