import { kindOf } from '../errors/say.ts';
import { UserError } from '../errors/user-error.ts';
import type { ExitCode } from './io.ts';

/** What the shell is told of an error. 130 is what shells use for a program stopped by Ctrl-C. */
const EXIT_CODES = { user: 2, outage: 1, cancelled: 130, bug: 1 } as const;

export function exitCodeOf(error: unknown): ExitCode {
  // Nothing is wrong with what was asked for: the place is, as when the disk is full.
  if (error instanceof UserError && error.code === 'out-unusable') return 1;
  return EXIT_CODES[kindOf(error)];
}
