import { hexToOklch } from '../../imaging/colour.ts';
import { loft } from '../renderer/loft.ts';
import { defineProp } from './define-prop.ts';
import { drum } from './packaging.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { GOLD, glazed } from './solid-materials.ts';

/** A lipstick turned out, its cap beside it. */
export const lipstick = defineProp({
  name: 'lipstick',
  standsFor: { ko: '립스틱 틴트 립글로스 ~립스틱 ~틴트', en: 'lipstick' },
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, side, palette } = place;
  const [l, c, h] = hexToOklch(palette.accent);
  const pigment = {
    ...glazed([Math.min(0.56, Math.max(0.42, l)), Math.min(0.19, Math.max(0.12, c)), h], 0.24),
    subsurface: 0.2,
  };
  const black = glazed([0.2, 0.01, 300], 0.07);
  const bullet = loft({
    x,
    y,
    z,
    sections: [
      { y: 1.35, x: 0.25, z: 0.25 },
      { y: 1.9, x: 0.25, z: 0.25 },
      { y: 2.1, x: 0.244, z: 0.235 },
      { y: 2.28, x: 0.21, z: 0.17 },
      { y: 2.39, x: 0.14, z: 0.09 },
      { y: 2.43, x: 0.05, z: 0.03 },
    ],
    materials: [pigment],
  });
  return {
    solids: [
      drum(x, y, z, 0.42, 0.95, 0.03, black),
      drum(x, y + 0.93, z, 0.35, 0.32, 0.02, GOLD),
      drum(x, y + 1.2, z, 0.29, 0.22, 0.02, GOLD),
      bullet,
      drum(x + side * 1.15, y, z - 0.35, 0.43, 1.25, 0.03, black),
      drum(x + side * 1.15, y + 0.02, z - 0.35, 0.437, 0.1, 0.01, GOLD),
    ],
    height: 2.42,
    halfWidth: 1.6,
  };
}
