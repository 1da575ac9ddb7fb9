import type { Material } from '../renderer/material.ts';
import type { MaterialOptions } from './colour-ramp.ts';
import { stone } from './stone.ts';

/** Black marble with white and a little golden veins, polished. */
export const darkMarble = (options: MaterialOptions): Material =>
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
  );
