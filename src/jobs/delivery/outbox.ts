import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { BoundedMap } from '../../collections/bounded-map.ts';
import { OutageError } from '../../errors/outage-error.ts';
import { codeOf } from '../../errors/say.ts';
import { type Backoff, exponentialBackoff } from '../../resilience/backoff.ts';
import { withTimeout } from '../../resilience/with-timeout.ts';
import type { Clock } from '../clock.ts';
import type { Job, Place, Platform } from '../job/job.ts';
import { isUnfinished } from '../job/job-state.ts';
import type { Log } from '../log.ts';
import type { JobObserver } from '../observer.ts';
import { retryUntilStored } from '../retry-until-stored.ts';
import type { JobStore, PendingDelivery } from '../store/job-store.ts';
import { loopTurns } from '../time-slicer.ts';
import type { Delivery, DeliveryAttempt } from './delivery.ts';
import { FinalRefusals } from './final-refusals.ts';
import { LiveMessages } from './live-messages.ts';
import type { Reply } from './reply.ts';
import { UndeliverableMessages } from './undeliverable-messages.ts';

export interface OutboxParts {
  readonly store: JobStore;
  /** What a message says of a job now. */
  readonly describe: (job: Job) => Reply;
  /** Has a job's pictures on this machine, where they are kept elsewhere. @throws OutageError `disk`, `files` */
  readonly fetchPictures: (job: Job) => Promise<unknown>;
  readonly clock: Clock;
  readonly log: Log;
  readonly observer: JobObserver;
  /** Milliseconds between two tries, instead of the ordinary ones. */
  readonly backoff?: Backoff;
}

/** Messages under way at once on one platform. */
const MAX_CONCURRENT = 8;

/** A second, doubled with every failure up to ten minutes, and spread so that many do not come back at once. */
const BACKOFF = exponentialBackoff({ initial: 1000, max: 600_000, jitter: 0.25 });

/** Milliseconds by which messages are kept from coming back all at once. */
const spread = (): number => Math.round(Math.random() * 500);

/** Messages that are known to be new; whether one that was forgotten has been posted is found out in the ordinary way. */
const MAX_FRESH = 10_000;

/** How often the store is asked without a reason, in milliseconds: for what other processes have changed. */
const POLL_INTERVAL = 5_000;

/**
 * Brings every message up to date with its job, and does not rest until the platform has taken it. What is sent is
 * always how the job stands; so a message that is late shows the end at once, and none is posted twice.
 */
export class Outbox {
  readonly live: LiveMessages;
  readonly #parts: OutboxParts;
  readonly #deliveries = new Map<Platform, Delivery>();
  /** Messages being shown, by their number. */
  readonly #underWay = new Map<number, Promise<void>>();
  /** Messages whose delivery has ended since the store was last asked: its answer may be older than that. */
  #ended = new Set<number>();
  /** Keys of messages that this process has made and nobody has tried to post. */
  readonly #fresh = new BoundedMap<string, true>(MAX_FRESH);
  readonly #refusals = new FinalRefusals();
  readonly #undeliverable: UndeliverableMessages;
  readonly #end = new AbortController();
  #pumping: Promise<void> | undefined;
  #again = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.live = new LiveMessages(parts.describe, parts.log);
    this.#undeliverable = new UndeliverableMessages(parts, this.#end.signal);
    // As many listen for it as messages are under way.
    setMaxListeners(0, this.#end.signal);
  }

  /** From now on what is due on this platform is shown. */
  connect(delivery: Delivery): void {
    this.#deliveries.set(delivery.platform, delivery);
    this.wake();
  }

  /** A message was made just now: nobody can have posted it yet. */
  messageAdded(key: string): void {
    this.#fresh.set(key, true);
    this.wake();
  }

  /**
   * Somebody speaks to the bot: what could not be placed for them is shown, in the place where they speak if it has
   * none of its own any more.
   *
   * @throws OutageError `database`
   */
  async releaseKept(owner: string, place: Place, address: string): Promise<void> {
    const delivery = this.#deliveries.get(place.platform);
    if (delivery === undefined) return;
    await loopTurns.nextSlot();
    const released = await this.#parts.store.releaseKept(owner, place, delivery.placeOnly(address));
    if (released > 0) this.wake();
  }

  /** Looks for messages that are behind. */
  wake(): void {
    if (this.#end.signal.aborted || this.#deliveries.size === 0) return;
    this.#again = true;
    this.#pumping ??= this.#pump().finally(() => {
      this.#pumping = undefined;
      if (this.#again) this.wake();
    });
  }

  /**
   * Sends what is due and stops.
   *
   * @param limit milliseconds
   */
  async stop(limit: number): Promise<void> {
    await this.live.close();
    const deadline = performance.now() + limit;
    do {
      this.wake();
      const working = Promise.all([this.#pumping, ...this.#underWay.values()]);
      await withTimeout(Math.max(0, deadline - performance.now()), working);
    } while ((this.#pumping !== undefined || this.#underWay.size > 0) && performance.now() < deadline);
    this.#end.abort();
    clearTimeout(this.#timer);
    await withTimeout(500, Promise.all(this.#underWay.values()));
  }

  async #pump(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#again && !this.#end.signal.aborted) {
      this.#again = false;
      try {
        await this.#launchDue();
      } catch (error) {
        this.#parts.observer.storeError();
        this.#parts.log.error({}, 'the outbox cannot be read', error);
        await sleep(1000, undefined, { signal: this.#end.signal }).catch(() => {});
      }
    }
    this.#timer = setTimeout(() => this.wake(), POLL_INTERVAL);
    this.#timer.unref();
  }

  async #launchDue(): Promise<void> {
    for (const [platform, delivery] of this.#deliveries) {
      const ended = new Set<number>();
      this.#ended = ended;
      const limit = MAX_CONCURRENT + this.#underWay.size;
      for (const pending of await this.#parts.store.pendingDeliveries(platform, this.#parts.clock(), limit)) {
        const { seq } = pending.message;
        if (this.#underWay.has(seq) || ended.has(seq)) continue;
        if (this.#underWay.size >= MAX_CONCURRENT * this.#deliveries.size) break;
        const done = this.#deliver(delivery, pending)
          .catch((error: unknown) =>
            this.#parts.log.error({ message: seq }, 'a message was not brought up to date', error),
          )
          .finally(() => {
            this.#underWay.delete(seq);
            this.#ended.add(seq);
            this.wake();
          });
        this.#underWay.set(seq, done);
      }
    }
  }

  async #deliver(delivery: Delivery, pending: PendingDelivery): Promise<void> {
    let stands = false;
    const shown = (): void => {
      stands = true;
    };
    try {
      await this.#show(delivery, pending, shown);
    } catch (error) {
      await this.#failed(delivery, pending, error, stands);
    }
  }

  async #show(delivery: Delivery, { message, job }: PendingDelivery, shown: () => void): Promise<void> {
    const { store, describe, fetchPictures, clock, log, observer } = this.#parts;
    const late = await this.live.end(job.id);
    await fetchPictures(job);
    const reply = describe(job);
    const attempt: DeliveryAttempt = {
      uncertain: message.messageId === undefined && !this.#fresh.delete(message.key),
      live: false,
      signal: this.#end.signal,
      saveAddress: (address) => store.saveAddress(message.seq, address),
      shown,
    };
    const at = await delivery.show(message, reply, attempt);
    // The platform has it. Until that is written down nothing may be sent for this message again.
    await this.#write(() =>
      store.markShown(message.seq, message.revision, at, !isUnfinished(job.state), clock()),
    );
    if (late !== undefined) {
      // Shown over it, it would be the last word.
      await late.over;
      await delivery.show({ ...message, ...at }, reply, { ...attempt, uncertain: false });
    }
    if (isUnfinished(job.state)) {
      this.live.begin(job, { ...message, ...at }, delivery, reply);
      return;
    }
    log.info({ job: job.id, state: job.state, platform: delivery.platform }, 'delivered');
    observer.delivered(delivery.platform);
    await delivery.react?.({ ...message, ...at }, reply, this.#end.signal).catch((error: unknown) => {
      log.warn({ job: job.id }, 'reactions could not be offered', error);
    });
  }

  async #failed(
    delivery: Delivery,
    pending: PendingDelivery,
    error: unknown,
    stands: boolean,
  ): Promise<void> {
    const { store, clock, log, observer, backoff = BACKOFF } = this.#parts;
    if (this.#end.signal.aborted) return;
    const { message: jobMessage } = pending;
    const fields = { job: jobMessage.job, platform: jobMessage.platform, failures: jobMessage.attempts + 1 };
    const final = this.#refusals.of(jobMessage, error);
    if (final !== undefined) {
      observer.notDelivered(jobMessage.platform, 'undeliverable');
      log.warn(fields, 'cannot be delivered until somebody mends that', error);
      const at = await this.#undeliverable.explain(delivery, pending, final);
      return this.#write(() => store.keep(jobMessage.seq, jobMessage.revision, at));
    }
    const asked = error instanceof OutageError ? error.retryAfter : undefined;
    // A platform that says when to come back is believed: a message must not wait longer because others were in its way.
    const wait = asked === undefined ? backoff(fields.failures) : asked * 1000 + spread();
    observer.notDelivered(jobMessage.platform, codeOf(error));
    log.warn({ ...fields, wait }, 'not delivered, will retry', error);
    if (fields.failures === 1 && !stands) await this.#undeliverable.sayUploading(delivery, pending);
    await this.#write(() => store.markNotShown(jobMessage.seq, clock() + wait));
    setTimeout(() => this.wake(), wait + 1).unref();
  }

  /** A message whose fate cannot be written down keeps its place: nothing more is sent for it. */
  #write(work: () => Promise<void>): Promise<void> {
    return retryUntilStored(work, this.#end.signal, (error) => {
      this.#parts.observer.storeError();
      this.#parts.log.error({}, 'deliveries cannot be stored', error);
    });
  }
}
