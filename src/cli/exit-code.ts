import { kindOf } from '../errors/say.ts';
import type { ExitCode } from './io.ts';

/** What the shell is told of an error. 130 is what shells use for a program stopped by Ctrl-C. */
const EXIT_CODES = { user: 2, outage: 1, cancelled: 130, bug: 1 } as const;

export function exitCodeOf(error: unknown): ExitCode {
  return EXIT_CODES[kindOf(error)];
}
