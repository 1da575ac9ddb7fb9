import { join } from 'node:path';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Absolute path of the folder with what tests start, built. */
    readonly programs: string;
  }
}

/** A program as it was built for this run of the tests: its absolute path. */
export const program = (name: string): string => join(inject('programs'), `${name}.js`);

/** The bot with a quick maker (adapters/terminal/quick-bot.ts). */
export const QUICK_BOT = program('quick-bot');
