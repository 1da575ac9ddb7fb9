import { Hit } from './bvh.ts';
import type { Model } from './model.ts';
import type { Sampler } from './sampler.ts';
import { type Surface, scattered } from './surface.ts';
import { add, along, dot, largest, length, multiply, scale, subtract, type Vec3 } from './vector.ts';

/** Shadow rays stop so far (cm) short of the window. */
const SHORT = 2e-4;

/** The windows as the things in the room see them. */
export class Daylight {
  private readonly shadow = new Hit();
  private readonly model: Model;
  private readonly sampler: Sampler;

  constructor(model: Model, sampler: Sampler) {
    this.model = model;
    this.sampler = sampler;
  }

  /** Number of the nearest window on the ray, −1 for none, and its distance. */
  ahead(from: Vec3, towards: Vec3): readonly [number, number] {
    const { windows } = this.model;
    let found = -1;
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < windows.length; i++) {
      const distance = windows[i]!.distance(from, towards);
      if (distance >= nearest) continue;
      nearest = distance;
      found = i;
    }
    return [found, nearest];
  }

  /** A window's light, less what its surface has already had by asking (Veach's balance heuristic). */
  shine(window: number, from: Vec3, towards: Vec3, distance: number, drawn: number): Vec3 {
    const source = this.model.windows[window]!;
    const shine = source.emitted(along(from, towards, distance));
    if (drawn === 0) return shine;
    return scale(shine, drawn / (drawn + source.density(from, towards)));
  }

  /** Light that reaches a surface straight from the windows: one point of each is asked. */
  on(surface: Surface, n: Vec3, out: Vec3, above: Vec3, below: Vec3): Vec3 {
    const { model, sampler, shadow } = this;
    let sum: Vec3 = [0, 0, 0];
    for (const window of model.windows) {
      const point = window.point(sampler.next(), sampler.next());
      const way = subtract(point, above);
      const distance = length(way);
      const towards = scale(way, 1 / distance);
      const cosine = -dot(towards, window.normal);
      if (cosine <= 0) continue;
      const { value, density } = scattered(surface, n, out, towards);
      if (largest(value) <= 0) continue;
      const start = dot(towards, n) > 0 ? above : below;
      const [x, y, z] = start;
      const [dx, dy, dz] = towards;
      if (model.bvh.blocked(x, y, z, dx, dy, dz, distance - SHORT, shadow)) continue;
      const asked = distance ** 2 / (cosine * window.area);
      sum = add(sum, multiply(scale(value, 1 / (asked + density)), window.emitted(point)));
    }
    return sum;
  }
}
