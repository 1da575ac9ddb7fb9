import { hexToOklch } from '../../imaging/colour.ts';
import { block } from '../renderer/block.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import { defineProp } from './define-prop.ts';
import { drum } from './packaging.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { clearLiquid, GLASS, GOLD } from './solid-materials.ts';

/** A square flacon of scent with a heavy foot and a golden cap. */
export const perfume = defineProp({
  name: 'perfume',
  standsFor: { ko: '향수 니치향수 퍼퓸 디퓨저 룸스프레이 ~향수', en: 'perfume, fragrance' },
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, side, palette } = place;
  const [, c, h] = hexToOklch(palette.accent);
  const tint = oklchToLinear([0.86, Math.min(0.1, c * 0.6), h]);
  const turn = -side * 0.3;
  const outer = block({
    x,
    y,
    z,
    width: 1.5,
    height: 1.62,
    depth: 0.85,
    turn,
    bevel: 0.08,
    material: { ...GLASS, transmission: { ior: 1.52, tint: [0.985, 0.988, 0.985], priority: 1 } },
  });
  const inner = block({
    x,
    y: y + 0.26,
    z,
    width: 1.26,
    height: 1.08,
    depth: 0.62,
    turn,
    bevel: 0.06,
    material: clearLiquid([tint[0] ** 1.4, tint[1] ** 1.4, tint[2] ** 1.4]),
  });
  const air = block({
    x,
    y: y + 1.34,
    z,
    width: 1.26,
    height: 0.14,
    depth: 0.62,
    turn,
    bevel: 0.03,
    material: { ...GLASS, transmission: { ior: 1, tint: [1, 1, 1], priority: 4 } },
  });
  return {
    solids: [
      { ...outer, shadowTransmittance: 0.75 },
      { ...inner, shadowTransmittance: 0.8 },
      { ...air, shadowTransmittance: 1 },
      drum(x, y + 1.6, z, 0.24, 0.12, 0.02, GOLD),
      drum(x, y + 1.7, z, 0.36, 0.62, 0.04, GOLD),
    ],
    height: 2.32,
    halfWidth: 0.9,
  };
}
