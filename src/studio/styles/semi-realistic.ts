import { defineStyle } from './define-style.ts';
import { painted } from './painted.ts';

/** A digital painting. */
export const semiRealistic = defineStyle({
  name: 'semi-realistic',
  finish: { ko: '붓질이 보이는 반실사 그림', en: 'a painting with visible brushwork' },
  drawing: { draw: painted, amount: 0.6, grain: { rendered: 0.6, photo: 0.8 }, detailBelow: 0.35 },
});
