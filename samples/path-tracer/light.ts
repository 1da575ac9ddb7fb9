import type { Light, Room } from './scene-file.ts';
import { along, cross, dot, length, normalize, scale, subtract, type Vec3 } from './vector.ts';

/** A window that shines: a flat rectangle, bright on its front only. */
export class WindowLight {
  readonly area: number;
  readonly normal: Vec3;
  private readonly light: Light;
  private readonly radiance: Vec3;

  constructor(light: Light) {
    const sides = cross(light.across, light.up);
    this.light = light;
    this.area = length(sides);
    this.normal = normalize(sides);
    this.radiance = scale(light.colour, light.strength);
  }

  /** A point of the window, `u` and `v` in [0, 1). */
  point(u: number, v: number): Vec3 {
    return along(along(this.light.at, this.light.across, u), this.light.up, v);
  }

  /** Distance at which a ray meets the front, or infinity. */
  distance(from: Vec3, towards: Vec3): number {
    const facing = dot(towards, this.normal);
    if (facing >= 0) return Number.POSITIVE_INFINITY;
    const t = dot(subtract(this.light.at, from), this.normal) / facing;
    if (t <= 0) return Number.POSITIVE_INFINITY;
    const [u, v] = this.place(along(from, towards, t));
    return u >= 0 && u <= 1 && v >= 0 && v <= 1 ? t : Number.POSITIVE_INFINITY;
  }

  /** How often per steradian a direction would be drawn, if points of the window were drawn evenly and looked at. */
  density(from: Vec3, towards: Vec3): number {
    const distance = this.distance(from, towards);
    if (distance === Number.POSITIVE_INFINITY) return 0;
    return distance ** 2 / (-dot(towards, this.normal) * this.area);
  }

  /** What shines from a point of the window. Bars between panes are dark, with soft edges. */
  emitted(at: Vec3): Vec3 {
    const { panes } = this.light;
    if (!panes) return this.radiance;
    const [u, v] = this.place(at);
    const open = Math.min(openness(u * panes.columns, panes.bar), openness(v * panes.rows, panes.bar));
    return scale(this.radiance, open);
  }

  private place(at: Vec3): readonly [number, number] {
    const { across, up, at: corner } = this.light;
    const offset = subtract(at, corner);
    return [dot(offset, across) / dot(across, across), dot(offset, up) / dot(up, up)];
  }
}

/** 0 within half a bar of a pane's edge, 1 in the pane. */
function openness(at: number, bar: number): number {
  const edge = 0.5 - Math.abs((at % 1) - 0.5);
  return Math.max(0, Math.min(1, (edge - bar / 2) / 0.02));
}

/** Light that comes from far away, by the direction in which one looks for it. */
export function roomLight(room: Room): (towards: Vec3) => Vec3 {
  const patches = room.patches.map(({ towards, spread, colour, strength }) => ({
    towards: normalize(towards),
    // A bump on the sphere that falls to 1/e at `spread` degrees.
    sharpness: 1 / (1 - Math.cos((spread * Math.PI) / 180)),
    light: scale(colour, strength),
  }));
  return (towards) => {
    const height = towards[1];
    const share = Math.sqrt(Math.abs(height));
    const end = height > 0 ? room.above : room.below;
    let r = (room.level[0] + (end[0] - room.level[0]) * share) * room.strength;
    let g = (room.level[1] + (end[1] - room.level[1]) * share) * room.strength;
    let b = (room.level[2] + (end[2] - room.level[2]) * share) * room.strength;
    for (const patch of patches) {
      const weight = Math.exp((dot(towards, patch.towards) - 1) * patch.sharpness);
      r += patch.light[0] * weight;
      g += patch.light[1] * weight;
      b += patch.light[2] * weight;
    }
    return [Math.max(0, r), Math.max(0, g), Math.max(0, b)];
  };
}
