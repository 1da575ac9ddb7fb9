import type { MaterialName } from '../../ad/scene.ts';
import type { Material } from '../renderer/material.ts';
import type { MaterialOptions } from './colour-ramp.ts';
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

const MATERIALS = {
  oak,
  walnut,
  marble,
  'dark-marble': darkMarble,
  linen,
  terrazzo,
  concrete,
  plaster,
  slate,
  silk,
  hanji,
  kraft,
} satisfies Record<MaterialName, (options: MaterialOptions) => Material>;

export const materialOf = (name: MaterialName, options: MaterialOptions): Material =>
  MATERIALS[name](options);

/** How light a material is, OKLab 0–1. */
export interface Lightness {
  /** By nature; absent = it takes the lightness of its tint. */
  readonly own?: number;
  /** Darkest and lightest that it still looks like itself: bleached or bronzed oak is oak, black or white oak is not. */
  readonly believable: readonly [darkest: number, lightest: number];
}

export const LIGHTNESS: Readonly<Record<MaterialName, Lightness>> = {
  oak: { own: 0.7, believable: [0.52, 0.79] },
  walnut: { own: 0.38, believable: [0.27, 0.47] },
  marble: { own: 0.92, believable: [0.76, 0.94] },
  'dark-marble': { own: 0.22, believable: [0.16, 0.36] },
  linen: { believable: [0.34, 0.92] },
  terrazzo: { believable: [0.32, 0.92] },
  concrete: { own: 0.68, believable: [0.42, 0.8] },
  plaster: { believable: [0.2, 0.93] },
  slate: { own: 0.28, believable: [0.2, 0.42] },
  silk: { believable: [0.2, 0.9] },
  hanji: { believable: [0.6, 0.94] },
  kraft: { own: 0.68, believable: [0.54, 0.76] },
};
