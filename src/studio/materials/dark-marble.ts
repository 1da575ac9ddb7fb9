import type { Material } from '../renderer/material.ts';
import type { MaterialOptions } from './colour-ramp.ts';
import { defineMaterial } from './define-material.ts';
import { stone } from './stone.ts';

/** Black marble with white and a little golden veins, polished. */
export const darkMarble = defineMaterial({
  name: 'dark-marble',
  title: { ko: '검은 대리석', en: 'dark marble' },
  words: [
    {
      ko: {
        검은대리석: 'black marble',
        블랙대리석: 'black marble',
        어두운대리석: 'dark marble',
        흑대리석: 'black marble',
        블랙마블: 'black marble',
      },
      en: ['black marble', 'dark marble'],
    },
  ],
  shownBy: 'table',
  prompt: 'black marble',
  lightness: { natural: 0.22, range: [0.16, 0.36] },
  make: (options: MaterialOptions): Material =>
    stone(
      {
        stops: [
          [0.86, 0.03, 82],
          [0.5, 0.02, 75],
          [0.27, 0.008, 270],
          [0.19, 0.008, 270],
        ],
        veins: [0.55, 0.5, 0.35],
        clouds: 0.14,
        gloss: 0.6,
      },
      options,
    ),
});
