import { defined } from '../../collections/defined.ts';
import type { Log } from '../../jobs/log.ts';
import type { MemoryReading } from './memory.ts';

/** Shares of what there is, of memory taken by the bot and its engine, and of memory that is left to anybody. */
const WARNING_LEVEL = { taken: 0.7, free: 0.12 } as const;
const CRITICAL_LEVEL = { taken: 0.82, free: 0.06 } as const;

/** Milliseconds between looks. */
const INTERVAL = 5_000;

/** Milliseconds that what was given back is waited for, before it is tried again. */
const RELEASE_INTERVAL = 120_000;

export interface MemoryWatchParts {
  read(): MemoryReading;
  /** Gives back what can be given back. */
  releaseMemory(): void;
  /** Milliseconds, of a clock that only goes forward. */
  clock(): number;
  readonly log: Log;
}

/** Warns the operator when memory nears its end, and has the bot give back what it can before the system ends it. */
export class MemoryWatch {
  readonly #parts: MemoryWatchParts;
  #warned = false;
  #releasedAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: MemoryWatchParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setInterval(() => this.check(), INTERVAL).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  check(): void {
    const { read, releaseMemory, clock, log } = this.#parts;
    const reading = read();
    const near = isAbove(reading, WARNING_LEVEL);
    if (near && !this.#warned) log.warn(fieldsOf(reading), 'memory is running low');
    this.#warned = near;
    const now = clock();
    if (!isAbove(reading, CRITICAL_LEVEL) || now - this.#releasedAt < RELEASE_INTERVAL) return;
    this.#releasedAt = now;
    log.warn(fieldsOf(reading), 'memory is nearly used up: restarting the render threads');
    releaseMemory();
  }
}

function isAbove(
  { bot, engine, limit, free }: MemoryReading,
  bounds: { readonly taken: number; readonly free: number },
): boolean {
  return bot.own + (engine?.own ?? 0) > limit * bounds.taken || free < limit * bounds.free;
}

function fieldsOf({ bot, engine, limit, free }: MemoryReading): Readonly<Record<string, number>> {
  const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
  return {
    botMB: megabytes(bot.resident),
    ...defined({ engineMB: engine === undefined ? undefined : megabytes(engine.resident) }),
    limitMB: megabytes(limit),
    freeMB: megabytes(free),
  };
}
