import { hexToOklch } from '../../imaging/colour.ts';
import { axesAlong, ellipsoid } from '../renderer/ellipsoid.ts';
import { group } from '../renderer/group.ts';
import { lathe } from '../renderer/lathe.ts';
import type { Vector } from '../renderer/light.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import { rod } from '../renderer/rod.ts';
import type { Solid } from '../renderer/solid.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { matt, translucent } from './solid-materials.ts';
import { rounded } from './vessel.ts';

const TOP = 1.0;

/** A leafy plant in a clay pot. */
export const pottedPlant = defineProp({
  name: 'potted-plant',
  standsFor: {
    ko: '식물 화분 관엽식물 반려식물 공기정화식물 몬스테라 다육이 다육식물',
    en: 'potted plant, house plant, plant, succulent',
  },
  make,
});

function make({ x, y, z, palette, random }: PropPlacement): Prop {
  const [, c, h] = hexToOklch(palette.accent);
  const pot: ProfilePoint[] = [
    { r: 0, y: 0 },
    { r: 0.55, y: 0 },
    { r: 0.6, y: 0.04 },
    { r: 0.78, y: TOP - 0.05 },
    ...rounded(0.75, TOP - 0.02, 0.04, 0, 180, 6),
    { r: 0.68, y: TOP - 0.14 },
    { r: 0, y: TOP - 0.14 },
  ];
  const greens = [
    translucent([0.52, 0.1, 143], 0.22, 0.45),
    translucent([0.45, 0.09, 147], 0.22, 0.4),
    translucent([0.6, 0.115, 135], 0.22, 0.5),
  ];
  const stalk = translucent([0.5, 0.09, 130], 0.4, 0.3);
  const leaves: Solid[] = [];
  const stalks: Solid[] = [];
  for (let i = 0; i < 22; i++) {
    const turn = i * 2.4 + 0.5 * random();
    const rise = (i + 0.5) / 22;
    const spread = 0.95 - 0.55 * rise + 0.2 * random();
    const out: Vector = [Math.cos(turn), 0, Math.sin(turn)];
    const foot: Vector = [x + out[0] * 0.12, y + TOP - 0.1, z + out[2] * 0.12];
    const tip: Vector = [
      x + out[0] * spread * 0.75,
      y + TOP + 0.25 + 1.05 * rise + 0.12 * random(),
      z + out[2] * spread * 0.75,
    ];
    stalks.push(rod(foot, tip, 0.022, stalk));
    const size = 0.34 + 0.12 * random();
    // A leaf hangs outwards from the tip of its stalk, its face up and to the light.
    const face: Vector = [out[0] * 0.55, 0.8, out[2] * 0.55 - 0.35];
    leaves.push(
      ellipsoid({
        at: [tip[0] + out[0] * size * 0.55, tip[1] - 0.03, tip[2] + out[2] * size * 0.55],
        radius: [size * 0.62, 0.02, size],
        axes: axesAlong(face, Math.atan2(out[0], out[2])),
        material: greens[i % 3]!,
      }),
    );
  }
  return {
    solids: [
      lathe({ x, y, z, outline: pot, materials: [matt([0.72, Math.min(0.07, c), h], 0.8)], crease: 60 }),
      ellipsoid({
        at: [x, y + TOP - 0.14, z],
        radius: [0.67, 0.06, 0.67],
        material: matt([0.34, 0.03, 60], 1),
      }),
      group(stalks),
      group(leaves),
    ],
    height: 2.5,
    halfWidth: 1.3,
  };
}
