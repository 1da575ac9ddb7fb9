import type { Random } from '../../src/imaging/random.ts';
import type { Conversation } from './account.ts';
import type { DrilledBot } from './bot.ts';

/**
 * Moments at which the bot can be killed:
 *
 * - `recording`: it writes down what somebody asks, and has not acknowledged it yet;
 * - `acknowledging`, `posted`, `editing`: the platform has taken an acknowledgement, a message or a change of one, and
 *   the bot does not know that yet;
 * - `uploading`: in the middle of an upload;
 * - `checkpointing`: the store carries its journal over into its file.
 */
export const MOMENTS = [
  'recording',
  'acknowledging',
  'posted',
  'uploading',
  'editing',
  'checkpointing',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** A platform that people ask for ads on, as its own server has it. */
export interface Platform {
  /** Its folder among the bot's. */
  readonly name: string;
  /** What the bot needs to find it. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the bot logs when it can be talked with. */
  readonly readySign: string;
  /** Files in the bot's data folder that are written before what somebody asks is acknowledged. */
  readonly records: RegExp;
  /** Moments that never come there. */
  readonly lacks: readonly Moment[];
  /** Told of what the bot is at; whoever kills it now does so before the server's answer. True = it is killed. */
  onMoment: (moment: Moment) => boolean;
  /** A person asks for their nth ad; repeated and mixed up as platforms do. Never throws: the bot may be gone. */
  ask(n: number, bot?: Pick<DrilledBot, 'type'>): void;
  /** As the server has it, by what it has itself seen alone. */
  conversations(): readonly Conversation[];
  /** Looks at all once more, where looking takes time; the bot is there. */
  readonly lookAgain?: () => Promise<void>;
  /** What the platform would not have taken. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** @param folder where the bot keeps what it has */
export type OpenPlatform = (random: Random, folder: string) => Promise<Platform>;
