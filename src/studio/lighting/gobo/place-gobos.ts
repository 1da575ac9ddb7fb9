import type { Random } from '../../../imaging/random.ts';
import type { Plane } from '../../../imaging/raster.ts';
import { PRODUCT_DEPTH } from '../../renderer/camera.ts';
import { cross, type Gobo, unit, type Vector } from '../../renderer/light.ts';
import { createSoftMask } from '../../renderer/soft-mask.ts';
import type { LightSetup } from '../light-setups.ts';
import { blindsMask, edgeMask, leavesMask, spotMask, windowMask } from './masks.ts';

export interface LightingSpace {
  /** Depth of the wall behind, decimetres. */
  readonly wall: number;
  /** Width of the picture at the wall, decimetres. */
  readonly width: number;
  /** Height of the picture's top edge at the wall, decimetres. */
  readonly top: number;
  /** Multiplies the contrast between lit and unlit: 1 = as the lighting has it. */
  readonly drama?: number;
}

/** Where a gobo hangs: square to the light, `away` decimetres from the wall towards the lamp. */
interface GoboPlacement {
  readonly at: Vector;
  readonly across: Vector;
  readonly up: Vector;
  readonly width: number;
  /** Where the light that falls on a point of the set passes: from the left and the top, 0–1. */
  spot(point: Vector): readonly [s: number, t: number];
}

function goboPlacement(
  aim: Vector,
  direction: Vector,
  away: number,
  width: number,
  roll: number,
): GoboPlacement {
  const flat = unit(cross(direction, [0, 1, 0]));
  const upright = unit(cross(flat, direction));
  const cos = Math.cos(roll);
  const sin = Math.sin(roll);
  const mix = (a: Vector, b: Vector, p: number, q: number): Vector => [
    a[0] * p + b[0] * q,
    a[1] * p + b[1] * q,
    a[2] * p + b[2] * q,
  ];
  const across = mix(flat, upright, cos, sin);
  const up = mix(upright, flat, cos, -sin);
  const at = mix(aim, direction, 1, away);
  return {
    at,
    across,
    up,
    width,
    spot(point) {
      const d: Vector = [point[0] - at[0], point[1] - at[1], point[2] - at[2]];
      return [0.5 + dot(d, across) / width, 0.5 - dot(d, up) / width];
    },
  };
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/**
 * Masks between the lamp and the set. Light falls on the place where products stand, and the pattern on the wall
 * keeps away from the lamp's side, which is for words.
 */
export function gobosFor(
  setup: LightSetup,
  place: LightingSpace,
  direction: Vector,
  side: -1 | 1,
  random: Random,
): readonly Gobo[] {
  if (setup.gobo === undefined) return [];
  const { wall, width, top } = place;
  const productAt: Vector = [0, 1.1, PRODUCT_DEPTH];
  const aside = (share: number): number => -side * share * width;
  const hung = (placement: GoboPlacement, plane: Plane, leak: number): Gobo => ({
    mask: createSoftMask(plane),
    at: placement.at,
    across: placement.across,
    up: placement.up,
    towardsLamp: direction,
    width: placement.width,
    leak,
  });
  switch (setup.gobo) {
    case 'window': {
      const aim: Vector = [aside(0.08 + 0.12 * random()), top * (0.4 + 0.08 * random()), wall];
      const placement = goboPlacement(aim, direction, 7 + 3 * random(), width * 1.5, side * 0.05);
      const size = (width * (0.42 + 0.1 * random())) / placement.width;
      const places = [placement.spot(aim), [...placement.spot(productAt), 1.35] as const];
      return [hung(placement, windowMask(random, places, size), 0.06)];
    }
    case 'blinds': {
      const aim: Vector = [aside(0.05), top * 0.4, wall];
      const placement = goboPlacement(
        aim,
        direction,
        7 + 3 * random(),
        width * 1.7,
        side * (0.05 + 0.1 * random()),
      );
      const places = [
        placement.spot([aside(0.14), top * 0.46, wall]),
        [...placement.spot(productAt), 1.25] as const,
      ];
      return [hung(placement, blindsMask(random, places, (width * 0.66) / placement.width), 0.1)];
    }
    case 'leaves': {
      const near: Vector = [aside(0.2 + 0.1 * random()), top * (0.66 + 0.1 * random()), wall];
      const far: Vector = [aside(0.3 + 0.1 * random()), top * (0.5 + 0.2 * random()), wall];
      const turn = side < 0 ? 0 : -1.25;
      return [
        hung(
          goboPlacement(near, direction, 4 + 2 * random(), width * 0.85, turn + 0.3 * random()),
          leavesMask(random),
          0.16,
        ),
        hung(
          goboPlacement(far, direction, 11 + 4 * random(), width * 1.1, turn + 0.4 + 0.4 * random()),
          leavesMask(random),
          0.34,
        ),
      ];
    }
    case 'spot': {
      const placement = goboPlacement([0, 0.6, PRODUCT_DEPTH], direction, 10, 9.5, 0);
      return [hung(placement, spotMask(), 0.1)];
    }
    case 'edge': {
      const placement = goboPlacement([0, top * 0.4, wall], direction, 9 + 5 * random(), width * 2.4, 0);
      const lit = [productAt, [aside(-0.2), top * 0.3, wall], [aside(0.3), top * 0.25, wall]] as const;
      const slant = -side * (0.5 + 0.5 * random());
      return [hung(placement, edgeMask(lit.map(placement.spot), slant, 0.05 + 0.05 * random()), 0)];
    }
  }
}
