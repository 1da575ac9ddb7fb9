import type { Size } from '../../../ad/geometry.ts';

/** Longer side of a product in pixels below which it is refused, and below which it is enlarged. */
export const SMALLEST = 64;
export const WISHED = 200;

/** Whether a product has so few pixels that it is enlarged, or refused. */
export const isSmall = ({ width, height }: Size): boolean => Math.max(width, height) < WISHED;
