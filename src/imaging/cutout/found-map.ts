import type { Box } from '../../ad/geometry.ts';
import type { Plane } from '../raster.ts';
import type { FoundThings } from './things/find-things.ts';

/** What a model found in a part of a photo. */
export interface FoundMap {
  /** 0–1, how surely a place is product, of any size: side × side as the model gives it, stretched from its least to its largest value. */
  readonly map: Plane;
  /** The part of the photo that the map covers, in the photo's pixels (whole numbers, inside of the photo). */
  readonly box: Box;
}

/** What a model found in a photo: the first look at all of it, then looks at parts. */
export interface Found {
  /** The model's name, for the reasons. */
  readonly by: string;
  /** At least one; a later map says more of its part than an earlier one. */
  readonly maps: readonly FoundMap[];
  /** The things of the first map, where they were told apart already. */
  readonly things?: FoundThings;
  /** How far most looks at the photo agree with the first map (intersection over union, 0–1); absent where no other was taken. */
  readonly steady?: number;
}
