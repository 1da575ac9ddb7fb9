import { loadConfig } from '../../src/app/config/config.ts';
import type { Command, ExitCode } from '../../src/cli/io.ts';

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process, as on no terminal. */
export async function runInProcess(
  command: Command,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal = new AbortController().signal,
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await command(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    draw: () => {},
    signal,
    tty: false,
    config: loadConfig(environment),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
