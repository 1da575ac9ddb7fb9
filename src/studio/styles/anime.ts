import { cel } from './cel.ts';
import { defineStyle } from './define-style.ts';

/** Cel animation with outlines. */
export const anime = defineStyle({
  name: 'anime',
  finish: { ko: '선이 또렷한 애니메이션 그림', en: 'a cel drawing with ink outlines' },
  drawing: { draw: cel, amount: 0.6, detailBelow: 0.3 },
});
