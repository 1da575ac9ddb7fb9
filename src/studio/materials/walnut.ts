import type { Material } from '../renderer/material.ts';
import type { MaterialOptions } from './colour-ramp.ts';
import { wood } from './wood.ts';

/** Oiled walnut: chocolate brown, close grain, satin. */
export const walnut = (options: MaterialOptions): Material =>
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
  );
