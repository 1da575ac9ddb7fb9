import type { Solid } from '../renderer/solid.ts';
import { beans } from './beans.ts';
import { defineProp } from './define-prop.ts';
import { iceCubes, straw } from './iced-glass.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { clearLiquid } from './solid-materials.ts';
import { filling, innerRadius, tumbler } from './vessel.ts';

/** Iced black coffee: clear brown, much ice. */
export const americano = defineProp({
  name: 'americano',
  standsFor: {
    ko: '아메리카노 아이스아메리카노 아아 아이스커피 콜드브루 더치커피 아이스티 복숭아아이스티 콜라 ~콜드브루',
    en: 'cold brew, cold brew coffee, cold drink, iced drink',
  },
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, random } = place;
  const vessel = { x, y, z, foot: 0.56, rim: 0.74, height: 2.35, wall: 0.045, base: 0.16 };
  const level = 2;
  const coffee = clearLiquid([0.2, 0.06, 0.012]);
  const solids: Solid[] = [
    tumbler(vessel),
    { ...filling(vessel, level, coffee, coffee), shadowTransmittance: 0.3 },
    ...iceCubes(place, innerRadius(vessel, level), level, 4, 0.06),
    ...iceCubes(place, innerRadius(vessel, 1.4), level - 0.52, 3, 0.3),
    straw(place, vessel.rim - vessel.wall, vessel.height),
    beans(x, y, z, 1, 2.2, 10, random),
  ];
  return { solids, height: 2.8, halfWidth: 0.74 };
}
