import { unit, type Vector } from './light.ts';
import { NEAR, type Ray, type Solid, type SolidMaterial } from './solid.ts';

export interface EllipsoidOptions {
  /** Its middle, decimetres. */
  readonly at: Vector;
  /** Half sizes along its own three axes; one number = a ball. */
  readonly radius: number | Vector;
  /** Its axes as unit vectors square to each other; upright where absent. */
  readonly axes?: readonly [Vector, Vector, Vector];
  readonly material: SolidMaterial;
}

/** A ball, egg or disc in any position. Its material's first coordinate runs round its second axis. */
export function ellipsoid({ at, radius, axes, material }: EllipsoidOptions): Solid {
  const [rx, ry, rz] = typeof radius === 'number' ? [radius, radius, radius] : radius;
  const [a, b, c] = axes ?? UPRIGHT;
  const [cx, cy, cz] = at;
  // From the world into the space where it is a ball of radius 1.
  const m = [
    [a[0] / rx, a[1] / rx, a[2] / rx],
    [b[0] / ry, b[1] / ry, b[2] / ry],
    [c[0] / rz, c[1] / rz, c[2] / rz],
  ] as const;
  const [[m00, m01, m02], [m10, m11, m12], [m20, m21, m22]] = m;
  const reach = (axis: 0 | 1 | 2): number => Math.hypot(a[axis] * rx, b[axis] * ry, c[axis] * rz);
  const round = Math.max(rx, ry, rz);
  const square = round * round;

  // In typed memory, for a number that a function returns is made anew each time.
  const distance = new Float64Array(1);
  const enter = (ray: Ray, limit: number): boolean => {
    const qx = ray.ox - cx;
    const qy = ray.oy - cy;
    const qz = ray.oz - cz;
    const ahead = qx * ray.dx + qy * ray.dy + qz * ray.dz;
    if (qx * qx + qy * qy + qz * qz - ahead * ahead > square) return false;
    const ox = m00 * qx + m01 * qy + m02 * qz;
    const oy = m10 * qx + m11 * qy + m12 * qz;
    const oz = m20 * qx + m21 * qy + m22 * qz;
    const dx = m00 * ray.dx + m01 * ray.dy + m02 * ray.dz;
    const dy = m10 * ray.dx + m11 * ray.dy + m12 * ray.dz;
    const dz = m20 * ray.dx + m21 * ray.dy + m22 * ray.dz;
    const aa = dx * dx + dy * dy + dz * dz;
    const bb = ox * dx + oy * dy + oz * dz;
    const root = bb * bb - aa * (ox * ox + oy * oy + oz * oz - 1);
    if (root < 0) return false;
    const half = Math.sqrt(root);
    const first = (-bb - half) / aa;
    if (first >= NEAR) {
      distance[0] = first;
      return first < limit;
    }
    const last = (-bb + half) / aa;
    distance[0] = last;
    return last >= NEAR && last < limit;
  };

  return {
    bounds: [cx - reach(0), cy - reach(1), cz - reach(2), cx + reach(0), cy + reach(1), cz + reach(2)],
    materials: [material],
    selfShadows: false,
    hit(ray) {
      if (!enter(ray, ray.t)) return false;
      const t = distance[0]!;
      ray.t = t;
      const qx = ray.ox + ray.dx * t - cx;
      const qy = ray.oy + ray.dy * t - cy;
      const qz = ray.oz + ray.dz * t - cz;
      const px = m00 * qx + m01 * qy + m02 * qz;
      const py = m10 * qx + m11 * qy + m12 * qz;
      const pz = m20 * qx + m21 * qy + m22 * qz;
      const nx = m00 * px + m10 * py + m20 * pz;
      const ny = m01 * px + m11 * py + m21 * pz;
      const nz = m02 * px + m12 * py + m22 * pz;
      const size = Math.sqrt(nx * nx + ny * ny + nz * nz);
      ray.nx = nx / size;
      ray.ny = ny / size;
      ray.nz = nz / size;
      ray.u = Math.atan2(px, -pz) * rx;
      ray.v = py * ry;
      ray.materialIndex = 0;
      return true;
    },
    occludes: enter,
  };
}

const UPRIGHT: readonly [Vector, Vector, Vector] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/**
 * Three axes square to each other, the second along `up`.
 *
 * @param roll radians about it
 */
export function axesAlong(up: Vector, roll = 0): readonly [Vector, Vector, Vector] {
  const b = unit(up);
  const helper: Vector = Math.abs(b[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0];
  const flat = unit([
    helper[1] * b[2] - helper[2] * b[1],
    helper[2] * b[0] - helper[0] * b[2],
    helper[0] * b[1] - helper[1] * b[0],
  ]);
  const other: Vector = [
    b[1] * flat[2] - b[2] * flat[1],
    b[2] * flat[0] - b[0] * flat[2],
    b[0] * flat[1] - b[1] * flat[0],
  ];
  const cos = Math.cos(roll);
  const sin = Math.sin(roll);
  const turn = (p: Vector, q: Vector, s: number): Vector => [
    p[0] * cos + q[0] * s,
    p[1] * cos + q[1] * s,
    p[2] * cos + q[2] * s,
  ];
  return [turn(flat, other, sin), b, turn(other, flat, -sin)];
}

/** Axes of a leaf: the second along it, the third, its thin one, as near to `face` as that allows. */
export function axesFacing(along: Vector, face: Vector): readonly [Vector, Vector, Vector] {
  const b = unit(along);
  const part = face[0] * b[0] + face[1] * b[1] + face[2] * b[2];
  const c = unit([face[0] - part * b[0], face[1] - part * b[1], face[2] - part * b[2]]);
  return [[b[1] * c[2] - b[2] * c[1], b[2] * c[0] - b[0] * c[2], b[0] * c[1] - b[1] * c[0]], b, c];
}
