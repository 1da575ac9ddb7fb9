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
export interface LightnessRange {
  /** By nature; absent = it takes the lightness of its tint. */
  readonly natural?: number;
  /** Darkest and lightest that it still looks like itself: bleached or bronzed oak is oak, black or white oak is not. */
  readonly range: readonly [darkest: number, lightest: number];
}

export const LIGHTNESS: Readonly<Record<MaterialName, LightnessRange>> = {
  oak: { natural: 0.7, range: [0.52, 0.79] },
  walnut: { natural: 0.38, range: [0.27, 0.47] },
  marble: { natural: 0.92, range: [0.76, 0.94] },
  'dark-marble': { natural: 0.22, range: [0.16, 0.36] },
  linen: { range: [0.34, 0.92] },
  terrazzo: { range: [0.32, 0.92] },
  concrete: { natural: 0.68, range: [0.42, 0.8] },
  plaster: { range: [0.2, 0.93] },
  slate: { natural: 0.28, range: [0.2, 0.42] },
  silk: { range: [0.2, 0.9] },
  hanji: { range: [0.6, 0.94] },
  kraft: { natural: 0.68, range: [0.54, 0.76] },
};
