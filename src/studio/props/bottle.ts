import { block } from '../renderer/block.ts';
import { lathe } from '../renderer/lathe.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import type { Solid } from '../renderer/solid.ts';
import { jar } from './cream.ts';
import { defineProp } from './define-prop.ts';
import { labelled, shifted } from './label.ts';
import { drum, shades } from './packaging.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { GOLD, glazed } from './solid-materials.ts';
import { rounded } from './vessel.ts';

/** A pump bottle: shampoo, lotion, hand soap. */
export const bottle = defineProp({
  name: 'bottle',
  standsFor: {
    ko: '로션 바디로션 샴푸 린스 바디워시 핸드워시 오일 바디오일 클렌징오일 토너 스킨 두피샴푸 손소독제 ~샴푸 ~로션',
    en: 'lotion, shampoo, hand soap',
  },
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, side } = place;
  const { main, pale, deep } = shades(place);
  const body: ProfilePoint[] = [
    { r: 0, y: 0 },
    ...rounded(0.6, 0.08, 0.08, -90, 0, 5),
    ...rounded(0.5, 1.45, 0.18, 0, 80, 7),
    { r: 0.3, y: 1.68 },
    { r: 0.27, y: 1.72 },
    { r: 0.27, y: 1.78 },
    { r: 0, y: 1.78 },
  ];
  const cap = glazed(pale, 0.1);
  const solids: Solid[] = [
    {
      ...lathe({
        x,
        y,
        z,
        outline: body,
        materials: [shifted(labelled(main, deep, 0.35, 1.35, 0.42), -0.52)],
        crease: 50,
      }),
      selfShadows: false,
    },
    drum(x, y + 1.76, z, 0.3, 0.26, 0.03, cap),
    drum(x, y + 2, z, 0.075, 0.24, 0.01, cap),
    drum(x, y + 2.2, z, 0.22, 0.12, 0.03, cap),
    block({
      x: x - side * 0.3,
      y: y + 2.22,
      z: z - 0.12,
      width: 0.5,
      height: 0.09,
      depth: 0.16,
      turn: -side * 0.38,
      bevel: 0.03,
      material: cap,
    }),
    ...jar(x + side * 1.25, y, z - 0.55, 0.52, pale, GOLD),
  ];
  return { solids, height: 2.35, halfWidth: 1.8 };
}
