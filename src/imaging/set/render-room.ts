import { createLightPicture, type LightPicture } from '../light-picture.ts';
import type { Camera } from './camera.ts';
import { type FarLayer, type FarRow, readFarRow } from './far-layer.ts';
import { type Lamp, type Lights, lampAt } from './light.ts';
import { closeMirror, createMirror, type Mirror, mirrorRow, writeMirror } from './mirror.ts';
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
  const light: RowLight = {
    key: line(),
    second: line(),
    fill: line(),
    shineR: line(),
    shineG: line(),
    shineB: line(),
  };
  const mirror = createMirror(camera, rows);
  const buffers = createBuffers(camera.width);
  for (let row = 0; row < camera.height; row++) {
    for (const [hit, weight] of hitsOf(rows[row]!)) {
      if (hit.strip.kind === 'level') continue;
      lightRow(room, hit, row, light, undefined);
      paintRow(room, hit, row, weight, light, picture, mirror, buffers);
    }
  }
  if (mirror !== undefined) closeMirror(mirror);
  for (let row = 0; row < camera.height; row++) {
    for (const [hit, weight] of hitsOf(rows[row]!)) {
      if (hit.strip.kind !== 'level') continue;
      lightRow(room, hit, row, light, mirror);
      paintRow(room, hit, row, weight, light, picture, undefined, buffers);
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
      glint(
        lights.second,
        second[step]!,
        light,
        step,
        x,
        y,
        z,
        ex / far,
        ey / far,
        ez / far,
        roughness,
        gloss,
      );
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
    if (hit.strip.kind === 'level' && strip.kind === 'upright' && strip.z >= hit.z - 1 && strip.top > hit.y) {
      distance = strip.z - hit.z;
    } else if (
      hit.strip.kind === 'upright' &&
      strip.kind === 'level' &&
      strip.far >= hit.z - 0.5 &&
      strip.y <= hit.y + 0.5
    ) {
      distance = hit.y - strip.y;
    }
    if (distance === Number.POSITIVE_INFINITY) continue;
    distance = Math.max(0, distance);
    open *=
      1 - 0.3 * (1 - distance / Math.sqrt(distance * distance + 2.2)) - 0.34 * Math.exp(-distance / 0.09);
  }
  return open;
}

/** Working memory for one row, a value for every column. */
interface RowBuffers {
  readonly albedoR: Float32Array;
  readonly albedoG: Float32Array;
  readonly albedoB: Float32Array;
  readonly relief: Float32Array;
  readonly shine: Float32Array;
  readonly far: FarRow;
}

function createBuffers(width: number): RowBuffers {
  // Room for the last block to run over the edge.
  const line = (): Float32Array => new Float32Array(width + 2 * COLUMN_STEP);
  return {
    albedoR: line(),
    albedoG: line(),
    albedoB: line(),
    relief: line(),
    shine: line(),
    far: { r: line(), g: line(), b: line(), alpha: line() },
  };
}

const sample = new Float32Array(5);

/** Asks the material along the row: at every column where it is sharp, more rarely where the lens blurs it. */
function sampleRow(room: Room, hit: RowHit, buffers: RowBuffers): void {
  const { camera } = room;
  const { material } = hit.strip;
  const { albedoR, albedoG, albedoB, relief, shine } = buffers;
  const across = hit.z / camera.focal;
  const footU = Math.hypot(hit.footAcross, hit.blur);
  const footV = Math.hypot(hit.footAlong, hit.blur * (hit.footAlong / hit.footAcross));
  const ratio = footU / hit.footAcross;
  const stride = ratio > 5 ? 4 : ratio > 2.4 ? 2 : 1;
  for (let x = 0; x < camera.width + stride; x += stride) {
    material.sample((x + 0.5 - camera.centre) * across, hit.along, footU, footV, sample);
    albedoR[x] = sample[0]!;
    albedoG[x] = sample[1]!;
    albedoB[x] = sample[2]!;
    relief[x] = 1 + sample[3]!;
    shine[x] = sample[4]!;
  }
  if (stride === 1) return;
  spread(albedoR, stride, camera.width);
  spread(albedoG, stride, camera.width);
  spread(albedoB, stride, camera.width);
  spread(relief, stride, camera.width);
  spread(shine, stride, camera.width);
}

/** Draws straight lines between every `stride`th value. */
function spread(line: Float32Array, stride: number, width: number): void {
  for (let x = 0; x < width; x += stride) {
    const from = line[x]!;
    const step = (line[x + stride]! - from) / stride;
    for (let k = 1; k < stride; k++) line[x + k] = from + step * k;
  }
}

function paintRow(
  room: Room,
  hit: RowHit,
  row: number,
  weight: number,
  light: RowLight,
  picture: LightPicture,
  mirror: Mirror | undefined,
  buffers: RowBuffers,
): void {
  const { camera, lights } = room;
  sampleRow(room, hit, buffers);
  const { albedoR, albedoG, albedoB, relief, shine, far } = buffers;
  const hasFar = room.far !== undefined && hit.strip.kind !== 'level' && readFarRow(room.far, row, far);
  const { key, second, fill, shineR, shineG, shineB } = light;
  const [kr, kg, kb] = lights.key.colour;
  const [fr, fg, fb] = lights.fill;
  const [sr, sg, sb] = lights.second?.colour ?? [0, 0, 0];
  const r = picture.r.data;
  const g = picture.g.data;
  const b = picture.b.data;
  const { width } = camera;
  const base = row * width;
  for (let step = 0, start = 0; start < width; step++, start += COLUMN_STEP) {
    let k = key[step]!;
    const dk = (key[step + 1]! - k) / COLUMN_STEP;
    let s = second[step]!;
    const ds = (second[step + 1]! - s) / COLUMN_STEP;
    let f = fill[step]!;
    const df = (fill[step + 1]! - f) / COLUMN_STEP;
    let hr = shineR[step]!;
    const dr = (shineR[step + 1]! - hr) / COLUMN_STEP;
    let hg = shineG[step]!;
    const dg = (shineG[step + 1]! - hg) / COLUMN_STEP;
    let hb = shineB[step]!;
    const db = (shineB[step + 1]! - hb) / COLUMN_STEP;
    const end = Math.min(width, start + COLUMN_STEP);
    let sumR = 0;
    let sumG = 0;
    let sumB = 0;
    for (let x = start; x < end; x++) {
      const lit = k * relief[x]!;
      const lit2 = s * relief[x]!;
      const gleam = shine[x]!;
      let red = albedoR[x]! * (kr * lit + sr * lit2 + fr * f) + hr * gleam;
      let green = albedoG[x]! * (kg * lit + sg * lit2 + fg * f) + hg * gleam;
      let blue = albedoB[x]! * (kb * lit + sb * lit2 + fb * f) + hb * gleam;
      if (hasFar) {
        const clear = 1 - far.alpha[x]!;
        red = red * clear + far.r[x]!;
        green = green * clear + far.g[x]!;
        blue = blue * clear + far.b[x]!;
      }
      sumR += red;
      sumG += green;
      sumB += blue;
      const i = base + x;
      r[i]! += red * weight;
      g[i]! += green * weight;
      b[i]! += blue * weight;
      k += dk;
      s += ds;
      f += df;
      hr += dr;
      hg += dg;
      hb += db;
    }
    if (mirror !== undefined) writeMirror(mirror, row, step, sumR, sumG, sumB, end - start);
  }
}
