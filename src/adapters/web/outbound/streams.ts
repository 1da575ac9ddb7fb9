import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { WebFailure } from '../failure.ts';

/** Something that a page is told: a message that is new or has changed, or how one is getting on. */
export interface PageEvent {
  readonly event: 'message' | 'progress';
  /** The change's number, from which a page that was away goes on; what only passes has none. */
  readonly n?: number;
  /** The message. */
  readonly id: number;
  readonly html: string;
}

/** Open pages of one person, and of all people. */
const MAX_OF_ONE = 8;
const MAX_OPEN = 2_000;

/** Events that wait for one page; it is let go with more, and goes on from what is kept. */
const MAX_WAITING = 200;

/** Milliseconds between two signs of life: lines that say nothing are cut on the way. */
const ALIVE = 15_000;

/** Milliseconds after which a page that has lost the line calls again. */
const RETRY = 1_000;

/** One page that listens. */
class Listener {
  #waiting: PageEvent[] = [];
  #wake: () => void = () => {};
  closed = false;

  send(event: PageEvent): void {
    if (this.#waiting.length >= MAX_WAITING) this.close();
    else this.#waiting.push(event);
    this.#wake();
  }

  close(): void {
    this.closed = true;
    this.#wake();
  }

  /** What has come since; none after a while in which nothing has. */
  async next(): Promise<readonly PageEvent[]> {
    if (this.#waiting.length === 0 && !this.closed) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ALIVE);
        timer.unref();
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = () => {};
    }
    const events = this.#waiting;
    this.#waiting = [];
    return events;
  }
}

/** The lines to pages that are open: server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export class Streams {
  readonly #listeners = new Map<string, Set<Listener>>();
  #open = 0;

  /** Whether a page of theirs listens. */
  listens(person: string): boolean {
    return this.#listeners.has(person);
  }

  send(person: string, event: PageEvent): void {
    for (const listener of this.#listeners.get(person) ?? []) listener.send(event);
  }

  /**
   * Opens a line.
   *
   * @param missed what has changed since the page last heard; asked when the line is open, so that nothing falls between
   * @throws WebFailure `too-many`
   */
  open(c: Context, person: string, missed: () => Promise<readonly PageEvent[]>): Response {
    const own = this.#listeners.get(person) ?? new Set();
    if (own.size >= MAX_OF_ONE || this.#open >= MAX_OPEN) throw new WebFailure('too-many');
    const listener = new Listener();
    this.#listeners.set(person, own.add(listener));
    this.#open++;
    return streamSSE(
      c,
      async (stream) => {
        stream.onAbort(() => listener.close());
        try {
          await stream.writeSSE({ event: 'open', data: '', retry: RETRY });
          for (const event of await missed()) await stream.writeSSE(written(event));
          while (!listener.closed) {
            const events = await listener.next();
            for (const event of events) await stream.writeSSE(written(event));
            if (events.length === 0 && !listener.closed) await stream.write(': \n\n');
          }
        } finally {
          own.delete(listener);
          if (own.size === 0) this.#listeners.delete(person);
          this.#open--;
        }
      },
      async () => listener.close(),
    );
  }

  /** Lets all pages go; they call again. */
  close(): void {
    for (const own of this.#listeners.values()) for (const listener of own) listener.close();
  }
}

function written({ event, n, id, html }: PageEvent) {
  return { event, data: JSON.stringify({ id, html }), ...(n === undefined ? {} : { id: String(n) }) };
}
