import { loft } from '../renderer/loft.ts';
import { jar } from './cream.ts';
import { defineProp } from './define-prop.ts';
import { labelled } from './label.ts';
import { drum, shades } from './packaging.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { glazed } from './solid-materials.ts';

/** A squeeze tube standing on its cap. */
export const tube = defineProp({
  name: 'tube',
  standsFor: {
    ko: '선크림 썬크림 자외선차단제 핸드크림 클렌징폼 폼클렌징 비비크림 파운데이션 치약 연고 ~핸드크림 ~선크림 ~연고',
    en: 'sunscreen, sun cream, sunblock, hand cream',
  },
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, side } = place;
  const { main, pale, deep } = shades(place);
  const material = labelled(main, deep, 0.75, 1.75, 0.4);
  const body = loft({
    x,
    y,
    z,
    sections: [
      { y: 0.42, x: 0.5, z: 0.44 },
      { y: 0.6, x: 0.6, z: 0.52 },
      { y: 1.4, x: 0.63, z: 0.4 },
      { y: 2.2, x: 0.66, z: 0.06 },
      { y: 2.42, x: 0.66, z: 0.035 },
    ],
    materials: [material],
  });
  return {
    solids: [
      body,
      drum(x, y, z, 0.46, 0.44, 0.05, glazed(pale, 0.12)),
      ...jar(x + side * 1.3, y, z - 0.45, 0.56, pale, glazed(main, 0.1)),
    ],
    height: 2.42,
    halfWidth: 1.8,
  };
}
