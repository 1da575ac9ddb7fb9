import type { Random } from '../../src/imaging/random.ts';
import { MOMENTS, type Moment } from './platform.ts';

/** How a process of the bot is killed. */
export type Death =
  /** When it comes to that moment for the nth time. */
  | { readonly at: Moment; readonly nth: number }
  /** While it starts, or after so long a talk: the share of what those may last. */
  | { readonly at: 'starting' | 'talking'; readonly share: number };

/** One in so many deaths is at a moment that nobody has named. */
const NAMED = 0.6;
const TALKING = 0.85;

/** A death of any kind, named ones as often as all others together and somewhat more. */
export function deathOf(random: Random, lacks: readonly Moment[]): Death {
  const kind = random();
  if (kind >= NAMED) return { at: kind < TALKING ? 'talking' : 'starting', share: random() };
  const moments = MOMENTS.filter((moment) => !lacks.includes(moment));
  const at = moments[Math.floor(random() * moments.length)] ?? 'posted';
  return { at, nth: at === 'checkpointing' ? 1 : 1 + Math.floor(random() ** 2 * 3) };
}
