import type { SKRSContext2D } from '@napi-rs/canvas';
import type { DesignPart, PartColours } from '../../ad/design-part.ts';
import type { Face } from '../../ad/face.ts';
import type { Box, Size } from '../../ad/geometry.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { Pen } from '../../typography/pen.ts';

/** How much room there is for a part. */
export interface PartLimits extends Size {
  /** Em size in pixels below which no word of it may be set. */
  readonly smallest: number;
}

/** The room that a part takes, whole pixels, never more than there is. */
export interface PartSize extends Size {
  /** Em size in pixels of its smallest word; absent = it has none. */
  readonly smallestText?: number;
}

/** Pictures that parts are drawn with, which are no JSON. */
export interface PartPictures {
  /** Cropped to what it shows. */
  readonly logo?: Raster;
}

/** One kind of part: how large it is, and how it is drawn. Both are pure, and the same part is always the same pixels. */
export interface PartDrawer<P extends DesignPart, C extends Pen = SKRSContext2D> {
  /** As large as it can well be within the limits; undefined where its words cannot be read there. */
  measure(part: P, limits: PartLimits, faces: readonly Face[]): PartSize | undefined;
  /**
   * Draws it inside the box and nowhere else.
   *
   * @param box whole pixels, as large as it was measured or larger
   * @throws RangeError where it does not fit into the box however small it is set
   */
  paint(
    context: C,
    part: P,
    box: Box,
    colours: PartColours,
    faces: readonly Face[],
    pictures: PartPictures,
  ): void;
}

/** Thrown by paint for a box that was not measured. */
export function noRoom({ kind }: DesignPart, { width, height }: Size): RangeError {
  return new RangeError(`A ${kind} does not fit into ${width}×${height}`);
}
