import { defined } from '../../collections/defined.ts';
import { capitalised } from '../../language/english.ts';
import { particleFor } from '../../language/particles.ts';
import type { TermKind } from '../../presets/lexicon.ts';
import { KIND, SLOT, SLOT_NAMES, type SlotName } from '../../presets/pattern.ts';

/** What the slots of patterns are filled with: words of the request or the brand. */
export type SlotValues = { readonly [slot in SlotName]?: string };

/** A pattern taken apart. */
export interface Pattern {
  readonly text: string;
  /** Holds only for such products. */
  readonly only?: TermKind;
  readonly slots: ReadonlySet<SlotName>;
}

const isSlot = (name: string): name is SlotName => SLOT_NAMES.some((slot) => slot === name);

export function parsePattern(line: string): Pattern {
  const guard = KIND.exec(line);
  const text = line.slice(guard?.[0].length ?? 0);
  const slots = [...text.matchAll(SLOT)].map(([, name = '']) => name.toLowerCase()).filter(isSlot);
  return {
    text,
    ...defined({ only: guard === null ? undefined : (guard[1] as TermKind) }),
    slots: new Set(slots),
  };
}

/** Whether there is something for every slot, and the product is of the kind that it speaks of. */
export function canFill(pattern: Pattern, values: SlotValues, kind: TermKind | undefined): boolean {
  if (pattern.only !== undefined && pattern.only !== kind) return false;
  return [...pattern.slots].every((slot) => values[slot] !== undefined);
}

/**
 * The pattern with its slots filled, each followed by the particle that its last sound asks for, and after the article
 * that its first one does.
 */
export function fillPattern(pattern: Pattern, values: SlotValues): string {
  const filled = pattern.text.replaceAll(SLOT, (whole, name: string, particle?: string) => {
    const slot = name.toLowerCase();
    const value = isSlot(slot) ? values[slot] : undefined;
    if (value === undefined) return whole;
    const word = name === slot ? value : capitalised(value);
    return particle === undefined ? word : word + particleFor(word, particle);
  });
  return /^an? \{/i.test(pattern.text) ? filled.replace(/^(a)n? (.)/i, articled) : filled;
}

const articled = (_whole: string, article: string, letter: string): string =>
  `${article}${/[aeiou]/i.test(letter) ? 'n' : ''} ${letter}`;
