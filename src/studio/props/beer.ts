import { ellipsoid } from '../renderer/ellipsoid.ts';
import { lathe } from '../renderer/lathe.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import { torus } from '../renderer/torus.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { BUBBLE, clearLiquid, GLASS, translucent } from './solid-materials.ts';
import { filling, innerRadius, rounded, tumbler } from './vessel.ts';

/** A mug of lager with a head of foam. */
export const beer = defineProp({
  name: 'beer',
  standsFor: {
    ko: '맥주 생맥주 수제맥주 크래프트맥주 병맥주 흑맥주 라거 에일 ~맥주',
    en: 'beer, draft, draft beer',
  },
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, side, random } = place;
  const vessel = { x, y, z, foot: 0.7, rim: 0.78, height: 2.3, wall: 0.09, base: 0.24 };
  const level = 1.86;
  const lager = clearLiquid([0.97, 0.72, 0.16]);
  const foam = translucent([0.96, 0.025, 85], 0.5, 0.5);
  const inner = innerRadius(vessel, level);
  const head: ProfilePoint[] = [
    { r: 0, y: level },
    { r: inner + 0.004, y: level },
    { r: innerRadius(vessel, 2.26) + 0.004, y: 2.26 },
    ...rounded(0.6, 2.34, 0.14, -10, 70, 6),
    { r: 0.3, y: 2.56 },
    { r: 0, y: 2.58 },
  ];
  const bubbles = Array.from({ length: 30 }, () => {
    const angle = random() * 6.28;
    const height = 0.5 + random() * 1.3;
    const away = innerRadius(vessel, height) * (0.75 + 0.22 * random());
    return {
      ...ellipsoid({
        at: [x + Math.cos(angle) * away, y + height, z + Math.sin(angle) * away],
        radius: 0.014 + 0.014 * random(),
        material: BUBBLE,
      }),
      shadowTransmittance: 0.97,
    };
  });
  const handle = torus({
    at: [x + side * 0.86, y + 1.2, z],
    axes: [
      [0, 1, 0],
      [0, 0, 1],
      [side, 0, 0],
    ],
    radius: [0.62, 0.46],
    tube: [0.1, 0.12],
    material: GLASS,
  });
  return {
    solids: [
      tumbler(vessel),
      { ...handle, shadowTransmittance: 0.75 },
      { ...filling(vessel, level, lager, lager), shadowTransmittance: 0.7 },
      lathe({ x, y, z, outline: head, materials: [foam], crease: 70 }),
      ...bubbles,
    ],
    height: 2.6,
    halfWidth: 1.4,
  };
}
