import { defineStyle } from './define-style.ts';
import { flat } from './flat.ts';

/** Flat vector shapes. */
export const illustration = defineStyle({
  name: 'illustration',
  order: 40,
  title: { ko: '일러스트', en: 'Illustration' },
  names: { ko: '일러스트', en: 'illustration' },
  aliases: {
    ko: [
      '일러스트레이션',
      '그림',
      '삽화',
      '수채화',
      '수채화풍',
      '손그림',
      '플랫',
      '플랫 디자인',
      '벡터',
      '벡터풍',
      '드로잉',
      '동화풍',
      '동화 느낌',
      '그림체',
      '페이퍼아트',
    ],
    en: [
      'illustrated',
      'drawing',
      'flat design',
      'vector',
      'vector art',
      'watercolour',
      'watercolor',
      'hand drawn',
      'storybook',
      'flat illustration',
    ],
  },
  prompt: {
    medium: 'flat editorial illustration',
    light: 'Light hinted at by flat shapes, as of {light}',
    backdrop: 'a flat scene with an open middle',
    subject: 'one clear simplified subject',
    words: [
      'simple rounded shapes with clean edges',
      'limited palette in flat areas of colour',
      'subtle paper grain',
      'generous plain space',
    ],
    negative: ['photograph', 'photorealistic', '3D render', 'heavy shading', 'cluttered detail', 'noise'],
  },
  finish: { ko: '단색 도형으로 그린 일러스트', en: 'an illustration in flat shapes' },
  drawing: { draw: flat, amount: 0.45 },
});
