import type { Oklch } from '../../imaging/colour.ts';
import type { Random } from '../../imaging/random.ts';
import { axesAlong, ellipsoid } from '../renderer/ellipsoid.ts';
import { group } from '../renderer/group.ts';
import { lathe } from '../renderer/lathe.ts';
import type { Vector } from '../renderer/light.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import type { Solid } from '../renderer/solid.ts';
import { bowlOutline } from './crockery.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { matt, translucent } from './solid-materials.ts';

/** A bowl of salad or mixed rice: heaped vegetables in sectors round an egg yolk. */
export const bibimbap = defineProp({
  name: 'bibimbap',
  standsFor: {
    ko: '비빔밥 돌솥비빔밥 육회비빔밥 산채비빔밥 꼬막비빔밥 새싹비빔밥 덮밥 회덮밥 연어덮밥 포케 ~비빔밥 ~덮밥',
  },
  eyeLift: 0.36,
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, random } = place;
  const rim = 1.5;
  const height = 1.15;
  const stone = matt([0.26, 0.008, 60], 1);
  const surface = rim * 0.92;
  const level = height * 0.82;
  const heap: ProfilePoint[] = [
    { r: surface, y: level - 0.05 },
    { r: surface, y: level },
    { r: surface * 0.8, y: level + 0.1 },
    { r: surface * 0.4, y: level + 0.16 },
    { r: 0, y: level + 0.17 },
  ];
  const solids: Solid[] = [
    lathe({ x, y, z, outline: bowlOutline(rim, height), materials: [stone], crease: 60 }),
    {
      ...lathe({ x, y, z, outline: heap, materials: [translucent([0.93, 0.02, 90], 0.5, 0.4)], crease: 80 }),
      selfShadows: false,
    },
    group(vegetables(x, y + level, z, surface, random)),
    ellipsoid({
      at: [x, y + level + 0.2, z],
      radius: [0.44, 0.07, 0.42],
      material: translucent([0.96, 0.012, 95], 0.2, 0.45),
    }),
    ellipsoid({
      at: [x + 0.03, y + level + 0.28, z - 0.03],
      radius: [0.22, 0.13, 0.22],
      material: { ...translucent([0.76, 0.165, 65], 0.08, 0.4), reflectance: 0.05 },
    }),
  ];
  return { solids, height: 1.5, halfWidth: 1.6 };
}

/** Sticks and leaves of vegetables, a colour to each sector. */
function vegetables(x: number, y: number, z: number, radius: number, random: Random): Solid[] {
  const sectors: readonly Oklch[] = [
    [0.7, 0.17, 52],
    [0.5, 0.11, 138],
    [0.9, 0.04, 100],
    [0.36, 0.05, 45],
    [0.74, 0.12, 122],
    [0.5, 0.15, 28],
  ];
  const solids: Solid[] = [];
  for (const [i, colour] of sectors.entries()) {
    const materials = [
      translucent(colour, 0.3, 0.35),
      translucent([colour[0] + 0.05, colour[1] * 0.9, colour[2]], 0.3, 0.35),
    ];
    for (let k = 0; k < 22; k++) {
      const turn = ((i + 0.12 + 0.76 * random()) / sectors.length) * 6.28;
      const away = radius * (0.36 + 0.56 * random());
      const lie = turn + (random() - 0.5) * 1.2;
      const at: Vector = [
        x + Math.cos(turn) * away,
        y + 0.12 + 0.12 * random() - 0.1 * (away / radius),
        z + Math.sin(turn) * away,
      ];
      solids.push(
        ellipsoid({
          at,
          radius: [0.035 + 0.02 * random(), 0.16 + 0.1 * random(), 0.03],
          axes: axesAlong([Math.cos(lie), 0.3 * (random() - 0.5), Math.sin(lie)], random() * 3),
          material: materials[k % 2]!,
        }),
      );
    }
  }
  return solids;
}
