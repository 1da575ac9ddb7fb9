import { type Camera, circleOfConfusionAt, rowOf } from './camera.ts';
import type { Material } from './material.ts';

/**
 * The set is drawn from the side and stretched to both sides without end: level boards, upright boards, and the
 * quarter round of a paper sweep. So each row of the picture meets it in one line.
 */
export type Strip =
  | {
      readonly kind: 'level';
      readonly y: number;
      readonly near: number;
      readonly far: number;
      readonly material: Material;
    }
  | {
      readonly kind: 'upright';
      readonly z: number;
      readonly bottom: number;
      readonly top: number;
      /** Radius of a blur added to the lens's, pixels: a shallower depth of field than the table's. */
      readonly soft?: number;
      /** Where the material stands at height 0, along the strip; 0 unless it goes on from another board. */
      readonly start?: number;
      readonly material: Material;
    }
  /** Rises from level `y` and ends upright at depth `z`. */
  | {
      readonly kind: 'cove';
      readonly y: number;
      readonly z: number;
      readonly radius: number;
      readonly material: Material;
    };

/** Where a row of the picture meets a strip. */
export interface RowHit {
  readonly strip: Strip;
  /** Height and depth, decimetres. */
  readonly y: number;
  readonly z: number;
  /** The surface's normal; it has no part across. */
  readonly ny: number;
  readonly nz: number;
  /** Place along the strip, from the front: the material's second coordinate. */
  readonly along: number;
  /** What one pixel covers across and along, decimetres. */
  readonly footAcross: number;
  readonly footAlong: number;
  /** Blur of the lens there, decimetres across. */
  readonly blur: number;
}

/** One or two hits of a row: `share` of the second is mixed in, where two boards meet or the lens blurs an edge. */
export interface RowView {
  readonly first: RowHit;
  readonly second?: RowHit;
  readonly share: number;
}

/** Where the row's line of sight meets the strip; beyond its ends if `extend`. */
function hit(camera: Camera, strip: Strip, row: number, extend: boolean): RowHit | undefined {
  const slope = (row - camera.eyeRow) / camera.focal;
  const lens = (z: number): { footAcross: number; blur: number } => ({
    footAcross: z / camera.focal,
    blur: (circleOfConfusionAt(camera, z) * z) / camera.focal,
  });
  if (strip.kind === 'level') {
    const drop = camera.eyeHeight - strip.y;
    const z = drop / slope;
    if (!(z > 0) || z > 1e4) return undefined;
    if (!extend && (z < strip.near || z > strip.far)) return undefined;
    return {
      strip,
      y: strip.y,
      z,
      ny: 1,
      nz: 0,
      along: z,
      footAlong: (z * z) / (camera.focal * drop),
      ...lens(z),
    };
  }
  if (strip.kind === 'upright') {
    const { z } = strip;
    const y = camera.eyeHeight - slope * z;
    if (!extend && (y < strip.bottom || y > strip.top)) return undefined;
    const soft = ((strip.soft ?? 0) * z) / camera.focal;
    const { footAcross, blur } = lens(z);
    return {
      strip,
      y,
      z,
      ny: 0,
      nz: -1,
      along: y + (strip.start ?? 0),
      footAlong: z / camera.focal,
      footAcross,
      blur: blur + soft,
    };
  }
  const { radius } = strip;
  const cz = strip.z - radius;
  const cy = strip.y + radius;
  // |(z, eyeHeight − slope z) − (cz, cy)| = radius, far root
  const oy = camera.eyeHeight - cy;
  const a = 1 + slope * slope;
  const b = cz + slope * oy;
  const c = cz * cz + oy * oy - radius * radius;
  const root = b * b - a * c;
  if (root < 0) return undefined;
  const z = (b + Math.sqrt(root)) / a;
  const y = camera.eyeHeight - slope * z;
  if (z < cz || y > cy) return undefined;
  const ny = (cy - y) / radius;
  const nz = (cz - z) / radius;
  const turned = Math.atan2(-nz, ny);
  const facing = Math.max(0.05, (ny * slope - nz) / Math.sqrt(a));
  const distance = z * Math.sqrt(a);
  return {
    strip,
    y,
    z,
    ny,
    nz,
    along: cz + radius * turned,
    footAlong: distance / (camera.focal * facing),
    ...lens(z),
  };
}

/**
 * What every row of the picture sees.
 *
 * @param strips from the front to the back; the last must fill the top of the picture
 */
export function viewRows(camera: Camera, strips: readonly Strip[]): RowView[] {
  const nearest = (row: number): RowHit => {
    let found: RowHit | undefined;
    for (const strip of strips) {
      const candidate = hit(camera, strip, row, false);
      if (candidate !== undefined && (found === undefined || candidate.z < found.z)) found = candidate;
    }
    const last = strips.at(-1)!;
    return found ?? hit(camera, last, row, true)!;
  };
  const rows = Array.from({ length: camera.height }, (_, row) => nearest(row + 0.5));
  return rows.map((first, row) => {
    const edge = edgeNear(camera, rows, row);
    if (edge === undefined) return { first, share: 0 };
    const distance = (row + 0.5 - edge.at) / edge.reach;
    if (Math.abs(distance) >= 1) return { first, share: 0 };
    const other = distance < 0 ? edge.below : edge.above;
    const second = hit(camera, other, row + 0.5, true);
    if (second === undefined) return { first, share: 0 };
    const t = 1 - Math.abs(distance);
    // The far side of the smooth step that is one half on the edge itself.
    return { first, second, share: 0.5 * t * t * (2 - t) };
  });
}

interface Edge {
  /** Row of the edge, with fraction. */
  readonly at: number;
  /** Rows of blur on each side of it. */
  readonly reach: number;
  readonly above: Strip;
  readonly below: Strip;
}

function edgeNear(camera: Camera, rows: readonly RowHit[], row: number): Edge | undefined {
  const widest = Math.ceil(camera.aperture * 1.2) + 2;
  for (let step = 0; step <= widest; step++) {
    for (const line of step === 0 ? [row] : [row - step, row + step]) {
      const below = rows[line];
      const above = rows[line - 1];
      if (below === undefined || above === undefined || below.strip === above.strip) continue;
      if (below.strip.kind === 'cove' || above.strip.kind === 'cove') continue;
      const edge = exactEdge(camera, above, below) ?? line;
      const reach = Math.max(0.8, circleOfConfusionAt(camera, Math.min(below.z, above.z)) * 1.2);
      if (Math.abs(row + 0.5 - edge) < reach)
        return { at: edge, reach, above: above.strip, below: below.strip };
    }
  }
  return undefined;
}

/** The row, with its fraction, in which two neighbouring strips meet or one ends in front of the other. */
function exactEdge(camera: Camera, above: RowHit, below: RowHit): number | undefined {
  const near = below.z <= above.z ? below : above;
  const { strip } = near;
  if (strip.kind === 'level') return rowOf(camera, strip.y, near === below ? strip.far : strip.near);
  if (strip.kind === 'upright') return rowOf(camera, near === below ? strip.top : strip.bottom, strip.z);
  return undefined;
}
