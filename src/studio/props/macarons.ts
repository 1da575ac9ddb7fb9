import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import { axesAlong } from '../renderer/ellipsoid.ts';
import { lathe } from '../renderer/lathe.ts';
import type { Vector } from '../renderer/light.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { sampleLevel } from '../renderer/tile.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { translucent } from './solid-materials.ts';
import { rounded } from './vessel.ts';

/** A tower of macarons in pastel shades, one leaning on it. */
export const macarons = defineProp({
  name: 'macarons',
  standsFor: { ko: '마카롱 뚱카롱 ~마카롱', en: 'macaron' },
  make,
});

function make({ x, y, z, palette, side, random }: PropPlacement): Prop {
  const [, c, h] = hexToOklch(palette.accent);
  const tones: readonly Oklch[] = [
    [0.84, Math.min(0.09, 0.04 + c * 0.3), h],
    [0.88, 0.05, 140],
    [0.87, 0.06, 85],
    [0.82, 0.06, 310],
    [0.62, 0.06, 55],
  ];
  const start = Math.floor(random() * tones.length);
  const solids: Solid[] = [];
  for (let i = 0; i < 4; i++) {
    solids.push(
      ...macaron(
        [x + (random() - 0.5) * 0.1 - side * 0.2, y + i * 0.63, z + (random() - 0.5) * 0.08],
        [0.03 * (random() - 0.5), 1, 0.03 * (random() - 0.5)],
        tones[(start + i) % tones.length]!,
      ),
    );
  }
  solids.push(
    ...macaron(
      [x + side * 1.12, y + 0.66, z - 0.32],
      [side * 0.86, 0.2, -0.5],
      tones[(start + 4) % tones.length]!,
    ),
  );
  return { solids, height: 2.55, halfWidth: 1.9 };
}

/** Two shells with their frilled feet and the filling between, standing along `axis`. */
function macaron(at: Vector, axis: Vector, colour: Oklch): Solid[] {
  const radius = 0.72;
  const shell = translucent(colour, 0.4, 0.25);
  const [l, c, h] = colour;
  const frill: SolidMaterial = {
    ...translucent([l - 0.03, c, h], 0.6, 0.2),
    surface: (() => {
      const coat = translucent([l - 0.03, c, h]).surface;
      const noise = noiseTile();
      const level = noise.levels[0]!;
      return {
        gloss: 0,
        roughness: 0.6,
        sample(u: number, v: number, footU: number, footV: number, out: Float32Array): void {
          coat.sample(u, v, footU, footV, out);
          out[3] = 0.6 * sampleLevel(level, u * 9, v * 16);
        },
      };
    })(),
  };
  const cream = translucent([0.95, 0.02, 85], 0.5, 0.4);
  const outline: ProfilePoint[] = [
    { r: 0, y: 0 },
    { r: radius * 0.6, y: 0.01 },
    ...rounded(radius - 0.16, 0.16, 0.16, -80, -8, 6),
    { r: radius, y: 0.18, material: 1 },
    { r: radius + 0.015, y: 0.21, material: 1 },
    { r: radius - 0.02, y: 0.25, material: 2 },
    { r: radius - 0.05, y: 0.27, material: 2 },
    { r: radius - 0.05, y: 0.35, material: 1 },
    { r: radius - 0.02, y: 0.37, material: 1 },
    { r: radius + 0.015, y: 0.41, material: 1 },
    { r: radius, y: 0.44 },
    ...rounded(radius - 0.16, 0.46, 0.16, 8, 80, 6),
    { r: radius * 0.6, y: 0.615 },
    { r: 0, y: 0.625 },
  ];
  return [
    lathe({
      x: at[0],
      y: at[1],
      z: at[2],
      outline,
      materials: [shell, frill, cream],
      axes: axesAlong(axis),
      crease: 50,
    }),
  ];
}
