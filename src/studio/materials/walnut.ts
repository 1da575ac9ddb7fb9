import type { Material } from '../renderer/material.ts';
import type { MaterialOptions } from './colour-ramp.ts';
import { defineMaterial } from './define-material.ts';
import { wood } from './wood.ts';

/** Oiled walnut: chocolate brown, close grain, satin. */
export const walnut = defineMaterial({
  name: 'walnut',
  title: { ko: '호두나무', en: 'walnut' },
  words: [
    {
      ko: {
        월넛: 'walnut wood',
        호두나무: 'walnut wood',
        짙은나무: 'dark wood',
        어두운나무: 'dark wood',
        진한나무: 'dark wood',
        고재: 'reclaimed wood',
        마호가니: 'mahogany',
        브라운우드: 'brown wood',
        다크우드: 'dark wood',
        빈티지우드: 'vintage wood',
      },
      en: ['dark wood', 'walnut', 'reclaimed wood', 'mahogany'],
    },
    {
      ko: {
        월넛테이블: 'walnut table',
        짙은나무테이블: 'dark wooden table',
        어두운나무테이블: 'dark wooden table',
      },
      en: ['walnut table', 'dark walnut table', 'dark wood table'],
      scene: 'table',
    },
  ],
  shownBy: 'table',
  prompt: 'dark walnut',
  lightness: { natural: 0.38, range: [0.27, 0.47] },
  make: (options: MaterialOptions): Material =>
    wood(
      {
        stops: [
          [0.2, 0.035, 45],
          [0.3, 0.05, 50],
          [0.4, 0.058, 56],
          [0.5, 0.06, 62],
        ],
        rings: 9,
        contrast: 0.4,
        pores: 0.38,
        variety: 1,
        gloss: 0.6,
        roughness: 0.13,
      },
      options,
    ),
});
