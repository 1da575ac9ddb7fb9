import { defineProp } from './define-prop.ts';
import { icedGlass, MILK } from './iced-glass.ts';
import type { Prop, PropPlacement } from './prop.ts';

/** Matcha latte: milk below, green tea above. */
export const matchaLatte = defineProp({
  name: 'matcha-latte',
  standsFor: { ko: '말차라떼 녹차라떼 그린티라떼 쑥라떼 피스타치오라떼' },
  make,
});

function make(place: PropPlacement): Prop {
  return icedGlass(place, {
    stops: [
      MILK,
      [0.94, 0.025, 95],
      [0.85, 0.07, 115],
      [0.68, 0.11, 122],
      [0.56, 0.11, 126],
      [0.52, 0.105, 127],
    ],
    border: 0.52 + 0.08 * place.random(),
    spread: 0.38,
    threads: 0.32,
    top: [0.58, 0.11, 125],
    foam: [0.78, 0.09, 118],
  });
}
