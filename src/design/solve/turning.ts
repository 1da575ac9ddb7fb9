import { type Box, centre, type Point } from '../../ad/geometry.ts';

/** How a box is turned with all around it. */
export interface Turning {
  /** Degrees clockwise. */
  readonly angle: number;
  readonly about: Point;
}

/** The turning of what is in a box that is itself turned about its middle. */
export const turnedBy = ({ angle }: Turning, by: number, box: Box): Turning => ({
  angle: angle + by,
  about: centre(box),
});

/** The angle as layers and blocks have it: none where they are upright. */
export const angleOf = ({ angle }: Turning): { readonly angle?: number } => (angle === 0 ? {} : { angle });

/** The box with its middle turned about the point that all around it turns about. */
export function moved(box: Box, { angle, about }: Turning): Box {
  if (angle === 0) return box;
  const radians = (angle * Math.PI) / 180;
  const middle = centre(box);
  const [dx, dy] = [middle.x - about.x, middle.y - about.y];
  const x = about.x + dx * Math.cos(radians) - dy * Math.sin(radians);
  const y = about.y + dx * Math.sin(radians) + dy * Math.cos(radians);
  return { x: x - box.width / 2, y: y - box.height / 2, width: box.width, height: box.height };
}

/** A length in whole pixels, at least one. */
export const px = (length: number): number => Math.max(1, Math.round(length));

export const whole = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: px(width),
  height: px(height),
});
