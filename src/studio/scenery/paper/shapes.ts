import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Random } from '../../../imaging/random.ts';

/** Shapes to be cut from paper; each fills with the context's style. Sizes are in the picture's pixels. */

/** The skyline of a range of hills: the row at every column. */
export function ridge(width: number, crest: number, height: number, random: Random): (x: number) => number {
  const waves = Array.from({ length: 3 }, (_, k) => ({
    length: (width * (0.62 + 0.5 * random())) / (k + 1),
    phase: random() * 2 * Math.PI,
    size: height / (k + 1) ** 1.4,
  }));
  return (x) =>
    waves.reduce((y, wave) => y + wave.size * Math.sin((2 * Math.PI * x) / wave.length + wave.phase), crest);
}

/** A range of hills across the whole width, with a sheet below it down to `foot`. */
export function hills(context: SKRSContext2D, width: number, row: (x: number) => number, foot: number): void {
  context.beginPath();
  context.moveTo(-4, foot);
  for (let step = 0; step <= 96; step++) {
    const x = -4 + ((width + 8) * step) / 96;
    context.lineTo(x, row(x));
  }
  context.lineTo(width + 4, foot);
  context.closePath();
  context.fill();
}

export interface Surf {
  /** Row of the crests, and how deep the troughs are below them. */
  readonly crest: number;
  readonly height: number;
  /** From crest to crest. */
  readonly length: number;
  /** Row that the sheet goes down to. */
  readonly foot: number;
}

/** A row of waves with round troughs and pointed crests that lean over. */
export function surf(context: SKRSContext2D, width: number, wave: Surf, random: Random): void {
  const { crest, height, length, foot } = wave;
  let x = -length * (1 + random());
  context.beginPath();
  context.moveTo(x, foot);
  context.lineTo(x, crest);
  while (x < width + length) {
    const size = length * (0.88 + 0.24 * random());
    const deep = crest + height * (0.95 + 0.3 * random());
    context.bezierCurveTo(x + size * 0.03, deep - height * 0.35, x + size * 0.2, deep, x + size * 0.44, deep);
    context.bezierCurveTo(
      x + size * 0.76,
      deep,
      x + size * 1.04,
      crest + height * 0.62,
      x + size * 1.09,
      crest,
    );
    x += size;
  }
  context.lineTo(x, foot);
  context.closePath();
  context.fill();
}

/** A heap of cloud with a flat foot; its middle is `x`, its foot `y`. */
export function cloud(context: SKRSContext2D, x: number, y: number, width: number, random: Random): void {
  const puffs = 5;
  context.beginPath();
  context.roundRect(x - width / 2, y - width * 0.16, width, width * 0.16, width * 0.08);
  for (let puff = 0; puff < puffs; puff++) {
    const t = (puff + 0.5) / puffs;
    const swell = Math.sin(Math.PI * t);
    const radius = width * (0.085 + 0.1 * swell) * (0.88 + 0.24 * random());
    const px = x + (t - 0.5) * width * 0.84;
    const py = y - width * (0.06 + 0.11 * swell);
    context.moveTo(px + radius, py);
    context.arc(px, py, radius, 0, 2 * Math.PI);
  }
  context.fill();
}

/** A fir of three skirts; its foot is at `x`, `y`. */
export function fir(context: SKRSContext2D, x: number, y: number, height: number): void {
  const width = height * 0.46;
  context.beginPath();
  context.rect(x - width * 0.06, y - height * 0.14, width * 0.12, height * 0.18);
  for (let skirt = 0; skirt < 3; skirt++) {
    const low = y - height * (0.1 + 0.26 * skirt);
    const half = (width / 2) * (1 - 0.24 * skirt);
    context.moveTo(x - half, low);
    context.quadraticCurveTo(x, low + half * 0.14, x + half, low);
    context.lineTo(x, low - height * 0.42);
    context.closePath();
  }
  context.fill();
}

/** A round tree on a stem. */
export function roundTree(context: SKRSContext2D, x: number, y: number, height: number): void {
  context.beginPath();
  context.rect(x - height * 0.025, y - height * 0.5, height * 0.05, height * 0.54);
  context.ellipse(x, y - height * 0.64, height * 0.27, height * 0.36, 0, 0, 2 * Math.PI);
  context.fill();
}

/** A sheet that fills the picture, but for a hole with a wavy rim. */
export function frame(
  context: SKRSContext2D,
  size: { readonly width: number; readonly height: number },
  hole: { readonly x: number; readonly y: number; readonly rx: number; readonly ry: number },
  random: Random,
): void {
  const lobes = 5 + Math.floor(random() * 3);
  const phase = random() * 2 * Math.PI;
  const second = random() * 2 * Math.PI;
  context.beginPath();
  context.rect(-size.width, -size.height, size.width * 3, size.height * 3);
  const steps = 160;
  for (let step = 0; step < steps; step++) {
    // Against the outer rectangle, so that the inside stays empty.
    const angle = (-step * 2 * Math.PI) / steps;
    const wave = 1 + 0.07 * Math.sin(lobes * angle + phase) + 0.04 * Math.sin((lobes - 2) * angle + second);
    const px = hole.x + hole.rx * wave * Math.cos(angle);
    const py = hole.y + hole.ry * wave * Math.sin(angle);
    if (step === 0) context.moveTo(px, py);
    else context.lineTo(px, py);
  }
  context.closePath();
  context.fill('evenodd');
}

/** One ring of petals; heart-shaped ones where `notch` is above 0. */
export function petals(
  context: SKRSContext2D,
  x: number,
  y: number,
  radius: number,
  count: number,
  turn: number,
  notch: number,
): void {
  const half = (Math.PI / count) * 1.04;
  context.beginPath();
  for (let petal = 0; petal < count; petal++) {
    const angle = turn + (petal * 2 * Math.PI) / count;
    const at = (distance: number, aside: number): [number, number] => [
      x + distance * radius * Math.cos(angle + aside),
      y + distance * radius * Math.sin(angle + aside),
    ];
    context.moveTo(x, y);
    context.bezierCurveTo(...at(0.45, -half * 1.25), ...at(0.98, -half * 1.05), ...at(1, -half * 0.28));
    context.quadraticCurveTo(...at(1.02 - notch, 0), ...at(1, half * 0.28));
    context.bezierCurveTo(...at(0.98, half * 1.05), ...at(0.45, half * 1.25), x, y);
  }
  context.fill();
}

/** One broad leaf from its stalk at `x`, `y`. */
export function leaf(
  context: SKRSContext2D,
  x: number,
  y: number,
  angle: number,
  length: number,
  width: number,
): void {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.beginPath();
  context.moveTo(0, 0);
  context.bezierCurveTo(length * 0.2, -width * 0.72, length * 0.72, -width * 0.6, length, 0);
  context.bezierCurveTo(length * 0.72, width * 0.6, length * 0.2, width * 0.72, 0, 0);
  context.fill();
  context.restore();
}
