import type { MaterialName } from '../../../ad/scene.ts';
import type { Material } from '../../set/material.ts';
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
import type { Surfacing } from './tone.ts';
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
} satisfies Record<MaterialName, (surfacing: Surfacing) => Material>;

export const materialOf = (name: MaterialName, surfacing: Surfacing): Material => MATERIALS[name](surfacing);

/** Mean lightness by nature, OKLab 0–1; absent = it takes the lightness of its tint. */
export const NATURAL_LIGHTNESS: Readonly<Partial<Record<MaterialName, number>>> = {
  oak: 0.7,
  walnut: 0.38,
  marble: 0.92,
  'dark-marble': 0.22,
  concrete: 0.68,
  slate: 0.28,
  kraft: 0.68,
};
