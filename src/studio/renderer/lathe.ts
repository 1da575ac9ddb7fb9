import type { Vector } from './light.ts';
import { normals, type ProfilePoint } from './outline.ts';
import { rotated } from './rotated.ts';
import { NEAR, type Ray, type Solid, type SolidMaterial } from './solid.ts';

export interface LatheOptions {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** From the foot to the top, outside on the right; then, for a vessel, down again inside. */
  readonly outline: readonly ProfilePoint[];
  readonly materials: readonly SolidMaterial[];
  /** For one that lies or leans: its axes as unit vectors, the second along its own axis. Its foot stays in place. */
  readonly axes?: readonly [Vector, Vector, Vector];
  /** Corners sharper than this stay sharp, degrees. */
  readonly crease?: number;
}

/**
 * A thing turned on a lathe: its outline is a chain of straight lines, so its surface is a pile of cones. Normals
 * run smoothly round the blunt corners.
 */
export function lathe(options: LatheOptions): Solid {
  const upright = turnedUpright(options);
  return options.axes === undefined ? upright : rotated(upright, options, options.axes);
}

function turnedUpright(options: LatheOptions): Solid {
  const { x: cx, y: cy, z: cz, outline, materials } = options;
  const count = outline.length - 1;
  const r0 = new Float64Array(count);
  const y0 = new Float64Array(count);
  const r1 = new Float64Array(count);
  const y1 = new Float64Array(count);
  const low = new Float64Array(count);
  const high = new Float64Array(count);
  const slope = new Float64Array(count);
  const along = new Float64Array(count);
  const length = new Float64Array(count);
  const part = new Uint8Array(count);
  let widest = 0;
  let floor = Number.POSITIVE_INFINITY;
  let ceiling = Number.NEGATIVE_INFINITY;
  let run = 0;
  for (let i = 0; i < count; i++) {
    const from = outline[i]!;
    const to = outline[i + 1]!;
    r0[i] = from.r;
    y0[i] = from.y;
    r1[i] = to.r;
    y1[i] = to.y;
    low[i] = Math.min(from.y, to.y);
    high[i] = Math.max(from.y, to.y);
    slope[i] = Math.abs(to.y - from.y) < 1e-6 ? Number.NaN : (to.r - from.r) / (to.y - from.y);
    along[i] = run;
    length[i] = Math.hypot(to.r - from.r, to.y - from.y);
    run += length[i]!;
    part[i] = from.material ?? 0;
    widest = Math.max(widest, from.r, to.r);
    floor = Math.min(floor, from.y, to.y);
    ceiling = Math.max(ceiling, from.y, to.y);
  }
  const { startR, startY, endR, endY } = normals(outline, options.crease ?? 50);
  const outer = widest * widest * 1.000001;
  const bins = binned(low, high, floor, ceiling);
  const binsPerHeight = BINS / Math.max(1e-6, ceiling - floor);

  /** Whether a cone is met before `limit`; which, and how far away, is left in `found` and `distance`. */
  let found = 0;
  // In typed memory, for a number that a function returns is made anew each time.
  const distance = new Float64Array(1);
  const nearest = (ray: Ray, limit: number, any: boolean): boolean => {
    const ox = ray.ox - cx;
    const oy = ray.oy - cy;
    const oz = ray.oz - cz;
    const { dx, dy, dz } = ray;
    // The part of the ray inside the box of the pile.
    let enter = NEAR;
    let leave = limit;
    if (Math.abs(dy) > 1e-9) {
      const a = (floor - oy) / dy;
      const b = (ceiling - oy) / dy;
      enter = Math.max(enter, Math.min(a, b) - 1e-6);
      leave = Math.min(leave, Math.max(a, b) + 1e-6);
    } else if (oy < floor || oy > ceiling) return false;
    const across = dx * dx + dz * dz;
    const towards = ox * dx + oz * dz;
    const away = ox * ox + oz * oz;
    if (across > 1e-12) {
      const root = towards * towards - across * (away - outer);
      if (root < 0) return false;
      const half = Math.sqrt(root);
      enter = Math.max(enter, (-towards - half) / across);
      leave = Math.min(leave, (-towards + half) / across);
    } else if (away > outer) return false;
    if (enter > leave) return false;
    const yEnter = oy + dy * enter;
    const yLeave = oy + dy * leave;
    const yLow = Math.min(yEnter, yLeave) - 1e-6;
    const yHigh = Math.max(yEnter, yLeave) + 1e-6;
    // A ray that stays at about one height asks only the cones of that height.
    const firstBin = Math.min(BINS - 1, Math.max(0, ((yLow - floor) * binsPerHeight) | 0));
    const lastBin = Math.min(BINS - 1, Math.max(0, ((yHigh - floor) * binsPerHeight) | 0));
    const from = bins.starts[firstBin]!;
    const to = firstBin === lastBin ? bins.starts[firstBin + 1]! : from + count;
    let best = Number.POSITIVE_INFINITY;
    for (let n = from; n < to; n++) {
      const i = firstBin === lastBin ? bins.cones[n]! : n - from;
      if (low[i]! > yHigh || high[i]! < yLow) continue;
      const k = slope[i]!;
      if (Number.isNaN(k)) {
        if (Math.abs(dy) < 1e-9) continue;
        const t = (y0[i]! - oy) / dy;
        if (t < NEAR || t > limit || t >= best) continue;
        const px = ox + dx * t;
        const pz = oz + dz * t;
        const square = px * px + pz * pz;
        const inner = Math.min(r0[i]!, r1[i]!);
        const wide = Math.max(r0[i]!, r1[i]!);
        if (square > wide * wide || square < inner * inner) continue;
        best = t;
        found = i;
        if (any) return true;
        continue;
      }
      const radius = r0[i]! + k * (oy - y0[i]!);
      const a = across - k * k * dy * dy;
      const b = towards - k * dy * radius;
      const c = away - radius * radius;
      const root = b * b - a * c;
      if (root < 0) continue;
      const half = Math.sqrt(root);
      for (let sign = 0; sign < 2; sign++) {
        const t =
          Math.abs(a) < 1e-12 ? -c / (2 * b) : (-b + (sign === 0 ? -half : half) * (a > 0 ? 1 : -1)) / a;
        if (!(t >= NEAR) || t > limit || t >= best) continue;
        const y = oy + dy * t;
        if (y < low[i]! || y > high[i]!) continue;
        best = t;
        found = i;
        if (any) return true;
        break;
      }
    }
    distance[0] = best;
    return best < limit;
  };

  return {
    bounds: [cx - widest, cy + floor, cz - widest, cx + widest, cy + ceiling, cz + widest],
    materials,
    selfShadows: true,
    hit(ray) {
      if (!nearest(ray, ray.t, false)) return false;
      const t = distance[0]!;
      ray.t = t;
      const px = ray.ox + ray.dx * t - cx;
      const py = ray.oy + ray.dy * t - cy;
      const pz = ray.oz + ray.dz * t - cz;
      const radius = Math.sqrt(px * px + pz * pz);
      const i = found;
      const flat = Number.isNaN(slope[i]!);
      const share = flat
        ? Math.abs(radius - r0[i]!) / Math.max(1e-9, length[i]!)
        : Math.abs((py - y0[i]!) / (y1[i]! - y0[i]!));
      let nr = startR[i]! + (endR[i]! - startR[i]!) * share;
      let ny = startY[i]! + (endY[i]! - startY[i]!) * share;
      const size = Math.sqrt(nr * nr + ny * ny);
      nr /= size;
      ny /= size;
      const inward = radius < 1e-9 ? 0 : nr / radius;
      ray.nx = px * inward;
      ray.ny = ny;
      ray.nz = pz * inward;
      if (flat) {
        ray.u = px;
        ray.v = pz;
      } else {
        ray.u = Math.atan2(px, -pz) * widest;
        ray.v = along[i]! + share * length[i]!;
      }
      ray.materialIndex = part[i]!;
      return true;
    },
    occludes: (ray, limit) => nearest(ray, limit, true),
  };
}

/** Heights that a lathe is divided into, and the cones that reach into each. */
const BINS = 16;

interface Bins {
  readonly starts: Uint16Array;
  readonly cones: Uint16Array;
}

function binned(low: Float64Array, high: Float64Array, floor: number, ceiling: number): Bins {
  const starts = new Uint16Array(BINS + 1);
  const cones: number[] = [];
  const size = (ceiling - floor) / BINS;
  for (let bin = 0; bin < BINS; bin++) {
    const from = floor + bin * size - 2e-6;
    const to = floor + (bin + 1) * size + 2e-6;
    for (let i = 0; i < low.length; i++) if (low[i]! <= to && high[i]! >= from) cones.push(i);
    starts[bin + 1] = cones.length;
  }
  return { starts, cones: Uint16Array.from(cones) };
}
