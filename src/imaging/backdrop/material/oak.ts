import type { Material } from '../../set/material.ts';
import type { Surfacing } from './tone.ts';
import { wood } from './wood.ts';

/** Oiled oak: honey-coloured, open pores, satin. */
export const oak = (surfacing: Surfacing): Material =>
  wood(
    {
      stops: [
        [0.42, 0.06, 55],
        [0.58, 0.075, 62],
        [0.7, 0.075, 69],
        [0.79, 0.065, 75],
      ],
      rings: 8,
      contrast: 0.42,
      pores: 0.5,
      variety: 1,
      gloss: 0.5,
      roughness: 0.16,
    },
    surfacing,
  );
