import { defineName } from '../../ad/scene.ts';
import type { MaterialEntry } from '../../ad/studio-catalogue.ts';
import type { Material } from '../renderer/material.ts';
import type { MaterialOptions } from './colour-ramp.ts';

/** How light a material is, OKLab 0–1. */
interface LightnessRange {
  /** By nature; absent = it takes the lightness of its tint. */
  readonly natural?: number;
  /** Darkest and lightest that it still looks like itself: bleached or bronzed oak is oak, black or white oak is not. */
  readonly range: readonly [darkest: number, lightest: number];
}

/** A material: all that is known of it, and what makes it. */
export interface MaterialDescriptor extends MaterialEntry {
  readonly lightness: LightnessRange;
  make(options: MaterialOptions): Material;
}

/** @throws TypeError for a name that is not in kebab case */
export const defineMaterial = (
  material: Omit<MaterialDescriptor, 'name'> & { readonly name: string },
): MaterialDescriptor => ({ ...material, name: defineName<'material'>(material.name) });
