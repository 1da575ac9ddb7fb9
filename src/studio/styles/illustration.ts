import { defineStyle } from './define-style.ts';
import { flat } from './flat.ts';

/** Flat vector shapes. */
export const illustration = defineStyle({
  name: 'illustration',
  finish: { ko: '단색 도형으로 그린 일러스트', en: 'an illustration in flat shapes' },
  drawing: { draw: flat, amount: 0.45 },
});
