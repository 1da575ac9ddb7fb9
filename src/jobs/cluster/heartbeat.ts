import type { Log } from '../log.ts';
import type { JobObserver } from '../observer.ts';
import type { Announcement, HeldNow, ProcessLeases } from '../store/process-leases.ts';

interface HeartbeatParts {
  readonly leases: ProcessLeases;
  readonly announcement: Announcement;
  readonly log: Log;
  readonly observer: JobObserver;
}

/** How often a process says that it lives while it is thought to. */
const BEATS = 4;

/** What is left of that time when it trusts it no more, as a share: it takes a while until something is sent. */
const MARGIN = 0.1;

/**
 * Says again and again that this process lives. It knows by its own monotonic clock for how long the others believe it:
 * that runs on while the process is stopped, so one that wakes knows at once that it was thought dead.
 */
export class Heartbeat {
  readonly #parts: HeartbeatParts;
  readonly #onHeld: (held: readonly HeldNow[], asked: number) => void;
  #believedUntil = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param onHeld told what this process makes by the store, and when that was asked, in monotonic milliseconds */
  constructor(parts: HeartbeatParts, onHeld: (held: readonly HeldNow[], asked: number) => void) {
    this.#parts = parts;
    this.#onHeld = onHeld;
  }

  /** Whether others still take this process for a living one. */
  get isBelieved(): boolean {
    return performance.now() < this.#believedUntil;
  }

  /** @throws OutageError `database` when it cannot be said for the first time */
  async start(): Promise<void> {
    await this.#beat();
    this.#timer = setInterval(() => {
      this.#beat().catch((error: unknown) => {
        this.#parts.observer.storeError();
        this.#parts.log.error({}, 'it could not be said that this process lives', error);
      });
    }, this.#parts.leases.length / BEATS);
    this.#timer.unref();
  }

  /** What this process still had is handed on. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#believedUntil = 0;
    await this.#parts.leases.leave();
  }

  async #beat(): Promise<void> {
    const { leases, announcement } = this.#parts;
    const asked = performance.now();
    const held = await leases.renew(announcement);
    this.#believedUntil = asked + leases.length * (1 - MARGIN);
    this.#onHeld(held, asked);
  }
}
