import type { Config } from '../app/config/config.ts';

/** What a command of the command line is handed besides its arguments. */
export interface Io {
  /** A line (or more) for standard output: the result. */
  out(text: string): void;
  /** A line for standard error: progress and advice. */
  err(text: string): void;
  /** Replaces the line that was drawn last, on a terminal; empty = clears it. */
  draw(text: string): void;
  /** Fires on Ctrl-C. */
  readonly signal: AbortSignal;
  /** Whether standard error is a terminal, so that a line can be drawn over. */
  readonly tty: boolean;
  readonly config: Config;
}

/** 0 done, 1 trouble on our side, 2 the person's mistake, 130 stopped by Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 130;

/** A command of the command line. */
export type Command = (args: readonly string[], io: Io) => Promise<ExitCode>;
