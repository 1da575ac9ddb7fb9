import { lathe } from '../renderer/lathe.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { clearLiquid, GLASS } from './solid-materials.ts';

/** A glass of red wine. */
export const wine = defineProp({
  name: 'wine',
  standsFor: {
    ko: '와인 레드와인 화이트와인 로제와인 내추럴와인 스파클링와인 샴페인 샹그리아 뱅쇼 ~와인',
    en: 'wine',
  },
  make,
});

function make({ x, y, z }: PropPlacement): Prop {
  const bowl = (r: number): ProfilePoint[] => [
    { r: 0.1 * r, y: 1.12 },
    { r: 0.34 * r, y: 1.17 },
    { r: 0.58 * r, y: 1.33 },
    { r: 0.7 * r, y: 1.6 },
    { r: 0.71 * r, y: 1.85 },
    { r: 0.64 * r, y: 2.2 },
    { r: 0.53 * r, y: 2.62 },
  ];
  const outside: ProfilePoint[] = [
    { r: 0, y: 0 },
    { r: 0.62, y: 0 },
    { r: 0.63, y: 0.02 },
    { r: 0.5, y: 0.045 },
    { r: 0.2, y: 0.08 },
    { r: 0.075, y: 0.16 },
    { r: 0.055, y: 0.4 },
    { r: 0.055, y: 0.9 },
    { r: 0.075, y: 1.04 },
    ...bowl(1).slice(1),
  ];
  const inside = bowl(0.955)
    .toReversed()
    .map((turn, i, all) => (i === all.length - 1 ? { r: 0, y: 1.15 } : turn));
  const glass = {
    ...lathe({ x, y, z, outline: [...outside, ...inside], materials: [GLASS], crease: 80 }),
    shadowTransmittance: 0.82,
  };
  const red = clearLiquid([0.55, 0.02, 0.05]);
  const level = 1.78;
  const fill: ProfilePoint[] = [
    { r: 0, y: 1.145 },
    ...bowl(0.962).slice(1, 4),
    { r: 0.712 * 0.962, y: level },
    { r: 0, y: level },
  ];
  return {
    solids: [
      glass,
      { ...lathe({ x, y, z, outline: fill, materials: [red], crease: 60 }), shadowTransmittance: 0.3 },
    ],
    height: 2.65,
    halfWidth: 0.75,
  };
}
