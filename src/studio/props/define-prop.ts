import { defineName } from '../../ad/scene.ts';
import type { PropEntry } from '../../ad/studio-catalogue.ts';
import type { Prop, PropPlacement } from './prop.ts';

/** A prop: all that is known of it, and what makes it. */
export interface PropDescriptor extends PropEntry {
  /** For a thing that is looked into: how much higher the eye is for it, share of the picture's shorter side. */
  readonly eyeLift?: number;
  make(place: PropPlacement): Prop;
}

/** @throws TypeError for a name that is not in kebab case */
export const defineProp = (
  prop: Omit<PropDescriptor, 'name'> & { readonly name: string },
): PropDescriptor => ({ ...prop, name: defineName<'prop'>(prop.name) });
