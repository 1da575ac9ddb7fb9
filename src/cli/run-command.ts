import { type Config, loadConfig, readEnvironment } from '../app/config/config.ts';
import { errorLines } from '../errors/loggable.ts';
import { kindOf, say } from '../errors/say.ts';
import { UserError } from '../errors/user-error.ts';
import { stripInvisible } from '../text/clean-text.ts';
import { exitCodeOf } from './exit-code.ts';
import type { Command, ExitCode, Io } from './io.ts';

/**
 * Runs one command. An error that the command let through is said on standard error in the language of the
 * settings; what a bug says of itself is shown at LOG_LEVEL=debug.
 */
export async function runCommand(
  name: string,
  args: readonly string[],
  commands: Readonly<Record<string, () => Promise<Command>>>,
): Promise<ExitCode> {
  const stop = new AbortController();
  // The second Ctrl-C ends the process at once, as a terminal's user expects.
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  let config: Config | undefined;
  try {
    config = loadConfig(readEnvironment());
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) {
      throw new UserError('unknown-name', { kind: 'command', name, nearest: Object.keys(commands) });
    }
    const command = await load();
    return await command(args, terminalIo(config, stop.signal));
  } catch (error) {
    const locale = config?.LOCALE ?? 'ko';
    process.stderr.write(`${say(error, locale)}\n`);
    if (kindOf(error) === 'bug' && config?.LOG_LEVEL === 'debug') {
      process.stderr.write(`${errorLines(error, true)}\n`);
    }
    return exitCodeOf(error);
  }
}

function terminalIo(config: Config, signal: AbortSignal): Io {
  const { stderr } = process;
  let drawn = false;
  const clear = (): void => {
    if (drawn) stderr.write('\r\x1b[2K');
    drawn = false;
  };
  return {
    config,
    signal,
    tty: stderr.isTTY === true,
    out: (text) => {
      clear();
      process.stdout.write(`${process.stdout.isTTY ? stripInvisible(text) : text}\n`);
    },
    err: (text) => {
      clear();
      stderr.write(`${stripInvisible(text)}\n`);
    },
    draw: (text) => {
      clear();
      if (text === '') return;
      stderr.write(stripInvisible(text).slice(0, (stderr.columns ?? 80) - 1));
      drawn = true;
    },
  };
}
