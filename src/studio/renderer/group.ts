import type { Bounds, Ray, Solid, SolidMaterial } from './solid.ts';

/**
 * Several solids as one. They are sorted into boxes within boxes, so that a ray asks few of them.
 *
 * @param solids with at most 64 materials in all
 */
export function group(solids: readonly Solid[]): Solid {
  const materials: SolidMaterial[] = [];
  const parts = new Map<Solid, Uint8Array>();
  for (const solid of solids) {
    const numbers = solid.materials.map((material) => {
      const known = materials.indexOf(material);
      return known >= 0 ? known : materials.push(material) - 1;
    });
    parts.set(solid, Uint8Array.from(numbers));
  }
  if (materials.length > 64)
    throw new RangeError(`a group of solids has at most 64 materials, not ${materials.length}`);
  const tree = sorted(solids);
  const { ordered, box, after, first, count } = tree;
  const numbers = ordered.map((solid) => parts.get(solid)!);
  return {
    bounds: boundsOf(solids),
    materials,
    selfShadows: true,
    hit(ray) {
      let found = -1;
      for (let node = 0; node < after.length; ) {
        if (!meets(box, node * 6, ray, ray.t)) {
          node = after[node]!;
          continue;
        }
        const from = first[node]!;
        for (let i = from; i < from + count[node]!; i++) if (ordered[i]!.hit(ray)) found = i;
        node++;
      }
      if (found < 0) return false;
      ray.materialIndex = numbers[found]![ray.materialIndex]!;
      return true;
    },
    occludes(ray, limit) {
      for (let node = 0; node < after.length; ) {
        if (!meets(box, node * 6, ray, limit)) {
          node = after[node]!;
          continue;
        }
        const from = first[node]!;
        for (let i = from; i < from + count[node]!; i++) if (ordered[i]!.occludes(ray, limit)) return true;
        node++;
      }
      return false;
    },
  };
}

/** Boxes in the order of a walk through the tree: a box, then all that lie in it. */
interface Tree {
  readonly ordered: readonly Solid[];
  /** Six numbers a box. */
  readonly box: Float64Array;
  /** Where the walk goes on if the box is missed. */
  readonly after: Int32Array;
  /** The solids that lie in the box itself: its leaves alone have any. */
  readonly first: Int32Array;
  readonly count: Int32Array;
}

/** Solids in one leaf at most. */
const LEAF = 3;

function sorted(solids: readonly Solid[]): Tree {
  const ordered: Solid[] = [];
  const boxes: Bounds[] = [];
  const after: number[] = [];
  const first: number[] = [];
  const count: number[] = [];
  const build = (members: readonly Solid[]): void => {
    const node = boxes.length;
    const bounds = boundsOf(members);
    boxes.push(bounds);
    after.push(0);
    first.push(ordered.length);
    count.push(0);
    if (members.length <= LEAF) {
      ordered.push(...members);
      count[node] = members.length;
    } else {
      const spans = [0, 1, 2].map((axis) => bounds[axis + 3]! - bounds[axis]!);
      const axis = spans.indexOf(Math.max(...spans));
      const middle = ({ bounds: b }: Solid): number => b[axis]! + b[axis + 3]!;
      const line = members.toSorted((a, b) => middle(a) - middle(b));
      build(line.slice(0, line.length >> 1));
      build(line.slice(line.length >> 1));
    }
    after[node] = boxes.length;
  };
  build(solids);
  return {
    ordered,
    box: Float64Array.from(boxes.flat()),
    after: Int32Array.from(after),
    first: Int32Array.from(first),
    count: Int32Array.from(count),
  };
}

function boundsOf(solids: readonly Solid[]): Bounds {
  const low = (axis: 0 | 1 | 2): number => Math.min(...solids.map(({ bounds }) => bounds[axis]));
  const high = (axis: 3 | 4 | 5): number => Math.max(...solids.map(({ bounds }) => bounds[axis]));
  return [low(0), low(1), low(2), high(3), high(4), high(5)];
}

/** Whether the ray goes through the box at `at` before `limit`. */
function meets(box: Float64Array, at: number, ray: Ray, limit: number): boolean {
  const ix = 1 / ray.dx;
  const x0 = (box[at]! - ray.ox) * ix;
  const x1 = (box[at + 3]! - ray.ox) * ix;
  let near = Math.max(0, Math.min(x0, x1));
  let far = Math.min(limit, Math.max(x0, x1));
  if (near > far) return false;
  const iy = 1 / ray.dy;
  const y0 = (box[at + 1]! - ray.oy) * iy;
  const y1 = (box[at + 4]! - ray.oy) * iy;
  near = Math.max(near, Math.min(y0, y1));
  far = Math.min(far, Math.max(y0, y1));
  if (near > far) return false;
  const iz = 1 / ray.dz;
  const z0 = (box[at + 2]! - ray.oz) * iz;
  const z1 = (box[at + 5]! - ray.oz) * iz;
  return Math.max(near, Math.min(z0, z1)) <= Math.min(far, Math.max(z0, z1));
}
