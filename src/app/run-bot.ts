import { errorLines } from '../errors/loggable.ts';
import { kindOf, say } from '../errors/say.ts';
import type { Bot } from './bot.ts';
import { followParent } from './follow-parent.ts';
import { STOP_SIGNALS, STOPPED_BY_LAUNCHER } from './stop-signals.ts';

/** A stop that takes longer than this is ended, in milliseconds. */
const STOP_TIMEOUT = 9_500;

/**
 * Runs a bot until it has ended or the operating system asks it to: SIGTERM, SIGINT or SIGHUP stop it in order, a
 * second one at once. It also stops, in order, with the process that it is nothing without.
 */
export async function runBot(start: () => Promise<Bot>): Promise<void> {
  process.on('uncaughtException', (error) => exitWithError(error));
  process.on('unhandledRejection', (error) => exitWithError(error));
  // Heard from before the start on: a bot that greets already can be asked to stop.
  const signal = new Promise<void>((resolve) => {
    const stop = (): void => {
      exitInTime();
      resolve();
    };
    for (const name of STOP_SIGNALS) {
      process.once(name, () => {
        process.once(name, () => process.exit(1));
        stop();
      });
    }
    process.on(STOPPED_BY_LAUNCHER, stop);
    followParent(process, stop);
  });
  let bot: Bot;
  try {
    bot = await start();
  } catch (error) {
    return exitWithError(error);
  }
  const end = await Promise.race([bot.ended, signal]).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  exitInTime();
  await bot.stop();
  if (end !== undefined) return exitWithError(end.error);
  process.exit(0);
}

/** Ends the process where stopping takes too long. */
function exitInTime(): void {
  setTimeout(() => process.exit(1), STOP_TIMEOUT).unref();
}

/** The cause is for the operator, so it is told as it is, but for secrets. */
function exitWithError(error: unknown): void {
  const kind = kindOf(error);
  const message =
    kind === 'user' ? `${say(error, 'ko')}\n${say(error, 'en')}` : errorLines(error, kind === 'bug');
  process.stderr.write(`${message}\n`);
  process.exit(kind === 'user' ? 2 : 1);
}
