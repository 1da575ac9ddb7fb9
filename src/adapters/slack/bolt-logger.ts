import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../jobs/log.ts';
import { shorten } from '../../text/shorten.ts';

/** Longest line in UTF-16 units. */
const MAX_LINE = 2_000;

/** What the library tells, for the operator; what it tells of contents when it is most talkative is left out. */
export function boltLogger(log: Log): Logger {
  const words = (parts: readonly unknown[]): string =>
    shorten(`slack: ${parts.map(textOf).join(' ')}`, MAX_LINE);
  return {
    debug: () => {},
    info: (...parts) => log.debug({}, words(parts)),
    warn: (...parts) => log.warn({}, words(parts)),
    error: (...parts) => log.warn({}, words(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

/** The library passes whatever came in; not all of that has a text. */
function textOf(part: unknown): string {
  try {
    return part instanceof Error ? part.message : String(part);
  } catch {
    return typeof part;
  }
}
