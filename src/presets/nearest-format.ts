import type { Size } from '../ad/geometry.ts';
import type { Format } from './format.ts';

/** The key of the format whose proportions are nearest to a picture's. */
export function nearestFormat(formats: readonly Format[], picture: Size): string {
  const distance = ({ width, height }: Size): number =>
    Math.abs(Math.log((width / height) * (picture.height / picture.width)));
  return formats.reduce((best, format) => (distance(format) < distance(best) ? format : best)).key;
}
