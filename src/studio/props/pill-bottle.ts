import { hexToOklch } from '../../imaging/colour.ts';
import { axesAlong, ellipsoid } from '../renderer/ellipsoid.ts';
import { lathe } from '../renderer/lathe.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import type { Solid } from '../renderer/solid.ts';
import { defineProp } from './define-prop.ts';
import { labelled, shifted } from './label.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { glazed, translucent } from './solid-materials.ts';
import { rounded } from './vessel.ts';

/** A white bottle of tablets with a ribbed cap, a few tablets before it. */
export const pillBottle = defineProp({
  name: 'pill-bottle',
  standsFor: {
    ko: '영양제 비타민 오메가3 유산균 종합비타민',
    en: 'dietary supplement, supplement, medicine, vitamin',
  },
  make,
});

function make({ x, y, z, palette, side, random }: PropPlacement): Prop {
  const [l, c, h] = hexToOklch(palette.accent);
  const white = glazed([0.95, 0.008, h], 0.14);
  const colour = glazed([Math.min(0.68, Math.max(0.5, l)), Math.min(0.14, c), h], 0.16);
  const body: ProfilePoint[] = [
    { r: 0, y: 0 },
    ...rounded(0.7, 0.1, 0.1, -90, 0, 5),
    ...rounded(0.62, 1.52, 0.18, 0, 80, 6),
    { r: 0.54, y: 1.72 },
    { r: 0.54, y: 1.78 },
    { r: 0, y: 1.78 },
  ];
  const band: ProfilePoint[] = [
    { r: 0.802, y: 0.38 },
    { r: 0.808, y: 0.39 },
    { r: 0.808, y: 1.33 },
    { r: 0.802, y: 1.34 },
  ];
  const cap: ProfilePoint[] = [
    { r: 0.6, y: 1.76 },
    { r: 0.63, y: 1.79 },
    ...rounded(0.58, 2.2, 0.05, 0, 90, 5),
    { r: 0, y: 2.26 },
  ];
  const paper = shifted(
    labelled([0.97, Math.min(0.02, c), h], [Math.min(0.5, l), Math.min(0.14, c), h], 0.05, 0.9, 0.46),
    0,
  );
  const solid = (outline: ProfilePoint[], material: typeof white): Solid => ({
    ...lathe({ x, y, z, outline, materials: [material], crease: 50 }),
    selfShadows: false,
  });
  const tablets = Array.from({ length: 5 }, (_, i) =>
    ellipsoid({
      at: [x + side * (0.35 + 0.36 * i), y + 0.095, z - 1.0 - 0.16 * ((i * 3) % 4) + 0.1 * random()],
      radius: [0.22, 0.095, 0.12],
      axes: axesAlong([0, 1, 0], random() * 3),
      material: i % 2 === 0 ? translucent([0.95, 0.015, 90], 0.2, 0.3) : colour,
    }),
  );
  return {
    solids: [solid(body, white), solid(band, paper), solid(cap, colour), ...tablets],
    height: 2.3,
    halfWidth: 1.7,
  };
}
