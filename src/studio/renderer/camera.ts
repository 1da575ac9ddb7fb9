import type { Size } from '../../ad/geometry.ts';

/**
 * A view camera: the picture plane is upright and the lens is shifted, so that verticals stay vertical as product
 * photographers have them. The world is measured in decimetres: x to the right, y up from the table top, z away
 * from the camera, which stands at (0, eyeHeight, 0).
 */
export interface Camera extends Size {
  /** Distance of the picture plane, in pixels. */
  readonly focal: number;
  /** Row at eye level, where parallel floor lines meet. */
  readonly eyeRow: number;
  /** Column straight ahead. */
  readonly centre: number;
  /** Height of the lens above the floor. */
  readonly eyeHeight: number;
  /** Depth at which everything is sharp. */
  readonly focus: number;
  /** Radius of the circle of confusion of a point at infinity, in pixels. */
  readonly aperture: number;
}

/** What a photographer decides before the picture: where things lie in it. */
export interface Framing {
  /** Rows as shares of the height: eye level, and where a product's foot stands. */
  readonly eye: number;
  readonly ground: number;
  /** Share of the width straight ahead of the camera; 0.5 = the middle. */
  readonly centre: number;
  /** Picture plane distance as a multiple of the shorter side: 1.2 wide, 2.4 long lens. */
  readonly lens: number;
  /** As the camera's, as a share of the shorter side. */
  readonly blur: number;
}

/** Depth of the place where a product stands, in decimetres. */
export const PRODUCT_DEPTH = 10;

export function createCamera({ width, height }: Size, framing: Framing): Camera {
  const side = Math.min(width, height);
  const focal = framing.lens * side;
  const eyeRow = framing.eye * height;
  return {
    width,
    height,
    focal,
    eyeRow,
    centre: framing.centre * width,
    eyeHeight: ((framing.ground * height - eyeRow) * PRODUCT_DEPTH) / focal,
    focus: PRODUCT_DEPTH,
    aperture: framing.blur * side,
  };
}

/** Row at which a point of height `y` and depth `z` is seen. */
export const rowOf = (camera: Camera, y: number, z: number): number =>
  camera.eyeRow + (camera.focal * (camera.eyeHeight - y)) / z;

export const columnOf = (camera: Camera, x: number, z: number): number =>
  camera.centre + (camera.focal * x) / z;

/** Depth at which the row meets the level `y`; Infinity at and beyond the horizon. */
export function depthAt(camera: Camera, row: number, y = 0): number {
  const slope = (row - camera.eyeRow) / camera.focal;
  const depth = (camera.eyeHeight - y) / slope;
  return depth > 0 ? depth : Number.POSITIVE_INFINITY;
}

/** Radius of the circle of confusion of a point at depth `z`, in pixels: thin lens, in front of the focus and behind. */
export const circleOfConfusionAt = (camera: Camera, z: number): number =>
  camera.aperture * Math.abs(1 - camera.focus / z);
