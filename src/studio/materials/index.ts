// Written by the build (index-files.mjs): everything that is defined beside it.
import { concrete } from './concrete.ts';
import { darkMarble } from './dark-marble.ts';
import { hanji } from './hanji.ts';
import { kraft } from './kraft.ts';
import { linen } from './linen.ts';
import { marble } from './marble.ts';
import { oak } from './oak.ts';
import { plaster } from './plaster.ts';
import { silk } from './silk.ts';
import { slate } from './slate.ts';
import { terrazzo } from './terrazzo.ts';
import { walnut } from './walnut.ts';

export const materials = [
  concrete,
  darkMarble,
  hanji,
  kraft,
  linen,
  marble,
  oak,
  plaster,
  silk,
  slate,
  terrazzo,
  walnut,
];

declare module '../../ad/scene.ts' {
  interface StudioNames {
    readonly material:
      | 'concrete'
      | 'dark-marble'
      | 'hanji'
      | 'kraft'
      | 'linen'
      | 'marble'
      | 'oak'
      | 'plaster'
      | 'silk'
      | 'slate'
      | 'terrazzo'
      | 'walnut';
  }
}
