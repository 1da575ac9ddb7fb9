import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import type { Random } from '../../imaging/random.ts';
import { createRamp, writeRampColour } from '../materials/colour-ramp.ts';
import { axesAlong } from '../renderer/ellipsoid.ts';
import type { Vector } from '../renderer/light.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import type { SolidMaterial } from '../renderer/solid.ts';
import { sampleLevel } from '../renderer/tile.ts';
import { torus } from '../renderer/torus.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';

/** Two doughnuts, one leaning on the other, glazed and strewn with sugar. */
export const donut = defineProp({
  name: 'donut',
  standsFor: { ko: '도넛 도너츠 찹쌀도넛 베이글 ~도넛 ~도너츠', en: 'doughnut, donut' },
  eyeLift: 0.1,
  make,
});

function make({ x, y, z, palette, side, random }: PropPlacement): Prop {
  const [, c, h] = hexToOklch(palette.accent);
  const icings: readonly Oklch[] = [
    [0.8, Math.min(0.12, Math.max(0.07, c * 0.7)), h],
    [0.34, 0.06, 45],
    [0.92, 0.03, 85],
  ];
  const pick = Math.floor(random() * 2);
  const lying = torus({
    at: [x - side * 0.1, y + 0.4, z],
    axes: UPRIGHT,
    radius: [0.72, 0.72],
    tube: [0.46, 0.4],
    material: iced(icings[pick]!, c, h, random),
  });
  const second = torus({
    at: [x - side * 0.05, y + 1.14, z + 0.05],
    axes: axesAlong([0.06 * side, 1, -0.05]),
    radius: [0.7, 0.7],
    tube: [0.45, 0.38],
    material: iced(icings[pick + 1]!, c, h, random),
  });
  const leaning = torus({
    at: [x + side * 1.5, y + 1.02, z + 0.15],
    axes: axesAlong([side * 0.38, 0.36, -0.86]),
    radius: [0.64, 0.64],
    tube: [0.42, 0.36],
    material: iced(icings[(pick + 2) % 3]!, c, h, random),
  });
  return { solids: [lying, second, leaning], height: 1.6, halfWidth: 2.3 };
}

const UPRIGHT: readonly [Vector, Vector, Vector] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** Dough below, glaze above with a wavy border, sugar strands on it. */
function iced(icing: Oklch, c: number, h: number, random: Random): SolidMaterial {
  const dough = createRamp(
    [
      [0.58, 0.1, 62],
      [0.74, 0.09, 72],
    ],
    { seed: 0, tint: '#ffffff', tintShare: 0, lightAlong: [0, 0] },
  );
  const glaze = oklchToLinear(icing);
  const strands = (
    [
      [0.95, 0.01, 90],
      [0.75, Math.min(0.14, c), h],
      [0.82, 0.13, 95],
      [0.74, 0.1, 200],
    ] satisfies Oklch[]
  ).map((colour) => oklchToLinear(colour));
  const noise = noiseTile();
  const level = noise.levels[0]!;
  const place = random() * 64;
  const cell = 0.15;
  return {
    surface: {
      gloss: 0,
      roughness: 0.2,
      sample(u, v, foot, _foot, out) {
        const wave = 0.09 * Math.sin(u * 4.2 + place) + 0.12 * sampleLevel(level, place + u * 1.6, 2);
        // v runs round the tube: the top is about a quarter turn.
        const up = Math.sin(v / 0.46);
        const border = 0.02 + wave * 2;
        const share = Math.min(1, Math.max(0, (up - border) / Math.max(0.04, foot * 3) + 0.5));
        const grain = sampleLevel(level, place + u * 7, v * 7);
        writeRampColour(dough, 0.5 + 0.4 * up + grain * 0.25, 1, out);
        for (let i = 0; i < 3; i++) out[i]! += (glaze[i]! - out[i]!) * share;
        out[3] = grain * 0.1 * (1 - share) + 0.2 * Math.max(0, 1 - Math.abs(up - border - 0.06) / 0.08);
        out[4] = 0.2 + 0.8 * share;
        if (share > 0.9 && up > 0.3) strew(u, v, out);
      },
    },
    reflectance: 0.05,
    roughness: 0.1,
    subsurface: 0.2,
  };

  function strew(u: number, v: number, out: Float32Array): void {
    const column = Math.floor(u / cell);
    const row = Math.floor(v / cell);
    const lot = Math.abs(Math.sin(column * 12.9898 + row * 78.233 + place) * 43758.5453) % 1;
    if (lot < 0.35) return;
    const angle = lot * 40;
    const px = u - (column + 0.5) * cell;
    const py = v - (row + 0.5) * cell;
    const along = px * Math.cos(angle) + py * Math.sin(angle);
    const across = py * Math.cos(angle) - px * Math.sin(angle);
    const away = Math.max(0, Math.abs(along) - 0.035);
    const cover = 1 - (away * away + across * across) / (0.017 * 0.017);
    if (cover <= 0) return;
    const colour = strands[Math.floor(lot * 977) % strands.length]!;
    for (let i = 0; i < 3; i++) out[i]! += (colour[i]! - out[i]!) * Math.min(1, cover * 3);
    out[3] = 0.3 * (across / 0.017);
  }
}
