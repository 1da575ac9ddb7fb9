import type { Dice } from '../dice.ts';

type Mutator = (bytes: Buffer, dice: Dice, other: Buffer, words: readonly Buffer[]) => Buffer;

/** Numbers at which lengths and sizes go wrong. */
const NUMBERS = [
  0, 1, 2, 7, 16, 31, 32, 64, 127, 128, 255, 256, 1000, 0x7fff, 0x8000, 0xffff, 0x10000, 0xffffff, 0x7fffffff,
  0x80000000, 0xfffffffe, 0xffffffff,
] as const;

const MUTATORS: readonly Mutator[] = [
  /** A bit flips. */
  (bytes, dice) => at(bytes, dice, (i) => bytes.writeUInt8((bytes[i] ?? 0) ^ (1 << dice.below(8)), i)),
  (bytes, dice) => at(bytes, dice, (i) => bytes.writeUInt8(dice.below(256), i)),
  /** A field of 16 or 32 bits becomes a number that hurts, in either order. */
  (bytes, dice) => {
    const wide = dice.chance(0.5);
    const value = dice.pick(NUMBERS);
    return at(bytes, dice, (i) => {
      if (i + 4 > bytes.length) return;
      if (wide && dice.chance(0.6)) bytes.writeUInt32BE(value, i);
      else if (wide) bytes.writeUInt32LE(value, i);
      else if (dice.chance(0.6)) bytes.writeUInt16BE(value & 0xffff, i);
      else bytes.writeUInt16LE(value & 0xffff, i);
    });
  },
  /** A field grows or shrinks a little. */
  (bytes, dice) => at(bytes, dice, (i) => bytes.writeUInt8(((bytes[i] ?? 0) + dice.between(-4, 4)) & 255, i)),
  (bytes, dice) => bytes.subarray(0, dice.below(bytes.length + 1)),
  /** A part is taken out. */
  (bytes, dice) => {
    const [from, to] = span(bytes, dice);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  /** A part stands there several times. */
  (bytes, dice) => {
    const [from, to] = span(bytes, dice);
    const part = bytes.subarray(from, to);
    const times = Math.min(dice.length(200), Math.ceil(200_000 / Math.max(1, part.length)));
    return Buffer.concat([bytes.subarray(0, to), ...Array<Buffer>(times).fill(part), bytes.subarray(to)]);
  },
  /** The head of one, the tail of another. */
  (bytes, dice, other) =>
    Buffer.concat([
      bytes.subarray(0, dice.below(bytes.length + 1)),
      other.subarray(dice.below(other.length + 1)),
    ]),
  (bytes, dice, _other, words) => {
    if (words.length === 0) return bytes;
    const place = dice.below(bytes.length + 1);
    const word = dice.pick(words);
    const over = dice.chance(0.5) ? word.length : 0;
    return Buffer.concat([bytes.subarray(0, place), word, bytes.subarray(place + over)]);
  },
  /** A stretch of noise, or of nothing. */
  (bytes, dice) => {
    const [from, to] = span(bytes, dice);
    const empty = dice.chance(0.4);
    for (let i = from; i < to; i++) bytes[i] = empty ? 0 : dice.below(256);
    return bytes;
  },
];

/** Longest that mutation makes an input. */
const MOST = 2 ** 20;

/**
 * Bytes that were damaged in one place or a few.
 *
 * @param words what the format knows: names of chunks and markers
 */
export function mutateBytes(
  bytes: Uint8Array,
  dice: Dice,
  other: Uint8Array,
  words: readonly Buffer[] = [],
): Buffer {
  let mutated: Buffer = Buffer.from(bytes);
  for (let times = dice.length(6); times >= 0; times--) {
    mutated = dice.pick(MUTATORS)(mutated, dice, Buffer.from(other), words).subarray(0, MOST);
  }
  return mutated;
}

/** Headers come first, and decide most: half of all places are among the first bytes. */
function placeIn(bytes: Buffer, dice: Dice): number {
  return dice.below(dice.chance(0.5) ? Math.min(bytes.length, 256) : bytes.length);
}

function at(bytes: Buffer, dice: Dice, change: (i: number) => void): Buffer {
  if (bytes.length > 0) change(placeIn(bytes, dice));
  return bytes;
}

function span(bytes: Buffer, dice: Dice): readonly [number, number] {
  const from = bytes.length === 0 ? 0 : placeIn(bytes, dice);
  return [from, Math.min(bytes.length, from + 1 + dice.length(bytes.length))];
}
