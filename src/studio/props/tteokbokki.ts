import type { Random } from '../../imaging/random.ts';
import { axesAlong, ellipsoid } from '../renderer/ellipsoid.ts';
import { group } from '../renderer/group.ts';
import { lathe } from '../renderer/lathe.ts';
import { rod } from '../renderer/rod.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { bowlOutline } from './crockery.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { glazed, translucent } from './solid-materials.ts';
import { egg, onions } from './toppings.ts';

const RIM = 1.6;
const HEIGHT = 0.86;
const LEVEL = HEIGHT * 0.84;

/** A bowl of rice cakes and fish cakes in red sauce, with an egg and spring onions. */
export const tteokbokki = defineProp({
  name: 'tteokbokki',
  standsFor: { ko: '떡볶이 국물떡볶이 로제떡볶이 치즈떡볶이 즉석떡볶이 마라떡볶이 ~떡볶이' },
  eyeLift: 0.34,
  make,
});

function make({ x, y, z, side, random }: PropPlacement): Prop {
  const surface = RIM * 0.92;
  const sauce = glazed([0.46, 0.178, 33], 0.07);
  const solids: Solid[] = [
    lathe({
      x,
      y,
      z,
      outline: bowlOutline(RIM, HEIGHT),
      materials: [glazed([0.93, 0.012, 90], 0.1)],
      crease: 60,
    }),
    {
      ...lathe({
        x,
        y,
        z,
        outline: [
          { r: surface, y: LEVEL - 0.05 },
          { r: surface, y: LEVEL },
          { r: surface * 0.5, y: LEVEL + 0.05 },
          { r: 0, y: LEVEL + 0.06 },
        ],
        materials: [sauce],
        crease: 80,
      }),
      selfShadows: false,
    },
    group(riceCakes(x, y + LEVEL, z, random)),
    group(fishCakes(x, y + LEVEL, z, random)),
    ...egg(x - side * 0.62, y + LEVEL + 0.2, z - 0.42, side),
    group(onions(x + side * 0.25, y + LEVEL + 0.36, z - 0.2, random)),
  ];
  return { solids, height: 1.45, halfWidth: 1.7 };
}

const coated = (lightness: number): SolidMaterial => ({
  ...translucent([lightness, 0.165, 38], 0.1, 0.4),
  reflectance: 0.05,
});

function riceCakes(x: number, y: number, z: number, random: Random): Solid[] {
  const materials = [coated(0.6), coated(0.66), coated(0.71)];
  return Array.from({ length: 34 }, (_, i) => {
    const turn = i * 2.4 + random();
    const away = 0.98 * Math.sqrt((i + 0.5) / 34);
    const lie = random() * 6.28;
    const [dx, dz] = [0.34 * Math.cos(lie), 0.34 * Math.sin(lie)];
    const tip = 0.1 * (random() - 0.5);
    const at = [
      x + Math.cos(turn) * away,
      y + 0.04 + 0.3 * (1 - (away / 1.3) ** 2) * (0.5 + 0.5 * random()),
      z + Math.sin(turn) * away,
    ] as const;
    return rod(
      [at[0] - dx, at[1] - tip, at[2] - dz],
      [at[0] + dx, at[1] + tip, at[2] + dz],
      0.135,
      materials[i % 3]!,
    );
  });
}

/** Thin slices that stick out of the sauce at a slant. */
function fishCakes(x: number, y: number, z: number, random: Random): Solid[] {
  const material = translucent([0.72, 0.115, 62], 0.22, 0.3);
  return Array.from({ length: 7 }, (_, i) => {
    const turn = (i / 7) * 6.28 + 0.6 * random();
    const away = 0.5 + 0.5 * random();
    return ellipsoid({
      at: [x + Math.cos(turn) * away, y + 0.2 + 0.1 * random(), z + Math.sin(turn) * away],
      radius: [0.36, 0.045, 0.27],
      axes: axesAlong([0.9 * (random() - 0.5), 1, -0.5 * random()], random() * 6),
      material,
    });
  });
}
