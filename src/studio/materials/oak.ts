import type { Material } from '../renderer/material.ts';
import type { MaterialOptions } from './colour-ramp.ts';
import { wood } from './wood.ts';

/** Oiled oak: honey-coloured, open pores, satin. */
export const oak = (options: MaterialOptions): Material =>
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
  );
