import { defineProp } from './define-prop.ts';
import { icedGlass, MILK } from './iced-glass.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { lyingStrawberry, strawberry } from './strawberries.ts';

/** Strawberry latte: crushed berries below, milk above, a berry on the rim and some on the table. */
export const strawberryLatte = defineProp({
  name: 'strawberry-latte',
  standsFor: { ko: '딸기라떼 딸기우유 딸기청' },
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, side, random } = place;
  const glass = icedGlass(place, {
    stops: [[0.5, 0.19, 22], [0.58, 0.19, 18], [0.74, 0.13, 12], [0.88, 0.06, 15], MILK, MILK],
    border: 0.4 + 0.06 * random(),
    spread: 0.34,
    threads: -0.26,
    top: [0.95, 0.02, 40],
    foam: [0.97, 0.012, 60],
  });
  const garnish = [
    strawberry([x - side * 0.5, y + 2.56, z - 0.3], [side * 0.35, -0.75, 0.25], 0.5, true, random),
    lyingStrawberry(x - side * 1.35, y, z - 0.5, 0.58, random),
    lyingStrawberry(x - side * 1.75, y, z + 0.2, 0.52, random),
    lyingStrawberry(x + side * 1.3, y, z - 0.75, 0.54, random),
  ];
  return { ...glass, solids: [...glass.solids, ...garnish] };
}
