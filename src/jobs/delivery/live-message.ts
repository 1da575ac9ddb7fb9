import { setTimeout as sleep } from 'node:timers/promises';
import { unlessSlow } from '../../resilience/with-timeout.ts';
import type { Reply } from './reply.ts';

/** Sends one edit; resolves with the milliseconds that the platform wants to be left alone, 0 as a rule. */
export type SendLive = (reply: Reply) => Promise<number>;

/** An edit that is still on its way, and may arrive after what follows. */
export interface LateEdit {
  readonly over: Promise<void>;
}

/**
 * The progress of one message. However fast it changes, one edit is under way at a time, edits keep their distance,
 * and what is sent is always the latest: what was overtaken is never sent.
 */
export class LiveMessage {
  readonly #send: SendLive;
  readonly #distance: () => number;
  readonly #end = new AbortController();
  #latest: (() => Reply) | undefined;
  #sending: Promise<void> | undefined;
  #sent: string;

  /**
   * @param shown what stands there now
   * @param distance milliseconds between edits, asked before each
   */
  constructor(shown: Reply, send: SendLive, distance: () => number) {
    this.#sent = contentOf(shown);
    this.#send = send;
    this.#distance = distance;
  }

  /** @param make called when the edit is sent, so that it tells how things stand then */
  update(make: () => Reply): void {
    if (this.#end.signal.aborted) return;
    this.#latest = make;
    this.#sending ??= this.#run().finally(() => {
      this.#sending = undefined;
    });
  }

  /**
   * Sends nothing more. An edit that is on its way is not called back: the platform may have it already, and would show it
   * over what follows. So that is waited for; what takes too long is told.
   */
  async close(): Promise<LateEdit | undefined> {
    this.#latest = undefined;
    this.#end.abort();
    if (this.#sending === undefined) return undefined;
    const over = this.#sending;
    const done = await unlessSlow(over.then(() => true));
    return done === true ? undefined : { over };
  }

  async #run(): Promise<void> {
    const { signal } = this.#end;
    while (this.#latest !== undefined && !signal.aborted) {
      const reply = this.#latest();
      this.#latest = undefined;
      const text = contentOf(reply);
      if (text === this.#sent && reply.progress?.preview === undefined) continue;
      this.#sent = text;
      const wait = await this.#send(reply);
      await sleep(Math.max(wait, this.#distance()), undefined, { signal, ref: false }).catch(() => {});
    }
  }
}

/** Two replies of one content look the same; previews have none to compare before they leave their engine. */
function contentOf({ progress, ...words }: Reply): string {
  return JSON.stringify([words, progress?.fraction, progress?.preview?.digest]);
}
