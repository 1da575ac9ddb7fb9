import type { Oklch } from '../../imaging/colour.ts';
import { lathe } from '../renderer/lathe.ts';
import type { LinearRgb } from '../renderer/linear-colour.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { defineProp } from './define-prop.ts';
import { labelled, shifted } from './label.ts';
import { drum, shades } from './packaging.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { clearLiquid, GLASS, GOLD, matt } from './solid-materials.ts';
import { rounded } from './vessel.ts';

/** A dropper bottle of amber glass, a small one beside it. */
export const serum = defineProp({
  name: 'serum',
  standsFor: { ko: '세럼 앰플 에센스 페이스오일 아로마오일 에센셜오일 ~세럼 ~앰플 ~에센스', en: 'serum' },
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, side } = place;
  const { pale, deep } = shades(place);
  const amber: LinearRgb = [0.55, 0.2, 0.035];
  return {
    solids: [
      ...dropper(x, y, z, 1, amber, pale, deep),
      ...dropper(x + side * 1.2, y, z - 0.5, 0.68, amber, pale, deep),
    ],
    height: 2.45,
    halfWidth: 1.7,
  };
}

function dropper(
  x: number,
  y: number,
  z: number,
  size: number,
  tint: LinearRgb,
  paper: Oklch,
  ink: Oklch,
): Solid[] {
  const k = size;
  const glass: SolidMaterial = { ...GLASS, transmission: { ior: 1.5, tint, priority: 1 } };
  const outside: ProfilePoint[] = [
    { r: 0, y: 0 },
    ...rounded(0.54 * k, 0.06 * k, 0.06 * k, -90, 0, 6),
    ...rounded(0.46 * k, 1.12 * k, 0.14 * k, 0, 78, 8),
    { r: 0.27 * k, y: 1.32 * k },
    { r: 0.25 * k, y: 1.5 * k },
  ];
  const inside: ProfilePoint[] = [
    { r: 0.2 * k, y: 1.5 * k },
    { r: 0.22 * k, y: 1.3 * k },
    { r: 0.5 * k, y: 1.12 * k },
    { r: 0.54 * k, y: 0.14 * k },
    { r: 0, y: 0.12 * k },
  ];
  const fluid = clearLiquid([tint[0] * 0.9, tint[1] * 0.8, tint[2]]);
  const fill: ProfilePoint[] = [
    { r: 0, y: 0.117 * k },
    { r: 0.543 * k, y: 0.137 * k },
    { r: 0.522 * k, y: 0.86 * k },
    { r: 0, y: 0.86 * k },
  ];
  // A paper band round the belly.
  const band: ProfilePoint[] = [
    { r: 0.601 * k, y: 0.3 * k },
    { r: 0.606 * k, y: 0.31 * k },
    { r: 0.606 * k, y: 0.99 * k },
    { r: 0.601 * k, y: 1 * k },
  ];
  const rubber = matt([0.22, 0.01, 60], 0.2);
  const bulb: ProfilePoint[] = [
    { r: 0.2 * k, y: 1.82 * k },
    { r: 0.19 * k, y: 2 * k },
    { r: 0.185 * k, y: 2.2 * k },
    ...rounded(0.04 * k, 2.28 * k, 0.14 * k, 0, 90, 6),
    { r: 0, y: 2.42 * k },
  ];
  const label = labelled(paper, ink, 0.32 * k, 0.97 * k, 0.34 * k);
  return [
    {
      ...lathe({ x, y, z, outline: [...outside, ...inside], materials: [glass], crease: 60 }),
      shadowTransmittance: 0.5,
    },
    { ...lathe({ x, y, z, outline: fill, materials: [fluid] }), shadowTransmittance: 0.6 },
    {
      ...lathe({ x, y, z, outline: band, materials: [shifted(label, 0.3 * k)] }),
      selfShadows: false,
    },
    drum(x, y + 1.46 * k, z, 0.285 * k, 0.36 * k, 0.02 * k, GOLD),
    { ...lathe({ x, y, z, outline: bulb, materials: [rubber], crease: 60 }), selfShadows: false },
  ];
}
