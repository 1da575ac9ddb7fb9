import { hexToOklch } from '../../imaging/colour.ts';
import { paintCoat } from '../materials/paint.ts';
import { group } from '../renderer/group.ts';
import { lathe } from '../renderer/lathe.ts';
import type { Turn } from '../renderer/outline.ts';
import { ring } from '../renderer/ring.ts';
import { rod } from '../renderer/rod.ts';
import type { Skin } from '../renderer/solid.ts';
import type { Prop, PropPlace } from './prop.ts';
import { GOLD, matt } from './skins.ts';
import { rounded } from './vessel.ts';

/** A gold ring with a stone, standing in the slot of a pale block. */
export function jewel({ x, y, z, palette }: PropPlace): Prop {
  const [, c, h] = hexToOklch(palette.accent);
  const velvet = matt([0.9, Math.min(0.03, c * 0.3), h], 0.6);
  const stone: Skin = {
    material: paintCoat([1, 1, 1], 0),
    mirror: 0.17,
    roughness: 0,
    clear: { index: 2.1, tint: [0.97, 0.98, 1], rank: 3 },
  };
  const base = 0.62;
  const hoop = 0.62;
  const top = y + base + hoop * 1.72;
  const cut: Turn[] = [
    { r: 0, y: -0.3 },
    { r: 0.3, y: 0 },
    { r: 0.3, y: 0.03 },
    { r: 0.19, y: 0.13 },
    { r: 0, y: 0.13 },
  ];
  const claws = Array.from({ length: 6 }, (_, i) => {
    const turn = (i / 6) * 6.28;
    return rod(
      [x + Math.cos(turn) * 0.1, top - 0.12, z + Math.sin(turn) * 0.1],
      [x + Math.cos(turn) * 0.27, top + 0.26, z + Math.sin(turn) * 0.27],
      0.024,
      GOLD,
    );
  });
  return {
    solids: [
      {
        ...lathe({
          x,
          y,
          z,
          outline: [
            { r: 0, y: 0 },
            ...rounded(0.86, 0.05, 0.05, -90, 0, 4),
            ...rounded(0.86, base - 0.06, 0.05, 0, 90, 4),
            { r: 0, y: base },
          ],
          skins: [velvet],
          crease: 50,
        }),
        hollow: false,
      },
      ring({
        at: [x, y + base + hoop * 0.78, z],
        axes: [
          [1, 0, 0],
          [0, 0, 1],
          [0, 1, 0],
        ],
        radius: [hoop, hoop],
        tube: [0.062, 0.09],
        skin: { ...GOLD, roughness: 0.05 },
      }),
      group(claws),
      { ...lathe({ x, y: top + 0.2, z, outline: cut, skins: [stone], crease: 10 }), passes: 0.85 },
    ],
    height: 2.2,
    reach: 1.05,
  };
}
