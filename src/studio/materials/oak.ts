import type { Material } from '../renderer/material.ts';
import type { MaterialOptions } from './colour-ramp.ts';
import { defineMaterial } from './define-material.ts';
import { wood } from './wood.ts';

/** Oiled oak: honey-coloured, open pores, satin. */
export const oak = defineMaterial({
  name: 'oak',
  title: { ko: '참나무', en: 'oak' },
  words: [
    {
      ko: {
        나무: 'wood',
        원목: 'solid wood',
        우드: 'wood',
        오크: 'oak',
        참나무: 'oak',
        자작나무: 'birch',
        소나무: 'pine',
        밝은나무: 'light wood',
        라탄: 'rattan',
        대나무: 'bamboo',
        나뭇결: 'wood grain',
        통나무: 'log',
        목재: 'timber',
        우드톤: 'wood tones',
      },
      en: ['wooden', 'oak wood', 'timber', 'light wood', 'pine', 'wood grain'],
    },
    {
      ko: {
        나무테이블: 'wooden table',
        원목테이블: 'solid wood table',
        우드테이블: 'wooden table',
        나무탁자: 'wooden table',
        나무식탁: 'wooden dining table',
        나무책상: 'wooden desk',
      },
      en: ['wood table', 'wooden table', 'oak table', 'wood counter'],
      scene: 'table',
    },
  ],
  shownBy: 'table',
  prompt: 'light oak',
  lightness: { natural: 0.7, range: [0.52, 0.79] },
  make: (options: MaterialOptions): Material =>
    wood(
      {
        stops: [
          [0.44, 0.075, 52],
          [0.6, 0.095, 60],
          [0.73, 0.095, 68],
          [0.83, 0.08, 76],
        ],
        rings: 11,
        contrast: 0.36,
        pores: 0.5,
        variety: 1,
        gloss: 0.5,
        roughness: 0.16,
      },
      options,
    ),
});
