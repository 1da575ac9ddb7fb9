import { hexToOklch } from '../../imaging/colour.ts';
import type { Random } from '../../imaging/random.ts';
import { axesAlong } from '../renderer/ellipsoid.ts';
import { group } from '../renderer/group.ts';
import { lathe } from '../renderer/lathe.ts';
import { rod } from '../renderer/rod.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { torus } from '../renderer/torus.ts';
import { bowlOutline } from './crockery.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { glazed, translucent } from './solid-materials.ts';
import { egg, onions } from './toppings.ts';

/** A bowl of noodle soup with an egg, spring onions and chopsticks. */
export const noodles = defineProp({
  name: 'noodles',
  standsFor: {
    ko: '국수 우동 라멘 쌀국수 칼국수 잔치국수 냉면 물냉면 막국수 라면 소바 메밀소바 돈코츠라멘 미소라멘 베트남쌀국수 우육면 비빔국수 콩국수 ~국수 ~우동 ~라멘 ~냉면 ~소바',
    en: 'ramen, ramen noodle, noodle, noodle soup, udon noodle, pho noodle',
  },
  eyeLift: 0.34,
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, palette, side, random } = place;
  const [, c, h] = hexToOklch(palette.accent);
  const dark = random() < 0.6;
  const clay = glazed(dark ? [0.27, 0.015, 60] : [0.88, Math.min(0.03, c), h], 0.12);
  const rim = 1.5;
  const height = 1.25;
  const level = height * 0.86;
  const surface = rim * 0.93;
  const solids: Solid[] = [
    lathe({ x, y, z, outline: bowlOutline(rim, height), materials: [clay], crease: 60 }),
    {
      ...lathe({
        x,
        y,
        z,
        outline: [
          { r: surface, y: level - 0.03 },
          { r: surface, y: level },
          { r: 0, y: level },
        ],
        materials: [broth(surface)],
      }),
      selfShadows: false,
    },
    strands(x, y + level, z, surface, random),
    ...egg(x - side * 0.55, y + level + 0.06, z - 0.5, side),
    group(onions(x + side * 0.4, y + level + 0.1, z - 0.35, random)),
    ...chopsticks(x, y + height, z, rim, side),
  ];
  return { solids, height: 1.75, halfWidth: 1.8 };
}

/** A clear orange soup with drops of oil. */
function broth(radius: number): SolidMaterial {
  const base = glazed([0.55, 0.12, 52], 0.05);
  return {
    ...base,
    surface: {
      gloss: 0,
      roughness: 0.05,
      sample(u, v, footU, footV, out) {
        base.surface.sample(u, v, footU, footV, out);
        const cell = 0.21;
        const cx = Math.floor(u / cell);
        const cy = Math.floor(v / cell);
        const lot = Math.abs(Math.sin(cx * 12.9898 + cy * 78.233) * 43758.5453) % 1;
        const size = 0.02 + 0.06 * lot;
        const away = Math.hypot(u - (cx + 0.5) * cell, v - (cy + 0.5) * cell) / size;
        const oil = away < 1 ? 0.35 : 0;
        const rim = Math.hypot(u, v) / radius;
        out[0] = out[0]! * (1 + oil) * (1 - 0.25 * Math.max(0, rim - 0.7));
        out[1] = out[1]! * (1 + oil * 0.9);
        out[3] = 0;
      },
    },
    subsurface: 0.3,
  };
}

/** A nest of noodles: loops of a thick thread, lying over each other. */
function strands(x: number, y: number, z: number, radius: number, random: Random): Solid {
  const dough = translucent([0.88, 0.07, 88], 0.18, 0.4);
  const loops = Array.from({ length: 26 }, (_, i) => {
    const turn = random() * 6.28;
    const away = radius * 0.42 * Math.sqrt(random());
    const wide = radius * (0.22 + 0.26 * random());
    return torus({
      at: [
        x + Math.cos(turn) * away,
        y - 0.02 + 0.16 * (i / 26) * (1 - away / radius),
        z + Math.sin(turn) * away,
      ],
      axes: axesAlong([0.28 * (random() - 0.5), 1, 0.28 * (random() - 0.5)], random() * 3),
      radius: [wide, wide * (0.55 + 0.4 * random())],
      tube: [0.042, 0.042],
      material: dough,
    });
  });
  return group(loops);
}

function chopsticks(x: number, y: number, z: number, rim: number, side: number): Solid[] {
  const wood = glazed([0.34, 0.06, 45], 0.2);
  const stick = (shift: number): Solid =>
    rod(
      [x - side * 0.5 + shift * 0.6, y + 0.06, z - rim * 0.8],
      [x + side * (rim + 1.1), y + 0.12, z + 0.55 + shift],
      0.04,
      wood,
    );
  return [stick(0), stick(0.17)];
}
