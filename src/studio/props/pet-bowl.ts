import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import { axesAlong, ellipsoid } from '../renderer/ellipsoid.ts';
import { group } from '../renderer/group.ts';
import { lathe } from '../renderer/lathe.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { glazed, translucent } from './solid-materials.ts';
import { rounded } from './vessel.ts';

/** A pet's bowl with biscuits, and a ball. */
export const petBowl = defineProp({
  name: 'pet-bowl',
  standsFor: {
    ko: '사료 강아지사료 고양이사료 강아지간식 고양이간식 수제간식 강아지수제간식 반려견간식 펫푸드 개껌 츄르 ~사료',
    en: 'dog treat, cat treat, pet treat, kibble',
  },
  eyeLift: 0.22,
  make,
});

function make({ x, y, z, palette, side, random }: PropPlacement): Prop {
  const [l, c, h] = hexToOklch(palette.accent);
  const colour: Oklch = [Math.min(0.75, Math.max(0.55, l)), Math.min(0.13, c), h];
  const body: ProfilePoint[] = [
    { r: 0, y: 0 },
    { r: 1.5, y: 0 },
    { r: 1.5, y: 0.08 },
    { r: 1.28, y: 0.78 },
    ...rounded(1.2, 0.78, 0.08, 0, 180, 6),
    { r: 0.98, y: 0.36 },
    { r: 0, y: 0.32 },
  ];
  const biscuit = [
    translucent([0.55, 0.09, 58], 0.5, 0.1),
    translucent([0.64, 0.09, 65], 0.5, 0.1),
    translucent([0.46, 0.08, 50], 0.5, 0.1),
  ];
  const heap = Array.from({ length: 60 }, (_, i) => {
    const turn = random() * 6.28;
    const away = Math.sqrt(random());
    return ellipsoid({
      at: [
        x + Math.cos(turn) * away * 0.92,
        y + 0.52 + 0.42 * (1 - away * away) + 0.06 * random(),
        z + Math.sin(turn) * away * 0.92,
      ],
      radius: [0.15, 0.075, 0.15],
      axes: axesAlong([random() - 0.5, 0.9, random() - 0.5]),
      material: biscuit[i % 3]!,
    });
  });
  const toy = ellipsoid({
    at: [x + side * 1.95, y + 0.42, z - 0.45],
    radius: 0.42,
    material: translucent([0.9, 0.14, 105], 0.5, 0.2),
  });
  return {
    solids: [
      lathe({ x, y, z, outline: body, materials: [glazed(colour, 0.07)], crease: 60 }),
      group(heap),
      toy,
    ],
    height: 1.2,
    halfWidth: 2.3,
  };
}
