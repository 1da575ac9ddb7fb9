import type { Locale } from '../ad/locale.ts';
import { codeOf, kindOf, say } from '../errors/say.ts';
import { exitCodeOf } from './exit-code.ts';
import type { ExitCode, Io } from './io.ts';

/** Says what went wrong to whoever runs the machine, so trouble is told in full, and gives the shell's answer to it. */
export function reportError(error: unknown, io: Io, locale: Locale, json: boolean): ExitCode {
  const message = say(error, locale);
  if (kindOf(error) === 'outage' && error instanceof Error) io.err(error.message);
  if (json) io.out(JSON.stringify({ ok: false, error: { code: codeOf(error), message } }));
  else io.err(message);
  return exitCodeOf(error);
}
