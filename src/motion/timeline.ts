import {
  type Box,
  bottom,
  centre,
  contains,
  expand,
  overlaps,
  type Size,
  shortSide,
} from '../ad/geometry.ts';
import type { MotionScore } from '../ad/motion.ts';
import type { Insets } from '../ad/place.ts';
import type { Gesture } from './gesture.ts';

/** Where things stand that must not be run into. */
export interface Surroundings {
  readonly size: Size;
  /** Of all words. */
  readonly words: readonly Box[];
  /** Where words must stay out of. */
  readonly safe?: Insets;
}

/**
 * When each thing of an ad moves: what is shown first, over which a light passes as it floats; then the signs, one after
 * another in reading order, each for as long as it takes.
 */
export class Timeline {
  readonly #score: MotionScore;
  readonly #around: Surroundings;
  #next: number;

  constructor(score: MotionScore, around: Surroundings) {
    this.#score = score;
    this.#around = around;
    this.#next = score.rest;
  }

  /** Of something that stands free, by its box. */
  shown(box: Box, canFloat: boolean): readonly Gesture[] {
    const { rest, seconds, light } = this.#score;
    const at = this.#next;
    const lit: Gesture = {
      kind: 'light',
      from: at + rest,
      to: at + rest + light.seconds,
      strength: light.strength,
    };
    if (!canFloat) return [lit];
    const move = this.#float(box);
    // Several float one after another.
    this.#next += this.#score.stagger / 2;
    return [
      { ...move, from: at, to: Math.min(at + seconds - 2 * rest - this.#score.stagger, seconds - rest) },
      lit,
    ];
  }

  /** As far as there is room; what stands on the sheet's edge grows from it instead, so that nothing gapes below. */
  #float(box: Box): Gesture {
    const { size, words } = this.#around;
    const wanted = (this.#score.float.rise * shortSide(size)) / 100;
    const below = bottom(box) - size.height;
    const grow: Gesture = {
      kind: 'pop',
      from: 0,
      to: 0,
      grow: GROWTH,
      swings: 0,
      about: { x: centre(box).x, y: bottom(box) },
    };
    if (below > -EDGE) return grow;
    const free = words.filter((word) => !overlaps(word, box));
    const room = [wanted, wanted / 2].find((rise) => {
      const path = { ...box, y: box.y - rise, height: box.height + rise };
      return !free.some((word) => overlaps(word, path)) && (path.y >= 0 || box.y < 0);
    });
    return room === undefined ? { ...grow, grow: GROWTH / 2 } : { kind: 'float', from: 0, to: 0, rise: room };
  }

  /** Of a sign, by its bounds. It shrinks where it has no room to grow. */
  sign(bounds: Box, counts: boolean): readonly Gesture[] {
    const { pop, count, stagger, rest } = this.#score;
    const from = this.#next + rest / 2;
    this.#next += stagger;
    const grow = this.#hasRoom(bounds, pop.grow) ? pop.grow : -pop.grow / 2;
    const popped: Gesture = {
      kind: 'pop',
      from,
      to: from + pop.seconds,
      grow,
      swings: pop.swings,
      about: centre(bounds),
    };
    return counts ? [popped, { kind: 'count', from, to: from + count.seconds }] : [popped];
  }

  #hasRoom(bounds: Box, grow: number): boolean {
    const { size, words, safe = { top: 0, right: 0, bottom: 0, left: 0 } } = this.#around;
    const grown = expand(bounds, (grow * Math.max(bounds.width, bounds.height)) / 2);
    const sheet = {
      x: safe.left,
      y: safe.top,
      width: size.width - safe.left - safe.right,
      height: size.height - safe.top - safe.bottom,
    };
    const others = words.filter((word) => !overlaps(word, bounds));
    return contains(sheet, grown) && !others.some((word) => overlaps(word, grown));
  }
}

/** By how much something that cannot rise grows. */
const GROWTH = 0.018;

/** Pixels from the sheet's edge within which something stands on it. */
const EDGE = 3;
