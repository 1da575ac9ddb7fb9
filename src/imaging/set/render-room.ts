import { createLightPicture, type LightPicture } from '../light-picture.ts';
import type { Camera } from './camera.ts';
import type { FarLayer } from './far-layer.ts';
import { type Lamp, lampAt, type Lights } from './light.ts';
import { createMirror, type Mirror, mirrorRow } from './mirror.ts';
import { type RowHit, type RowView, type Strip, viewRows } from './profile.ts';

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

/** Everything that varies along one row, at every fourth column. */
interface RowLight {
  readonly key: Float32Array;
  readonly second: Float32Array;
  readonly fill: Float32Array;
  /** Highlights and mirror images, already coloured. */
  readonly shineR: Float32Array;
  readonly shineG: Float32Array;
  readonly shineB: Float32Array;
}

export function renderRoom(room: Room): LightPicture {
  const { camera, strips } = room;
  const picture = createLightPicture(camera);
  const rows = viewRows(camera, strips);
  const steps = stepsAcross(camera.width);
  const line = (): Float32Array => new Float32Array(steps + 1);
  const light: RowLight = { key: line(), second: line(), fill: line(), shineR: line(), shineG: line(), shineB: line() };
  const mirror = createMirror(camera, rows);
  for (let row = 0; row < camera.height; row++) {
    for (const [hit, weight] of hitsOf(rows[row]!)) {
      if (hit.strip.kind === 'level') continue;
      lightRow(room, hit, row, light, undefined);
      paintRow(room, hit, row, weight, light, picture, mirror);
    }
  }
  mirror?.close();
  for (let row = 0; row < camera.height; row++) {
    for (const [hit, weight] of hitsOf(rows[row]!)) {
      if (hit.strip.kind !== 'level') continue;
      lightRow(room, hit, row, light, mirror);
      paintRow(room, hit, row, weight, light, picture, undefined);
    }
  }
  return picture;
}

function hitsOf(view: RowView): readonly (readonly [RowHit, number])[] {
  if (view.second === undefined) return [[view.first, 1]];
  return [
    [view.first, 1 - view.share],
    [view.second, view.share],
  ];
}

function lightRow(room: Room, hit: RowHit, row: number, light: RowLight, mirror: Mirror | undefined): void {
  const { camera, lights, shadows } = room;
  const { key, second, fill } = light;
  const { y, z, ny, nz, blur } = hit;
  const { gloss, roughness } = hit.strip.material;
  const across = z / camera.focal;
  const open = openness(room.strips, hit);
  const { fillFrom, fillSides } = lights;
  const facing = 0.5 + 0.5 * (ny * fillFrom[1] + nz * fillFrom[2]);
  const ambient = open * (1 - fillSides + 2 * fillSides * facing);
  const shadowRow = shadows === undefined ? 0 : row * shadows.columns;
  const steps = key.length;
  for (let step = 0; step < steps; step++) {
    const x = (step * COLUMN_STEP + 0.5 - camera.centre) * across;
    key[step] = lampAt(lights.key, x, y, z, 0, ny, nz, blur);
    second[step] = lights.second === undefined ? 0 : lampAt(lights.second, x, y, z, 0, ny, nz, blur);
    fill[step] = ambient * Math.max(0.4, 1 + 0.035 * fillSides * x * fillFrom[0]);
    if (shadows !== undefined && step < shadows.columns) {
      key[step]! *= shadows.key[shadowRow + step]!;
      second[step]! *= shadows.second[shadowRow + step]!;
      fill[step]! *= shadows.fill[shadowRow + step]!;
    }
  }
  light.shineR.fill(0);
  light.shineG.fill(0);
  light.shineB.fill(0);
  if (gloss <= 0 || hit.strip.kind !== 'level') return;
  for (let step = 0; step < steps; step++) {
    const x = (step * COLUMN_STEP + 0.5 - camera.centre) * across;
    const ex = -x;
    const ey = camera.eyeHeight - y;
    const ez = -z;
    const far = Math.sqrt(ex * ex + ey * ey + ez * ez);
    const fresnel = gloss * schlick(ey / far) * (1 - 0.6 * roughness);
    if (mirror !== undefined) {
      mirrorRow(mirror, hit, roughness, step);
      light.shineR[step] = fresnel * mirror.out[0]!;
      light.shineG[step] = fresnel * mirror.out[1]!;
      light.shineB[step] = fresnel * mirror.out[2]!;
    }
    glint(lights.key, key[step]!, light, step, x, y, z, ex / far, ey / far, ez / far, roughness, gloss);
    if (lights.second !== undefined) {
      glint(lights.second, second[step]!, light, step, x, y, z, ex / far, ey / far, ez / far, roughness, gloss);
    }
  }
}

/** Schlick's approximation for n = 1.5. */
export function schlick(cosine: number): number {
  const m = 1 - cosine;
  const m2 = m * m;
  return 0.04 + 0.96 * m2 * m2 * m;
}

/** The lamp's own blurred image on a level board: Blinn's half-vector lobe, widened by the lamp's size. */
function glint(
  lamp: Lamp,
  light: number,
  row: RowLight,
  step: number,
  x: number,
  y: number,
  z: number,
  ex: number,
  ey: number,
  ez: number,
  roughness: number,
  gloss: number,
): void {
  if (light <= 0) return;
  const dx = lamp.at[0] - x;
  const dy = lamp.at[1] - y;
  const dz = lamp.at[2] - z;
  const far = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const hx = dx / far + ex;
  const hy = dy / far + ey;
  const hz = dz / far + ez;
  const upright = hy / Math.sqrt(hx * hx + hy * hy + hz * hz);
  const width = roughness + (0.35 * lamp.radius) / far;
  const spread = 1 / (width * width);
  const tilt = (1 - upright * upright) / (upright * upright);
  const lobe = Math.exp(-tilt * spread) * spread * 0.08;
  const shine = gloss * schlick(ey) * lobe * light;
  row.shineR[step]! += shine * lamp.colour[0];
  row.shineG[step]! += shine * lamp.colour[1];
  row.shineB[step]! += shine * lamp.colour[2];
}

/** Light from everywhere is kept off in the corner between two boards: share that arrives, 0–1. */
function openness(strips: readonly Strip[], hit: RowHit): number {
  let open = 1;
  for (const strip of strips) {
    if (strip === hit.strip) continue;
    let distance = Number.POSITIVE_INFINITY;
    if (hit.strip.kind === 'level' && strip.kind === 'upright' && strip.z >= hit.z - 1e-6 && strip.top > hit.y) {
      distance = strip.z - hit.z;
    } else if (hit.strip.kind === 'upright' && strip.kind === 'level' && strip.far >= hit.z - 0.5 && strip.y <= hit.y) {
      distance = hit.y - strip.y;
    }
    if (distance === Number.POSITIVE_INFINITY) continue;
    distance = Math.max(0, distance);
    open *= 1 - 0.3 * (1 - distance / Math.sqrt(distance * distance + 2.2)) - 0.34 * Math.exp(-distance / 0.09);
  }
  return open;
}

const sample = new Float32Array(5);

function paintRow(
  room: Room,
  hit: RowHit,
  row: number,
  weight: number,
  light: RowLight,
  picture: LightPicture,
  mirror: Mirror | undefined,
): void {
  const { camera, lights, far } = room;
  const { material } = hit.strip;
  const { key: keyLamp, second: secondLamp, fill: fillLight } = lights;
  const across = hit.z / camera.focal;
  // The lens blurs the material too: one sample stands for the circle of confusion.
  const footU = Math.max(hit.footAcross, 1.5 * hit.blur);
  const footV = Math.max(hit.footAlong, 1.5 * hit.blur * (hit.footAlong / hit.footAcross));
  const [kr, kg, kb] = keyLamp.colour;
  const [fr, fg, fb] = fillLight;
  const [sr, sg, sb] = secondLamp?.colour ?? [0, 0, 0];
  const { r, g, b } = picture;
  const base = row * camera.width;
  const farRow = far?.row(row);
  for (let x = 0; x < camera.width; x++) {
    const step = (x / COLUMN_STEP) | 0;
    const between = (x - step * COLUMN_STEP) / COLUMN_STEP;
    const key = light.key[step]! + (light.key[step + 1]! - light.key[step]!) * between;
    const fill = light.fill[step]! + (light.fill[step + 1]! - light.fill[step]!) * between;
    const second = light.second[step]! + (light.second[step + 1]! - light.second[step]!) * between;
    material.sample((x + 0.5 - camera.centre) * across, hit.along, footU, footV, sample);
    const relief = 1 + sample[3]!;
    const k = key * relief;
    const s = second * relief;
    const shine = sample[4]!;
    const sheenR = light.shineR[step]! + (light.shineR[step + 1]! - light.shineR[step]!) * between;
    const sheenG = light.shineG[step]! + (light.shineG[step + 1]! - light.shineG[step]!) * between;
    const sheenB = light.shineB[step]! + (light.shineB[step + 1]! - light.shineB[step]!) * between;
    let red = sample[0]! * (kr * k + sr * s + fr * fill) + sheenR * shine;
    let green = sample[1]! * (kg * k + sg * s + fg * fill) + sheenG * shine;
    let blue = sample[2]! * (kb * k + sb * s + fb * fill) + sheenB * shine;
    if (farRow !== undefined && hit.strip.kind !== 'level') {
      farRow.at(x);
      const clear = 1 - farRow.alpha;
      red = red * clear + farRow.r;
      green = green * clear + farRow.g;
      blue = blue * clear + farRow.b;
    }
    mirror?.write(row, x, red, green, blue);
    const i = base + x;
    r.data[i]! += red * weight;
    g.data[i]! += green * weight;
    b.data[i]! += blue * weight;
  }
}
