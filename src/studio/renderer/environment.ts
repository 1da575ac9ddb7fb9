import { createPlane, type Plane } from '../../imaging/raster.ts';
import { smoothstep } from '../../imaging/smoothstep.ts';
import { type Camera, PRODUCT_DEPTH } from './camera.ts';
import { type Lamp, type Lights, unit, type Vector } from './light.ts';
import { type LinearRgb, lumaOf, scaled } from './linear-colour.ts';
import type { LinearPicture } from './linear-picture.ts';
import type { Strip } from './profile.ts';
import { createSoftMask, type SoftMask, sampleMask } from './soft-mask.ts';

/** What the things in a set mirror and let through: the painted room, and the studio behind the camera. */
export interface Environment {
  readonly camera: Camera;
  readonly depth: number;
  /** The room as painted, at a quarter of the size and every blur. */
  readonly masks: readonly SoftMask[];
  readonly lights: Lights;
  readonly lamps: readonly Glow[];
  /** Light that the floor throws back where products stand. */
  readonly bounce: readonly [number, number, number];
}

/**
 * A tall bright window or card as it is seen in a mirror. It reaches down to the table, as photographers set them up:
 * upright glass mirrors nothing higher.
 */
interface Glow {
  /** Level unit vectors: to its middle, and to its right. */
  readonly towards: Vector;
  readonly across: Vector;
  /** Half width, and lower and upper end, as slopes. */
  readonly width: number;
  readonly low: number;
  readonly high: number;
  readonly colour: LinearRgb;
  /** Glazing bars. */
  readonly bars: boolean;
}

const SCALE = 4;

/** @param ground row on which products stand */
export function createEnvironment(
  camera: Camera,
  strips: readonly Strip[],
  lights: Lights,
  picture: LinearPicture,
  ground: number,
): Environment {
  const small = [picture.r, picture.g, picture.b].map(quartered);
  const back = strips.at(-1)!;
  const depth = back.kind === 'level' ? back.far : back.z;
  const [r, g, b] = small.map((plane) => meanAround(plane, ground / SCALE)) as [number, number, number];
  const glows = [glowOf(lights.key, 1)];
  if (lights.second !== undefined) glows.push(glowOf(lights.second, 0.8));
  glows.push(reflectorCard(lights));
  return { camera, depth, masks: small.map(createSoftMask), lights, lamps: glows, bounce: [r, g, b] };
}

function glowOf(lamp: Lamp, strength: number): Glow {
  const patterned = lamp.gobos.length > 0;
  const share = Math.max(0.25, lumaOf(lamp.colour));
  return {
    ...facing(lamp.at[0], lamp.at[2] - PRODUCT_DEPTH),
    width: patterned ? 0.3 : 0.22,
    low: -0.42,
    high: 1.5,
    colour: scaled(lamp.colour, (strength * Math.min(15, 10 * share)) / share),
    bars: patterned,
  };
}

/** The white card that a photographer sets up on the shady side. */
function reflectorCard(lights: Lights): Glow {
  const side = Math.sign(lights.key.at[0]) || 1;
  return {
    ...facing(-side, 0.12),
    width: 0.16,
    low: -0.4,
    high: 1.2,
    colour: scaled(lights.fill, 4.5),
    bars: false,
  };
}

function facing(x: number, z: number): Pick<Glow, 'towards' | 'across'> {
  const towards = unit([x, 0, z]);
  return { towards, across: [towards[2], 0, -towards[0]] };
}

/**
 * Light that comes to a point along a direction, into `out`.
 *
 * @param spread blur, as a slope
 */
export function sampleEnvironment(
  environment: Environment,
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  spread: number,
  out: Float32Array,
): void {
  const { camera, depth } = environment;
  // To the board behind, or to the floor if that comes first.
  let t = dz > 1e-6 ? (depth - oz) / dz : Number.POSITIVE_INFINITY;
  const drop = dy < -1e-6 ? -oy / dy : Number.POSITIVE_INFINITY;
  const floor = drop < t;
  if (floor) t = drop;
  const z = oz + dz * t;
  // The room goes over into the studio where it leaves the picture: on the floor towards the camera.
  const room = t < 1e6 ? Math.min(1, Math.max(0, (z - 3) / 4)) : 0;
  studio(environment, dy, out);
  if (room > 0) {
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
      const seen = fade * sampleMask(environment.masks[channel]!, s, v, blur);
      out[channel] = out[channel]! + (seen - out[channel]!) * room;
    }
    // What lies ahead in the picture hides the studio; the studio stands between the camera's side and the table.
    if (off === 0 && room === 1 && dz > 0) return;
  }
  for (let i = 0; i < environment.lamps.length; i++) shine(environment.lamps[i]!, dx, dy, dz, spread, out);
}

/** The dim half of the studio behind the camera: the floor below, walls and ceiling above. */
function studio({ lights: { fill, key }, bounce }: Environment, dy: number, out: Float32Array): void {
  const up = Math.min(1, Math.max(0, 0.5 + dy * 2.4));
  const level = 0.32 + 0.3 * Math.max(0, dy);
  // A soft box hangs overhead: metal and glaze need something broad to mirror.
  const above = rim(dy - 0.7, 0.16);
  for (let channel = 0; channel < 3; channel++) {
    const box = above * (1.6 * fill[channel]! + 0.5 * key.colour[channel]!);
    out[channel] = 0.62 * bounce[channel]! * (1 - up) + fill[channel]! * level * up + box;
  }
}

function shine(glow: Glow, dx: number, dy: number, dz: number, spread: number, out: Float32Array): void {
  const { towards, across, width, low, high } = glow;
  const ahead = dx * towards[0] + dz * towards[2];
  if (ahead <= 0.05) return;
  const s = (dx * across[0] + dz * across[2]) / ahead;
  const t = dy / ahead;
  const soft = 0.025 + spread;
  let level = rim(width - Math.abs(s), soft) * rim(high - t, 0.2 + spread) * rim(t - low, 0.3 + spread);
  if (level <= 0) return;
  if (glow.bars) {
    level *= 1 - 0.75 * rim(0.02 - Math.abs(s), soft * 0.6);
    const pane = Math.abs(((t / 0.42) % 1) - 0.5) * 0.42;
    level *= 1 - 0.75 * rim(pane - 0.19, soft * 0.6);
  }
  // The same light from a wider blur is weaker.
  level *= width / (width + spread * 0.7);
  out[0]! += glow.colour[0] * level;
  out[1]! += glow.colour[1] * level;
  out[2]! += glow.colour[2] * level;
}

/** 0 outside, 1 inside, with an edge `soft` wide. */
function rim(inside: number, soft: number): number {
  return smoothstep(0.5 + inside / (2 * soft));
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
