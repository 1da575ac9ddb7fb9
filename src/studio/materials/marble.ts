import type { Material } from '../renderer/material.ts';
import type { MaterialOptions } from './colour-ramp.ts';
import { defineMaterial } from './define-material.ts';
import { stone } from './stone.ts';

/** White marble with grey veins, polished. */
export const marble = defineMaterial({
  name: 'marble',
  title: { ko: '대리석', en: 'marble' },
  words: [
    {
      ko: {
        대리석: 'marble',
        화이트대리석: 'white marble',
        흰대리석: 'white marble',
        하얀대리석: 'white marble',
        마블: 'marble',
        핑크대리석: 'pink marble',
        대리석테이블: 'marble table',
      },
      en: ['white marble', 'marble table', 'marble top'],
    },
  ],
  shownBy: 'table',
  prompt: 'white marble',
  lightness: { natural: 0.92, range: [0.76, 0.94] },
  make: (options: MaterialOptions): Material =>
    stone(
      {
        stops: [
          [0.52, 0.012, 250],
          [0.74, 0.008, 250],
          [0.88, 0.006, 80],
          [0.95, 0.004, 85],
        ],
        veins: [0.62, 0.42, 0.24],
        clouds: 0.16,
        gloss: 0.55,
      },
      options,
    ),
});
