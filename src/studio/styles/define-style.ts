import type { Size } from '../../ad/geometry.ts';
import { defineName } from '../../ad/scene.ts';
import type { StyleEntry } from '../../ad/studio-catalogue.ts';
import type { OklabPlanes } from '../../imaging/oklab-planes.ts';

/** How a picture is drawn anew. */
interface Drawing {
  /**
   * @param work the picture, no larger than workingSize
   * @param size of what is drawn
   * @param amount 0–1, how far it goes from the picture
   * @param seed where brush marks begin
   */
  draw(work: OklabPlanes, size: Size, amount: number, seed: number): OklabPlanes;
  /** The amount for what the studio has rendered. */
  readonly amount: number;
  /** Standard deviation of film grain in mid-tones, in 255ths, on what was rendered and on a photo; absent = none. */
  readonly grain?: { readonly rendered: number; readonly photo: number };
  /** Below this amount a photo's own detail shows through. */
  readonly detailBelow?: number;
}

/** A style: all that is known of it, and what draws it. */
export interface StyleDescriptor extends StyleEntry {
  /** Absent = what is rendered stays as it is, and a photo a photo. */
  readonly drawing?: Drawing;
}

/** @throws TypeError for a name that is not in kebab case */
export const defineStyle = (
  style: Omit<StyleDescriptor, 'name'> & { readonly name: string },
): StyleDescriptor => ({ ...style, name: defineName<'style'>(style.name) });
