import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Random } from '../../../imaging/random.ts';

/** Plants whose shadows and silhouettes a set may have. */
export const FOLIAGE = ['branch', 'palm', 'monstera', 'eucalyptus', 'fern'] as const;

export type Foliage = (typeof FOLIAGE)[number];

/**
 * Draws one spray of leaves with the context's fill style, growing from `x`, `y`.
 *
 * @param angle radians, where it grows to: 0 = right, −π/2 = up
 * @param length of the stem, in the context's units
 */
export function drawFoliage(
  context: SKRSContext2D,
  kind: Foliage,
  x: number,
  y: number,
  angle: number,
  length: number,
  random: Random,
): void {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  if (kind === 'monstera') monstera(context, length, random);
  else spray(context, kind, length, random);
  context.restore();
}

interface Habit {
  /** Leaves on each side of the stem. */
  readonly pairs: number;
  /** Leaf length as a share of the stem's. */
  readonly leaf: number;
  /** Leaf width over its length. */
  readonly slender: number;
  /** Angle between leaf and stem, radians. */
  readonly spread: number;
  /** How far the stem bends over its length, radians. */
  readonly bend: number;
  /** Stem width as a share of its length. */
  readonly stem: number;
}

const HABITS: Readonly<Record<Exclude<Foliage, 'monstera'>, Habit>> = {
  branch: { pairs: 8, leaf: 0.24, slender: 0.34, spread: 0.85, bend: 0.5, stem: 0.008 },
  palm: { pairs: 21, leaf: 0.4, slender: 0.085, spread: 0.75, bend: 0.75, stem: 0.012 },
  eucalyptus: { pairs: 8, leaf: 0.15, slender: 0.8, spread: 1.1, bend: 0.6, stem: 0.008 },
  fern: { pairs: 24, leaf: 0.2, slender: 0.2, spread: 1.15, bend: 0.6, stem: 0.006 },
};

function spray(
  context: SKRSContext2D,
  kind: Exclude<Foliage, 'monstera'>,
  length: number,
  random: Random,
): void {
  const habit = HABITS[kind];
  const bend = habit.bend * (random() < 0.5 ? -1 : 1) * (0.6 + 0.6 * random());
  const steps = 40;
  const xs = [0];
  const ys = [0];
  for (let i = 1; i <= steps; i++) {
    const turned = (bend * i) / steps;
    xs.push(xs[i - 1]! + (Math.cos(turned) * length) / steps);
    ys.push(ys[i - 1]! + (Math.sin(turned) * length) / steps);
  }
  context.beginPath();
  for (let i = 0; i < steps; i++) {
    const width = habit.stem * length * (1.1 - i / steps);
    const turned = (bend * i) / steps + Math.PI / 2;
    context.lineTo(xs[i]! + Math.cos(turned) * width, ys[i]! + Math.sin(turned) * width);
  }
  for (let i = steps; i >= 0; i--) {
    const width = habit.stem * length * (1.1 - i / steps);
    const turned = (bend * i) / steps - Math.PI / 2;
    context.lineTo(xs[i]! + Math.cos(turned) * width, ys[i]! + Math.sin(turned) * width);
  }
  context.fill();
  for (let pair = 0; pair < habit.pairs; pair++) {
    for (const side of [-1, 1]) {
      const share = 0.12 + (0.88 * (pair + (side > 0 ? 0.35 : 0) + 0.2 * (random() - 0.5))) / habit.pairs;
      const at = Math.min(steps, Math.round(share * steps));
      const swell = Math.sin(Math.PI * Math.min(1, 0.22 + share * 0.72)) ** 0.7;
      const size = habit.leaf * length * swell * (0.8 + 0.35 * random());
      const turned =
        (bend * at) / steps + side * habit.spread * (1.05 - 0.5 * share) + (random() - 0.5) * 0.3;
      // Seen from the side some leaves are narrower.
      leaf(
        context,
        xs[at]!,
        ys[at]!,
        turned,
        size,
        size * habit.slender * (0.55 + 0.5 * random()),
        side * 0.12,
      );
    }
  }
  leaf(
    context,
    xs[steps]!,
    ys[steps]!,
    bend,
    habit.leaf * length * 0.7,
    habit.leaf * length * 0.7 * habit.slender,
    0,
  );
}

function leaf(
  context: SKRSContext2D,
  x: number,
  y: number,
  angle: number,
  length: number,
  width: number,
  droop: number,
): void {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.beginPath();
  context.moveTo(0, 0);
  const tip = droop * length;
  context.bezierCurveTo(length * 0.25, -width * 0.75, length * 0.7, -width * 0.55 + tip * 0.4, length, tip);
  context.bezierCurveTo(length * 0.68, width * 0.5 + tip * 0.6, length * 0.25, width * 0.6, 0, 0);
  context.fill();
  context.restore();
}

/** One large heart-shaped leaf, cut deep between its ribs, on a long stalk. */
function monstera(context: SKRSContext2D, length: number, random: Random): void {
  const size = length * 0.7;
  context.beginPath();
  context.moveTo(0, -length * 0.008);
  context.quadraticCurveTo(length * 0.2, -length * 0.05, length * 0.38, -length * 0.006);
  context.lineTo(length * 0.38, length * 0.006);
  context.quadraticCurveTo(length * 0.2, -length * 0.036, 0, length * 0.008);
  context.fill();
  context.translate(length * 0.36, 0);
  context.rotate((random() - 0.5) * 0.6);
  // Each rib carries a finger; between them light falls nearly to the midrib.
  const fingers = 6;
  for (const side of [-1, 1]) {
    for (let i = 0; i < fingers; i++) {
      const share = i / (fingers - 1);
      const reach = size * (0.5 - 0.3 * share ** 1.6) * (0.92 + 0.16 * random());
      const lean = side * (1.95 - 1.45 * share + 0.08 * (random() - 0.5));
      leaf(
        context,
        size * (0.02 + 0.66 * share),
        0,
        lean,
        reach,
        reach * (0.56 - 0.08 * share),
        side * -0.22,
      );
    }
  }
  leaf(context, 0, 0, 0, size, size * 0.24, 0);
}
