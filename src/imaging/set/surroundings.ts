import type { LightPicture } from '../light-picture.ts';
import { type LinearRgb, lumaOf, scaled } from '../linear-colour.ts';
import { createPlane, type Plane } from '../raster.ts';
import type { Camera } from './camera.ts';
import { cross, type Lamp, type Lights, unit, type Vector } from './light.ts';
import type { Strip } from './profile.ts';
import { createSoftMask, type SoftMask, sampleMask } from './soft-mask.ts';

/** What the things in a set mirror and let through: the painted room, and the studio behind the camera. */
export interface Surroundings {
  readonly camera: Camera;
  readonly depth: number;
  /** The room as painted, at a quarter of the size and every blur. */
  readonly masks: readonly SoftMask[];
  readonly lights: Lights;
  readonly lamps: readonly Glow[];
  /** Light that the floor throws back where products stand. */
  readonly bounce: readonly [number, number, number];
}

/** A lamp as it is seen in a mirror: a soft rectangle. */
interface Glow {
  readonly towards: Vector;
  readonly across: Vector;
  readonly up: Vector;
  /** Half sides as slopes. */
  readonly width: number;
  readonly height: number;
  readonly colour: LinearRgb;
  /** Glazing bars. */
  readonly bars: boolean;
}

const SCALE = 4;

/** @param ground row on which products stand */
export function createSurroundings(
  camera: Camera,
  strips: readonly Strip[],
  lights: Lights,
  picture: LightPicture,
  ground: number,
): Surroundings {
  const small = [picture.r, picture.g, picture.b].map(quartered);
  const back = strips.at(-1)!;
  const depth = back.kind === 'level' ? back.far : back.z;
  const [r, g, b] = small.map((plane) => meanAround(plane, ground / SCALE)) as [number, number, number];
  const glows = [glowOf(lights.key, 1)];
  if (lights.second !== undefined) glows.push(glowOf(lights.second, 0.8));
  glows.push(card(lights));
  return { camera, depth, masks: small.map(createSoftMask), lights, lamps: glows, bounce: [r, g, b] };
}

function glowOf(lamp: Lamp, strength: number): Glow {
  const towards = unit([lamp.at[0], lamp.at[1] - 1, lamp.at[2] - 10]);
  const across = unit(cross(towards, [0, 1, 0]));
  const up = unit(cross(across, towards));
  const patterned = lamp.gobos.length > 0;
  const reach = Math.sqrt(lamp.reach);
  const size = Math.max(0.16, (1.2 * lamp.radius) / reach);
  const level = (strength * 3.2) / Math.max(0.5, size / 0.25);
  const share = Math.max(0.12, lumaOf(lamp.colour));
  return {
    towards,
    across,
    up,
    width: patterned ? 0.24 : size,
    height: patterned ? 0.36 : size * 1.3,
    colour: scaled(lamp.colour, level / Math.max(1, share)),
    bars: patterned,
  };
}

/** The white card that a photographer sets up on the shady side. */
function card(lights: Lights): Glow {
  const side = Math.sign(lights.key.at[0]) || 1;
  const towards = unit([-side * 0.9, 0.28, -0.45]);
  const across = unit(cross(towards, [0, 1, 0]));
  return {
    towards,
    across,
    up: unit(cross(across, towards)),
    width: 0.2,
    height: 0.7,
    colour: scaled(lights.fill, 1.5),
    bars: false,
  };
}

/**
 * Light that comes to a point along a direction, into `out`.
 *
 * @param spread blur, as a slope
 */
export function lookAround(
  around: Surroundings,
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  spread: number,
  out: Float32Array,
): void {
  const { camera, depth, lights } = around;
  // To the board behind, or to the floor if that comes first.
  let t = dz > 1e-6 ? (depth - oz) / dz : Number.POSITIVE_INFINITY;
  const drop = dy < -1e-6 ? -oy / dy : Number.POSITIVE_INFINITY;
  const floor = drop < t;
  if (floor) t = drop;
  const z = oz + dz * t;
  if (t < 1e6 && z > 1) {
    const x = ox + dx * t;
    const y = oy + dy * t;
    const column = camera.centre + (camera.focal * x) / z;
    const row = camera.eyeRow + (camera.focal * (camera.eyeHeight - y)) / z;
    const s = column / camera.width;
    const v = row / camera.height;
    // Beyond the picture the room goes on a little darker.
    const off = Math.max(0, -s, s - 1) + Math.max(0, -v, v - 1);
    const fade = 1 / (1 + 0.5 * off);
    const blur = (spread * t * camera.focal) / z / camera.width;
    for (let channel = 0; channel < 3; channel++) {
      out[channel] = fade * sampleMask(around.masks[channel]!, s, v, blur);
    }
    if (floor) return;
    if (off === 0) return;
  } else if (dy < 0) {
    out[0] = around.bounce[0] * 0.8;
    out[1] = around.bounce[1] * 0.8;
    out[2] = around.bounce[2] * 0.8;
  } else {
    const level = 0.34 + 0.3 * dy;
    out[0] = lights.fill[0] * level;
    out[1] = lights.fill[1] * level;
    out[2] = lights.fill[2] * level;
  }
  for (let i = 0; i < around.lamps.length; i++) shine(around.lamps[i]!, dx, dy, dz, spread, out);
}

function shine(glow: Glow, dx: number, dy: number, dz: number, spread: number, out: Float32Array): void {
  const { towards, across, up } = glow;
  const ahead = dx * towards[0] + dy * towards[1] + dz * towards[2];
  if (ahead <= 0.05) return;
  const s = (dx * across[0] + dy * across[1] + dz * across[2]) / ahead;
  const t = (dx * up[0] + dy * up[1] + dz * up[2]) / ahead;
  const soft = 0.03 + spread;
  let level = rim(glow.width - Math.abs(s), soft) * rim(glow.height - Math.abs(t), soft);
  if (level <= 0) return;
  if (glow.bars) {
    level *= 1 - 0.8 * rim(0.022 - Math.abs(s), soft * 0.5);
    level *= 1 - 0.8 * rim(0.02 - Math.abs(t - 0.06), soft * 0.5);
  }
  // The same light from a wider blur is weaker.
  level *= (glow.width * glow.height) / ((glow.width + spread * 0.7) * (glow.height + spread * 0.7));
  out[0]! += glow.colour[0] * level;
  out[1]! += glow.colour[1] * level;
  out[2]! += glow.colour[2] * level;
}

/** 0 outside, 1 inside, with an edge `soft` wide. */
function rim(inside: number, soft: number): number {
  const t = 0.5 + inside / (2 * soft);
  return t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t);
}

function quartered({ data, width, height }: Plane): Plane {
  const small = createPlane(Math.ceil(width / SCALE), Math.ceil(height / SCALE));
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      let sum = 0;
      let count = 0;
      for (let dy = 0; dy < SCALE && y * SCALE + dy < height; dy++) {
        for (let dx = 0; dx < SCALE && x * SCALE + dx < width; dx++) {
          sum += data[(y * SCALE + dy) * width + x * SCALE + dx]!;
          count++;
        }
      }
      small.data[y * small.width + x] = sum / count;
    }
  }
  return small;
}

function meanAround(plane: Plane, row: number): number {
  let sum = 0;
  let count = 0;
  const from = Math.max(0, Math.min(plane.height - 2, Math.round(row) - 6));
  for (let y = from; y < Math.min(plane.height, from + 16); y++) {
    for (let x = Math.floor(plane.width * 0.25); x < plane.width * 0.75; x++) {
      sum += plane.data[y * plane.width + x]!;
      count++;
    }
  }
  return sum / Math.max(1, count);
}
