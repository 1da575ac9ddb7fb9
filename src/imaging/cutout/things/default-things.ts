import { smoothstep } from '../../smoothstep.ts';

/** Something that could be meant. */
interface Candidate {
  /** Positions on the grid, of which only the count matters here. */
  readonly pixels: Int32Array;
  /** Not cut off by the photo's frame. */
  readonly whole: boolean;
  /** How broadly the frame cuts it off, 0–1. */
  readonly cut: number;
}

/** What is left out, all together, weighs no more than this share of what is kept: a bystander beside a car, a spoon beside a cup. */
const MOST_LEFT_OUT = 0.4;

/**
 * What the frame cuts off, and nothing else does, got into the photo by accident: it weighs this share of its area beside
 * something whole of another kind, which leaves out up to four times of what is kept, since a cushion is larger than the mug
 * before it. It counts the more of its area the more narrowly it is cut: people of whom the frame takes the soles of their shoes
 * were photographed. Where the frame cuts off several, a crowd was photographed, and each weighs in full.
 */
const BY_ACCIDENT = 1 / 10;
const [NARROW, BROAD] = [0.4, 0.6];

/**
 * Which things are meant unless somebody says otherwise.
 *
 * The rule: something is left out only where what is kept is whole and clearly outweighs it, since what is wrongly left out
 * is missing from the ad, while what is wrongly kept is seen and left out by a button. The first of these that outweighs
 * the rest: the largest that is whole; all that are whole; else all that there is.
 *
 * @param things that could be meant, in any order
 * @param cutOff how many the frame cuts off, where several of them may count as one of the things
 * @param alike whether two are of one kind: one of a kind with what is kept weighs in full, cut off or not
 */
export function defaultThings<T extends Candidate>(
  things: readonly T[],
  cutOff: number,
  alike: (a: T, b: T) => boolean,
): readonly T[] {
  const whole = things.filter((thing) => thing.whole);
  const most = Math.max(...whole.map(({ pixels }) => pixels.length));
  const largest = whole.filter(({ pixels }) => pixels.length === most).slice(0, 1);
  const weightBeside = (kept: readonly T[], thing: T): number => {
    const byAccident = !thing.whole && cutOff === 1 && !kept.some((other) => alike(thing, other));
    const broad = byAccident ? smoothstep((thing.cut - NARROW) / (BROAD - NARROW)) : 0;
    return thing.pixels.length * (1 - broad * (1 - BY_ACCIDENT));
  };
  const outweighsTheRest = (kept: readonly T[]): boolean => {
    const leftOut = things.filter((thing) => !kept.includes(thing));
    const weight = sum(leftOut.map((thing) => weightBeside(kept, thing)));
    return weight <= MOST_LEFT_OUT * sum(kept.map(({ pixels }) => pixels.length));
  };
  return [largest, whole].find(outweighsTheRest) ?? things;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
