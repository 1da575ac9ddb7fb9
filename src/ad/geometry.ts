/** Width and height in pixels, whole numbers from 1. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place in a picture: pixels from the left and the top. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An upright rectangle in pixels; `x`, `y` is its top left corner. */
export interface Box extends Point, Size {}

export const right = (box: Box): number => box.x + box.width;
export const bottom = (box: Box): number => box.y + box.height;
export const area = (size: Size): number => Math.max(0, size.width) * Math.max(0, size.height);
export const centre = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
export const shortSide = (size: Size): number => Math.min(size.width, size.height);

/** The common part of two boxes; its sides are 0 where they do not touch. */
export function intersection(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(0, Math.min(right(a), right(b)) - x),
    height: Math.max(0, Math.min(bottom(a), bottom(b)) - y),
  };
}

export const overlaps = (a: Box, b: Box): boolean => area(intersection(a, b)) > 0;

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer)
  );
}

/** Intersection over union, 0–1. */
export function iou(a: Box, b: Box): number {
  const common = area(intersection(a, b));
  return common === 0 ? 0 : common / (area(a) + area(b) - common);
}

/** The smallest box around all of `boxes`; undefined for none. */
export function union(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map(right)) - x,
    height: Math.max(...boxes.map(bottom)) - y,
  };
}

/** The box moved outwards (or inwards, below 0) by `by` pixels on every side. */
export function expand(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** The box in whole pixels, so much larger as that takes, and inside of a picture. */
export function toWholePixels(box: Box, { width, height }: Size): Box {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  return {
    x,
    y,
    width: Math.min(width, Math.ceil(right(box))) - x,
    height: Math.min(height, Math.ceil(bottom(box))) - y,
  };
}

/** The farthest that anything of a box is from a point. */
export function reachFrom({ x, y }: Point, box: Box): number {
  const across = Math.max(Math.abs(box.x - x), Math.abs(right(box) - x));
  return Math.hypot(across, Math.max(Math.abs(box.y - y), Math.abs(bottom(box) - y)));
}

/** The upright box around a box that is turned about its middle. @param degrees clockwise */
export function turnedBounds(box: Box, degrees = 0): Box {
  if (degrees === 0) return box;
  const radians = (Math.abs(degrees) * Math.PI) / 180;
  const width = box.width * Math.cos(radians) + box.height * Math.sin(radians);
  const height = box.width * Math.sin(radians) + box.height * Math.cos(radians);
  const middle = centre(box);
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
}
