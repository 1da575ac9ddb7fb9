import type { BoxTree } from './bvh-build.ts';
import type { Mesh } from './mesh.ts';

/** Where a ray meets a triangle: distance, and the shares of the triangle's second and third corners. */
export class Hit {
  t = 0;
  u = 0;
  v = 0;
  triangle = -1;
}

/** Finds what a ray meets first. A ray's direction need not be a unit vector; distances count in its lengths. */
export class Bvh {
  private readonly boxes: Float32Array;
  private readonly first: Int32Array;
  private readonly count: Int32Array;
  private readonly order: Uint32Array;
  /** First corner and two edges of each triangle, in the tree's order. */
  private readonly edges: Float32Array;
  private readonly stack = new Int32Array(128);
  private readonly distances = new Float64Array(128);

  constructor(mesh: Mesh, { boxes, first, count, order }: BoxTree) {
    this.boxes = boxes;
    this.first = first;
    this.count = count;
    this.order = order;
    this.edges = edgesOf(mesh, order);
  }

  /**
   * @param reach nothing farther is found
   * @returns false when nothing is met; then `hit` is as before
   */
  nearest(
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    reach: number,
    hit: Hit,
  ): boolean {
    return this.walk(ox, oy, oz, dx, dy, dz, reach, hit, false);
  }

  /** Whether anything stands between the origin and `reach`. */
  blocked(
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    reach: number,
    hit: Hit,
  ): boolean {
    return this.walk(ox, oy, oz, dx, dy, dz, reach, hit, true);
  }

  private walk(
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    reach: number,
    hit: Hit,
    any: boolean,
  ): boolean {
    const { first, count, edges, order, stack, distances } = this;
    const ix = 1 / dx;
    const iy = 1 / dy;
    const iz = 1 / dz;
    let near = reach;
    let found = false;
    let height = 0;
    let node = 0;
    if (this.enters(0, ox, oy, oz, ix, iy, iz, near) === Number.POSITIVE_INFINITY) return false;
    for (;;) {
      const begin = first[node]!;
      const leaf = count[node]!;
      if (leaf > 0) {
        for (let i = begin; i < begin + leaf; i++) {
          const at = i * 9;
          const e1x = edges[at + 3]!;
          const e1y = edges[at + 4]!;
          const e1z = edges[at + 5]!;
          const e2x = edges[at + 6]!;
          const e2y = edges[at + 7]!;
          const e2z = edges[at + 8]!;
          // Möller and Trumbore, "Fast, Minimum Storage Ray/Triangle Intersection", 1997.
          const px = dy * e2z - dz * e2y;
          const py = dz * e2x - dx * e2z;
          const pz = dx * e2y - dy * e2x;
          const inverse = 1 / (e1x * px + e1y * py + e1z * pz);
          const tx = ox - edges[at]!;
          const ty = oy - edges[at + 1]!;
          const tz = oz - edges[at + 2]!;
          const u = (tx * px + ty * py + tz * pz) * inverse;
          if (!(u >= 0 && u <= 1)) continue;
          const qx = ty * e1z - tz * e1y;
          const qy = tz * e1x - tx * e1z;
          const qz = tx * e1y - ty * e1x;
          const v = (dx * qx + dy * qy + dz * qz) * inverse;
          if (!(v >= 0 && u + v <= 1)) continue;
          const t = (e2x * qx + e2y * qy + e2z * qz) * inverse;
          if (!(t > 0 && t < near)) continue;
          if (any) return true;
          near = t;
          found = true;
          hit.t = t;
          hit.u = u;
          hit.v = v;
          hit.triangle = order[i]!;
        }
      } else {
        const left = this.enters(begin, ox, oy, oz, ix, iy, iz, near);
        const right = this.enters(begin + 1, ox, oy, oz, ix, iy, iz, near);
        const closer = Math.min(left, right);
        if (closer < Number.POSITIVE_INFINITY) {
          const farther = Math.max(left, right);
          if (farther < Number.POSITIVE_INFINITY) {
            stack[height] = left <= right ? begin + 1 : begin;
            distances[height++] = farther;
          }
          node = left <= right ? begin : begin + 1;
          continue;
        }
      }
      do {
        if (height === 0) return found;
        node = stack[--height]!;
      } while (distances[height]! >= near);
    }
  }

  /** Distance at which the ray enters the node's box, or infinity. */
  private enters(
    node: number,
    ox: number,
    oy: number,
    oz: number,
    ix: number,
    iy: number,
    iz: number,
    reach: number,
  ): number {
    const { boxes } = this;
    const at = node * 6;
    const ax = (boxes[at]! - ox) * ix;
    const bx = (boxes[at + 3]! - ox) * ix;
    const ay = (boxes[at + 1]! - oy) * iy;
    const by = (boxes[at + 4]! - oy) * iy;
    const az = (boxes[at + 2]! - oz) * iz;
    const bz = (boxes[at + 5]! - oz) * iz;
    let near = Math.min(ax, bx);
    let far = Math.max(ax, bx);
    const nearY = Math.min(ay, by);
    const farY = Math.max(ay, by);
    if (nearY > near) near = nearY;
    if (farY < far) far = farY;
    const nearZ = Math.min(az, bz);
    const farZ = Math.max(az, bz);
    if (nearZ > near) near = nearZ;
    if (farZ < far) far = farZ;
    if (near < 0) near = 0;
    return near <= far && near < reach ? near : Number.POSITIVE_INFINITY;
  }
}

function edgesOf({ positions, triangles }: Mesh, order: Uint32Array): Float32Array {
  const edges = new Float32Array(order.length * 9);
  for (let i = 0; i < order.length; i++) {
    const [a, b, c] = [0, 1, 2].map((k) => triangles[order[i]! * 3 + k]! * 3) as [number, number, number];
    for (let axis = 0; axis < 3; axis++) {
      edges[i * 9 + axis] = positions[a + axis]!;
      edges[i * 9 + 3 + axis] = positions[b + axis]! - positions[a + axis]!;
      edges[i * 9 + 6 + axis] = positions[c + axis]! - positions[a + axis]!;
    }
  }
  return edges;
}
