import { type Lamp, lampAt } from './light.ts';
import { type Mirror, mirrorRow } from './mirror.ts';
import type { RowHit, Strip } from './profile.ts';
import { COLUMN_STEP, type Room } from './room.ts';

/** Everything that varies along one row, at every fourth column. */
export interface RowLight {
  readonly key: Float32Array;
  readonly second: Float32Array;
  readonly fill: Float32Array;
  /** Highlights and mirror images, already coloured. */
  readonly shineR: Float32Array;
  readonly shineG: Float32Array;
  readonly shineB: Float32Array;
}

export function lightRow(
  room: Room,
  hit: RowHit,
  row: number,
  light: RowLight,
  mirror: Mirror | undefined,
): void {
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
