import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../jobs/log.ts';

/** What the library tells, for the operator; what it tells of contents when it is most talkative is left out. */
export function boltLog(log: Log): Logger {
  const words = (parts: readonly unknown[]): string =>
    `slack: ${parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ')}`;
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
