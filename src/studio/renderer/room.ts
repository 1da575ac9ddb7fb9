import type { Camera } from './camera.ts';
import type { FarLayer } from './far-layer.ts';
import type { Lights } from './light.ts';
import type { Strip } from './profile.ts';

/** A room without the things that stand in it. */
export interface Room {
  readonly camera: Camera;
  /** Front to back; the last fills the top of the picture. */
  readonly strips: readonly Strip[];
  readonly lights: Lights;
  /** What stands far behind and out of focus, in front of the last strip. */
  readonly far?: FarLayer;
  /** How much of the light reaches the boards past the things that stand on them. */
  readonly shadows?: RoomShadows;
}

/** Shares of light, 0–1, one value every COLUMN_STEP columns and every row. */
export interface RoomShadows {
  readonly columns: number;
  readonly key: Float32Array;
  readonly second: Float32Array;
  readonly fill: Float32Array;
}

/** Light is worked out at every fourth column and drawn straight in between; no shadow is that sharp. */
export const COLUMN_STEP = 4;

export const stepsAcross = (width: number): number => Math.ceil(width / COLUMN_STEP) + 1;
