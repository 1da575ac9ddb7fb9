import { NEAR, type Ray, type Solid, type SolidMaterial } from './solid.ts';

export interface PanelOptions {
  /** Middle of its foot (of the disc: its lowest point), and depth of its front, decimetres. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly width: number;
  /** Height of an arch; a disc is as high as it is wide. */
  readonly height?: number;
  readonly thick: number;
  readonly shape: 'disc' | 'arch';
  readonly material: SolidMaterial;
}

/** A board that faces the camera, sawn to a disc or to an upright with a round head. */
export function panel(options: PanelOptions): Solid {
  const { x: cx, y: base, z: front, thick, shape, material } = options;
  const radius = options.width / 2;
  const height = shape === 'disc' ? options.width : Math.max(options.height ?? 0, options.width);
  const cy = base + height - radius;
  const back = front + thick;
  const inside = (x: number, y: number): boolean => {
    const dx = x - cx;
    const dy = y - cy;
    if (dx * dx + dy * dy <= radius * radius) return true;
    return shape === 'arch' && dy < 0 && y >= base && Math.abs(dx) <= radius;
  };
  // Numbers in typed memory are not made anew at each hit.
  const normal = new Float64Array(3);
  const enter = (ray: Ray, limit: number): number => {
    let best = Number.POSITIVE_INFINITY;
    const { ox, oy, oz, dx, dy, dz } = ray;
    if (Math.abs(dz) > 1e-9) {
      const plane = dz > 0 ? front : back;
      const t = (plane - oz) / dz;
      if (t >= NEAR && t < limit && inside(ox + dx * t, oy + dy * t)) {
        best = t;
        normal[0] = 0;
        normal[1] = 0;
        normal[2] = dz > 0 ? -1 : 1;
      }
    }
    // The round edge, met from outside.
    const a = dx * dx + dy * dy;
    const px = ox - cx;
    const py = oy - cy;
    const b = px * dx + py * dy;
    const root = b * b - a * (px * px + py * py - radius * radius);
    if (root > 0 && a > 1e-12) {
      const t = (-b - Math.sqrt(root)) / a;
      const z = oz + dz * t;
      const y = py + dy * t;
      if (t >= NEAR && t < limit && t < best && z >= front && z <= back && (shape === 'disc' || y >= 0)) {
        best = t;
        normal[0] = (px + dx * t) / radius;
        normal[1] = y / radius;
        normal[2] = 0;
      }
    }
    if (shape === 'arch' && Math.abs(dx) > 1e-9) {
      const t = (cx - Math.sign(dx) * radius - ox) / dx;
      const y = oy + dy * t;
      const z = oz + dz * t;
      if (t >= NEAR && t < limit && t < best && z >= front && z <= back && y >= base && y <= cy) {
        best = t;
        normal[0] = -Math.sign(dx);
        normal[1] = 0;
        normal[2] = 0;
      }
    }
    return best;
  };
  return {
    bounds: [cx - radius, base, front, cx + radius, base + height, back],
    materials: [material],
    selfShadows: false,
    hit(ray) {
      const t = enter(ray, ray.t);
      if (t >= ray.t) return false;
      ray.t = t;
      ray.nx = normal[0]!;
      ray.ny = normal[1]!;
      ray.nz = normal[2]!;
      ray.u = ray.ox + ray.dx * t - cx + (ray.nz === 0 ? ray.oz + ray.dz * t : 0);
      ray.v = ray.oy + ray.dy * t;
      ray.materialIndex = 0;
      return true;
    },
    occludes: (ray, limit) => enter(ray, limit) < limit,
  };
}
