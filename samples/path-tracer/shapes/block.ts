import { createNoise } from '../../../src/imaging/noise.ts';
import { join, type Mesh, smooth, weave } from '../mesh.ts';
import type { ShapeOf } from '../scene-file.ts';
import { along, normalize, subtract, type Vec3 } from '../vector.ts';

/** Corners along one edge: few on the flat, many in the bend. */
const BEND = 7;
const FLAT = 14;

/** A box with rounded edges about the origin, its surface moved in and out by noise as on ice that has begun to melt. */
export function block({ sides, round, rough, seed }: ShapeOf<'block'>): Mesh {
  const half: Vec3 = [sides[0] / 2, sides[1] / 2, sides[2] / 2];
  const radius = Math.min(round, ...half);
  const noise = rough && createNoise(seed);
  const onSurface = (place: Vec3): { at: Vec3 } => {
    const core = place.map((x, i) => clamp(x, half[i]! - radius)) as [number, number, number];
    const normal = normalize(subtract(place, core));
    const at = along(core, normal, radius);
    if (!rough || !noise) return { at };
    const [u, v, w] = [at[0] / rough.size, at[1] / rough.size, at[2] / rough.size];
    return { at: along(at, normal, rough.by * noise.fbm3(u, v, w, 3)) };
  };
  const faces: Mesh[] = [];
  for (let axis = 0; axis < 3; axis++) {
    const [a, b] = [(axis + 1) % 3, (axis + 2) % 3];
    const [alongA, alongB] = [spacing(half[a]!, radius), spacing(half[b]!, radius)];
    for (const side of [-1, 1]) {
      faces.push(
        weave({ columns: alongA.length, rows: alongB.length, flipped: side < 0 }, (column, row) => {
          const place: [number, number, number] = [0, 0, 0];
          place[axis] = side * half[axis]!;
          place[a] = alongA[column]!;
          place[b] = alongB[row]!;
          return onSurface(place);
        }),
      );
    }
  }
  const mesh = join(faces);
  smooth(mesh);
  return mesh;
}

const clamp = (x: number, limit: number): number => Math.max(-limit, Math.min(limit, x));

/** Places from −half to half. On the way round an edge a face takes the bend's first 45°, so its places follow the tangent. */
function spacing(half: number, radius: number): number[] {
  const flat = half - radius;
  const bend = Array.from(
    { length: BEND },
    (_, i) => flat + radius * Math.tan((Math.PI / 4) * ((i + 1) / BEND)),
  );
  const middle = Array.from({ length: FLAT + 1 }, (_, i) => flat * ((2 * i) / FLAT - 1));
  return [...bend.map((x) => -x).reverse(), ...middle, ...bend];
}
