import type { Material } from '../renderer/material.ts';
import type { MaterialOptions } from './colour-ramp.ts';
import { stone } from './stone.ts';

/** White marble with grey veins, polished. */
export const marble = (options: MaterialOptions): Material =>
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
  );
