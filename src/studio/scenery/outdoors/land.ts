import type { SKRSContext2D } from '@napi-rs/canvas';
import { shortSide } from '../../../ad/geometry.ts';
import type { SeasonName } from '../../../ad/scene.ts';
import { type Oklch, oklchToHex } from '../../../imaging/colour.ts';
import { createNoise } from '../../../imaging/noise.ts';
import type { Random } from '../../../imaging/random.ts';
import { blend, type LinearRgb, oklchToLinear } from '../../renderer/linear-colour.ts';
import type { LinearPicture } from '../../renderer/linear-picture.ts';
import { overlayDrawing } from '../../renderer/overlay-drawing.ts';
import { ridge } from '../paper/shapes.ts';

/** Land between the horizon and the near ground, all of it out of focus. */
export interface LandOptions {
  /** Rows of the horizon and of the near ground's far edge. */
  readonly horizon: number;
  readonly edge: number;
  readonly side: -1 | 1;
  readonly season?: SeasonName;
  /** Light that falls on it, and the haze before what is far. */
  readonly light: LinearRgb;
  readonly haze: LinearRgb;
  /** Colours of the flowers. */
  readonly flowers: readonly Oklch[];
}

interface Greens {
  readonly far: Oklch;
  readonly near: Oklch;
  readonly crowns: readonly Oklch[];
}

const GREENS: Readonly<Record<SeasonName | 'any', Greens>> = {
  any: {
    far: [0.74, 0.09, 128],
    near: [0.6, 0.12, 132],
    crowns: [
      [0.5, 0.1, 138],
      [0.58, 0.12, 132],
      [0.68, 0.13, 124],
    ],
  },
  spring: {
    far: [0.8, 0.09, 124],
    near: [0.7, 0.13, 126],
    crowns: [
      [0.78, 0.07, 5],
      [0.85, 0.055, 2],
      [0.92, 0.03, 0],
    ],
  },
  summer: {
    far: [0.7, 0.1, 132],
    near: [0.56, 0.13, 136],
    crowns: [
      [0.44, 0.1, 142],
      [0.53, 0.12, 138],
      [0.64, 0.14, 130],
    ],
  },
  autumn: {
    far: [0.76, 0.09, 92],
    near: [0.66, 0.1, 88],
    crowns: [
      [0.55, 0.14, 42],
      [0.64, 0.15, 55],
      [0.74, 0.14, 74],
    ],
  },
  winter: {
    far: [0.93, 0.012, 245],
    near: [0.95, 0.01, 245],
    crowns: [
      [0.55, 0.03, 190],
      [0.66, 0.025, 200],
      [0.88, 0.012, 235],
    ],
  },
};

/** Hills in the haze, trees at the sides, a meadow with flowers. In place. */
export function drawMeadow(picture: LinearPicture, place: LandOptions, random: Random): void {
  const greens = GREENS[place.season ?? 'any'];
  const unit = shortSide(picture);
  drawHills(picture, place, greens.far, random);
  drawGround(picture, place, greens, random);
  for (const [blur, size, l] of [
    [0.007, 0.8, 0.04],
    [0.011, 1.15, 0],
  ] as const) {
    overlayDrawing(
      picture,
      (context) => drawTrees(context, picture.width, unit, place, greens, size, l, random),
      {
        light: place.light,
        blur: blur * unit,
      },
    );
  }
  if (place.season === 'winter') return;
  overlayDrawing(picture, (context) => drawFlowers(context, picture.width, unit, place, random), {
    light: place.light,
    blur: 0.0045 * unit,
  });
}

function drawHills(picture: LinearPicture, place: LandOptions, green: Oklch, random: Random): void {
  const { width } = picture;
  const unit = shortSide(picture);
  for (let k = 0; k < 3; k++) {
    const row = ridge(width, place.horizon - unit * (0.06 - 0.022 * k), unit * (0.035 - 0.006 * k), random);
    const tone: Oklch = [green[0] - 0.08, green[1] * 0.7, green[2] + (k === 0 ? 60 : 25 - 12 * k)];
    const colour = blend(oklchToLinear(tone), place.haze, 0.72 - 0.2 * k);
    for (let x = 0; x < width; x++) {
      const crest = row(x);
      const from = Math.max(0, Math.floor(crest));
      for (let y = from; y < Math.min(picture.height, place.horizon + unit * 0.02); y++) {
        // Soft by the lens; haze lies at the foot.
        const share = Math.min(1, (y + 0.5 - crest) / (0.006 * unit));
        if (share <= 0) continue;
        const low = Math.min(1, (y - crest) / (0.11 * unit)) * 0.4;
        const i = y * width + x;
        for (let c = 0; c < 3; c++) {
          const plane = c === 0 ? picture.r : c === 1 ? picture.g : picture.b;
          const hill = colour[c]! + (place.haze[c]! - colour[c]!) * low;
          plane.data[i]! += (hill * place.light[c]! - plane.data[i]!) * share;
        }
      }
    }
  }
}

function drawGround(picture: LinearPicture, place: LandOptions, greens: Greens, random: Random): void {
  const { width } = picture;
  const unit = shortSide(picture);
  const noise = createNoise(Math.floor(random() * 2 ** 32));
  const far = blend(oklchToLinear(greens.far), place.haze, 0.3);
  const near = oklchToLinear(greens.near);
  // A little farther than the edge, which is soft.
  const until = place.edge + 0.03 * unit;
  const depth = until - place.horizon;
  for (let y = Math.max(0, Math.floor(place.horizon)); y < Math.min(picture.height, until); y++) {
    const t = Math.max(0, (y + 0.5 - place.horizon) / depth);
    const reach = 0.1 + t;
    const edge = Math.min(1, (y + 0.5 - place.horizon) / (0.01 * unit));
    for (let x = 0; x < width; x++) {
      const across = (x - width / 2) / unit;
      const mottle = noise.fbm2((across * 2.4) / reach, 1.6 / reach, 3) * Math.min(1, t * 3);
      const i = y * width + x;
      const share = Math.sqrt(t);
      for (let c = 0; c < 3; c++) {
        const plane = c === 0 ? picture.r : c === 1 ? picture.g : picture.b;
        const grass = (far[c]! + (near[c]! - far[c]!) * share) * (1 + 0.24 * mottle);
        plane.data[i]! += (grass * place.light[c]! - plane.data[i]!) * edge;
      }
    }
  }
}

/** Crowns of many tufts, lit from the sun's side; none behind the product. */
function drawTrees(
  context: SKRSContext2D,
  width: number,
  unit: number,
  place: LandOptions,
  greens: Greens,
  size: number,
  lift: number,
  random: Random,
): void {
  const count = Math.max(3, Math.round((4 * width) / unit));
  for (let tree = 0; tree < count; tree++) {
    const side = tree % 2 === 0 ? place.side : -place.side;
    const x = width / 2 + side * (unit * 0.26 + (width / 2 - unit * 0.2) * random());
    const tall = unit * (side === place.side ? 0.3 : 0.18) * size * (0.75 + 0.5 * random());
    const foot = place.horizon + unit * 0.03 * size;
    context.fillStyle = oklchToHex([0.38, 0.03, 60]);
    context.fillRect(x - tall * 0.025, foot - tall * 0.5, tall * 0.05, tall * 0.5);
    const tufts = 130;
    for (let tuft = 0; tuft < tufts; tuft++) {
      const angle = random() * 2 * Math.PI;
      const away = Math.sqrt(random());
      const dx = Math.cos(angle) * away;
      const dy = Math.sin(angle) * away;
      const light = 0.5 - 0.35 * dy - 0.3 * place.side * dx + 0.5 * (random() - 0.5);
      const [l, c, h] = greens.crowns[Math.max(0, Math.min(2, Math.floor(light * 3)))]!;
      context.fillStyle = oklchToHex([
        Math.min(0.95, l + lift + 0.04 * (random() - 0.5)),
        c,
        h + 8 * (random() - 0.5),
      ]);
      context.beginPath();
      context.ellipse(
        x + dx * tall * 0.36,
        foot - tall * 0.66 + dy * tall * 0.36,
        tall * (0.035 + 0.045 * random()),
        tall * (0.03 + 0.03 * random()),
        random() * Math.PI,
        0,
        2 * Math.PI,
      );
      context.fill();
    }
  }
}

function drawFlowers(
  context: SKRSContext2D,
  width: number,
  unit: number,
  place: LandOptions,
  random: Random,
): void {
  const depth = place.edge - place.horizon;
  for (let flower = 0; flower < (150 * width) / unit; flower++) {
    const t = random() ** 0.7;
    const y = place.horizon + depth * (0.12 + 0.86 * t);
    const x = width * random();
    const [l, c, h] = place.flowers[Math.floor(random() * place.flowers.length)]!;
    context.fillStyle = oklchToHex([l, c, h]);
    context.globalAlpha = 0.55 + 0.4 * random();
    const radius = unit * (0.0015 + 0.007 * t) * (0.7 + 0.6 * random());
    context.beginPath();
    context.ellipse(x, y, radius, radius * 0.8, 0, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}
