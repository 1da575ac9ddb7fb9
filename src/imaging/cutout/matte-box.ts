import type { Box } from '../../ad/geometry.ts';
import { boxWhere } from '../box-where.ts';
import type { Matte } from '../raster.ts';

/** A matte below this is not seen. */
const SEEN = 4;

/** The box around all that a matte shows; undefined where it shows nothing. */
export function matteBox(matte: Matte): Box | undefined {
  return boxWhere(matte, (i) => matte.data[i]! >= SEEN);
}
