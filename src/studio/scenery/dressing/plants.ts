import type { SKRSContext2D } from '@napi-rs/canvas';
import type { SeasonName } from '../../../ad/scene.ts';
import type { Oklch } from '../../../imaging/colour.ts';
import { oklchToHex } from '../../../imaging/colour.ts';
import type { Random } from '../../../imaging/random.ts';
import { drawFoliage, type Foliage } from '../../lighting/gobo/foliage.ts';

export interface PlantOptions {
  readonly width: number;
  readonly height: number;
  /** Row of the table's far edge: plants stand behind it. */
  readonly horizon: number;
  /** −1 = at the left of the picture, 1 = at the right. */
  readonly side: -1 | 1;
}

const GREENS: Readonly<Record<SeasonName, readonly Oklch[]>> = {
  spring: [
    [0.82, 0.07, 5],
    [0.76, 0.09, 8],
    [0.88, 0.045, 10],
    [0.66, 0.09, 128],
  ],
  summer: [
    [0.5, 0.1, 140],
    [0.6, 0.13, 134],
    [0.4, 0.08, 148],
  ],
  autumn: [
    [0.58, 0.12, 55],
    [0.66, 0.12, 72],
    [0.48, 0.1, 40],
  ],
  winter: [
    [0.42, 0.05, 160],
    [0.52, 0.05, 165],
    [0.36, 0.045, 155],
  ],
};

const ALL_YEAR: readonly Oklch[] = [
  [0.46, 0.075, 138],
  [0.56, 0.085, 132],
  [0.38, 0.06, 145],
];

const KINDS: Readonly<Record<SeasonName, readonly Foliage[]>> = {
  spring: ['branch', 'branch'],
  summer: ['palm', 'monstera', 'fern'],
  autumn: ['branch', 'eucalyptus'],
  winter: ['fern', 'branch'],
};

/**
 * Sprays that reach into the picture at one side: from a vase behind the table, or hanging in from the top. To be
 * blurred by the lens.
 */
export function drawPlants(
  context: SKRSContext2D,
  place: PlantOptions,
  season: SeasonName | undefined,
  random: Random,
): void {
  const tones = season === undefined ? ALL_YEAR : GREENS[season];
  const kinds = season === undefined ? (['branch', 'eucalyptus', 'palm', 'fern'] as const) : KINDS[season];
  const kind = kinds[Math.floor(random() * kinds.length)]!;
  const { width, height, horizon, side } = place;
  const unit = Math.min(width, height);
  const hanging = random() < 0.3;
  const edge = side < 0 ? 0 : width;
  const count = kind === 'monstera' ? 4 : 6;
  for (let i = 0; i < count; i++) {
    const tone = tones[Math.floor(random() * tones.length)]!;
    // Those behind are paler.
    context.fillStyle = oklchToHex([
      tone[0] + 0.1 * (1 - i / count),
      tone[1] * (0.7 + (0.3 * i) / count),
      tone[2],
    ]);
    const length = unit * (0.24 + 0.18 * random());
    if (hanging) {
      const angle = Math.PI / 2 + side * (0.2 + 0.55 * random());
      drawFoliage(
        context,
        kind,
        edge - side * unit * (0.02 + 0.1 * random()),
        -unit * 0.05,
        angle,
        length * 1.15,
        random,
      );
    } else {
      const angle = -Math.PI / 2 - side * (0.75 * random() - 0.12);
      const x = edge - side * unit * (0.03 + 0.05 * random());
      drawFoliage(context, kind, x, horizon + unit * 0.02, angle, length * 1.25, random);
    }
  }
}
