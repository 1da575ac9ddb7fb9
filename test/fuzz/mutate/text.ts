import type { Dice } from '../dice.ts';
import { ALPHABET_NAMES, ALPHABETS } from './alphabets.ts';
import { PHRASES } from './phrases.ts';

/** Longest text that is made: more than any chat lets through, as much as a file or the library may hand in. */
export const LONGEST_TEXT = 2 ** 20;

type Mutator = (text: string, dice: Dice, other: string) => string;

const MUTATORS: readonly Mutator[] = [
  (text, dice) => inserted(text, dice, dice.pick(PHRASES)),
  (text, dice) => inserted(text, dice, unitsOf(dice, dice.length(40))),
  (text, dice) => inserted(text, dice, unitsOf(dice, dice.length(5_000))),
  /** One letter gets a tail of marks. */
  (text, dice) => inserted(text, dice, unitOf(dice, 'combining').repeat(dice.length(20_000))),
  /** Cut wherever, also within a character. */
  (text, dice) => text.slice(0, dice.below(text.length + 1)),
  (text, dice) => text.slice(dice.below(text.length + 1)),
  (text, dice) => {
    const [from, to] = span(text, dice);
    return text.slice(0, from) + text.slice(to);
  },
  /** A part of it again and again. */
  (text, dice) => {
    const [from, to] = span(text, dice);
    const part = text.slice(from, to);
    const times = dice.length(
      Math.max(1, Math.min(50_000, Math.floor(LONGEST_TEXT / Math.max(1, part.length)))),
    );
    return text.slice(0, to) + part.repeat(times) + text.slice(to);
  },
  (text, dice, other) =>
    text.slice(0, dice.below(text.length + 1)) + other.slice(dice.below(other.length + 1)),
  (text, dice) => {
    const at = dice.below(text.length + 1);
    return text.slice(0, at) + String.fromCharCode(dice.below(0x10000)) + text.slice(at + 1);
  },
  (text, dice) =>
    dice.chance(0.5) ? text.toUpperCase() : text.normalize(dice.pick(['NFD', 'NFKD', 'NFKC'])),
  (text, dice) => text.replaceAll(' ', dice.chance(0.5) ? '' : unitOf(dice, 'blanks')),
  /** Signs that look like one another, as keyboards change them. */
  (text) => text.replaceAll('--', '—').replaceAll('"', '“'),
];

/** A text changed in one place or a few. */
export function mutateText(text: string, dice: Dice, other: string): string {
  let mutated = text;
  for (let times = dice.length(5); times >= 0; times--) {
    mutated = dice.pick(MUTATORS)(mutated, dice, other).slice(0, LONGEST_TEXT);
  }
  return mutated;
}

/** A text made of one alphabet, a mixture of some, or a short pattern over and over. */
export function inventText(dice: Dice, most: number = LONGEST_TEXT): string {
  const length = dice.length(most);
  if (dice.chance(0.4)) {
    const pattern = dice.chance(0.5) ? unitsOf(dice, dice.between(1, 4)) : dice.pick(PHRASES);
    const start = dice.chance(0.5) ? '' : dice.pick(PHRASES);
    const end = dice.chance(0.5) ? '' : unitsOf(dice, 1);
    return (start + pattern.repeat(Math.ceil(length / Math.max(1, pattern.length))) + end).slice(0, most);
  }
  const names = Array.from({ length: dice.between(1, 3) }, () => dice.pick(ALPHABET_NAMES));
  let text = '';
  // In blocks, since a million draws would take longer than what they are drawn for.
  const block = Array.from({ length: 64 }, () => unitOf(dice, dice.pick(names))).join('');
  while (text.length < length) text += dice.chance(0.9) ? block : unitOf(dice, dice.pick(names));
  return text.slice(0, length);
}

function unitOf(dice: Dice, alphabet: string): string {
  return dice.pick(ALPHABETS[alphabet] ?? [' ']);
}

function unitsOf(dice: Dice, length: number): string {
  const alphabet = dice.pick(ALPHABET_NAMES);
  if (length <= 64) return Array.from({ length }, () => unitOf(dice, alphabet)).join('');
  return unitsOf(dice, 32).repeat(Math.ceil(length / 32));
}

function inserted(text: string, dice: Dice, part: string): string {
  const at = dice.below(text.length + 1);
  return text.slice(0, at) + part + text.slice(at);
}

function span(text: string, dice: Dice): readonly [number, number] {
  const from = dice.below(text.length + 1);
  return [from, Math.min(text.length, from + 1 + dice.length(text.length))];
}
