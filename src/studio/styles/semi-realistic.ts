import { defineStyle } from './define-style.ts';
import { painted } from './painted.ts';

/** A digital painting. */
export const semiRealistic = defineStyle({
  name: 'semi-realistic',
  order: 20,
  title: { ko: '반실사', en: 'Semi-realistic' },
  names: { ko: '반실사', en: 'semi-realistic' },
  aliases: {
    ko: [
      '세미리얼',
      '세미 리얼',
      '반실사풍',
      '세미리얼리스틱',
      '디지털 페인팅',
      '유화',
      '유화풍',
      '회화풍',
      '3D',
      '쓰리디',
      '렌더링',
      '3D 렌더링',
      '입체 그래픽',
    ],
    en: [
      'semi realistic',
      'semireal',
      'painterly',
      'oil painting',
      'digital painting',
      '3d',
      '3d render',
      'render',
    ],
  },
  prompt: {
    medium: 'semi-realistic digital painting',
    light: 'Painted light: {light}, glowing edges',
    backdrop: 'painted surfaces with true perspective',
    subject: 'a polished, slightly idealised subject',
    words: [
      'smooth painterly shading over believable forms',
      'slightly idealised shapes and rich colour',
      'soft rim light and polished surfaces',
      'fine brushwork in the background',
    ],
    negative: ['photograph', 'film grain', 'flat vector art', 'thick outlines', 'chibi', 'rough sketch'],
  },
  finish: { ko: '붓질이 보이는 반실사 그림', en: 'a painting with visible brushwork' },
  drawing: { draw: painted, amount: 0.6, grain: { rendered: 0.6, photo: 0.8 }, detailBelow: 0.35 },
});
