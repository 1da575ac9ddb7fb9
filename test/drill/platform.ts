import type { Conversation } from './account.ts';

/** Moments of the bot's talk with a platform at which it can be killed. */
export const MOMENTS = ['acknowledging', 'posted', 'uploading', 'editing'] as const;
export type Moment = (typeof MOMENTS)[number];

/** A platform that people ask for ads on, as its own server has it. */
export interface Platform {
  /** What the bot needs to find it. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the bot logs when it can be talked with. */
  readonly readySign: string;
  /** Told of what the bot is at; whoever kills it now does so before the server's answer. */
  onMoment: (moment: Moment) => void;
  /** A person asks for their nth ad; repeated and mixed up as platforms do. Never throws: the bot may be gone. */
  ask(n: number): void;
  /** As the server has it, by what it has itself seen alone. */
  conversations(): readonly Conversation[];
  /** What the platform would not have taken. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}
