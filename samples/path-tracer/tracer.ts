import { Hit } from './bvh.ts';
import type { Ray } from './camera.ts';
import type { CloudField } from './cloud.ts';
import { Daylight } from './daylight.ts';
import { meetGlass } from './glass.ts';
import { Interiors } from './interiors.ts';
import { type Clear, colourAt, type Meeting, type Model, type Solid } from './model.ts';
import type { Sampler } from './sampler.ts';
import { scatter, scattered, surfaceOf } from './surface.ts';
import { add, along, dot, largest, length, multiply, scale, type Vec3 } from './vector.ts';

/** What a light path tells about its pixel. */
export interface Seen {
  readonly light: Vec3;
  /** Colour of the first thing that is not clear, and its normal: what the denoiser goes by. */
  readonly colour: Vec3;
  readonly normal: Vec3;
}

/** Mean light from all sides at a place in a cloud. */
export type Glow = (cloud: CloudField, at: Vec3) => Vec3;

/** Where a path ended, and what it gathered. */
interface Followed {
  readonly light: Vec3;
  readonly colour: Vec3 | undefined;
  readonly normal: Vec3;
  readonly end?: { readonly cloud: CloudField; readonly at: Vec3; readonly weight: Vec3 };
}

const MOST_BOUNCES = 40;
/** Light that comes after a diffuse bounce or through much glass counts at most so much, or single paths would leave white specks. */
const BRIGHTEST = 8;
/** Paths start so far (cm) off the surface they leave, lest they meet it again. */
const OFF = 2e-4;

/** Follows light paths backwards from the lens (Kajiya, "The Rendering Equation", 1986). One thread's own. */
export class Tracer {
  private readonly hit = new Hit();
  private readonly daylight: Daylight;
  private readonly interiors: Interiors;
  private readonly model: Model;
  private readonly sampler: Sampler;

  constructor(model: Model, sampler: Sampler) {
    this.model = model;
    this.sampler = sampler;
    this.daylight = new Daylight(model, sampler);
    this.interiors = new Interiors(model.clear);
  }

  /** Follows a path from the lens, which is out in the air. */
  trace({ from, towards }: Ray, glow: Glow): Seen {
    this.interiors.reset();
    const followed = this.follow(from, towards, this.interiors, glow);
    return {
      light: this.all(followed, glow),
      colour: followed.colour ?? [1, 1, 1],
      normal: followed.normal,
    };
  }

  private all({ light, end }: Followed, glow: Glow): Vec3 {
    return end ? add(light, multiply(end.weight, glow(end.cloud, end.at))) : light;
  }

  /**
   * Follows a path until it is lost, dark, or at a particle of a cloud.
   *
   * @param interiors where the path starts, and at the end where it has come to
   * @param glow for paths from the lens
   */
  follow(start: Vec3, heading: Vec3, interiors: Interiors, glow?: Glow, bounced = 0): Followed {
    const { model, sampler, hit } = this;
    let from = start;
    let towards = heading;
    let light: Vec3 = [0, 0, 0];
    let weight: Vec3 = [1, 1, 1];
    let colour: Vec3 | undefined;
    let normal: Vec3 = [0, 0, 0];
    // With which density the last surface drew `towards`, if it has also asked the windows; else 0.
    let drawn = 0;
    for (let bounces = bounced; bounces < MOST_BOUNCES; bounces++) {
      const [window, windowAt] = this.daylight.ahead(from, towards);
      const here = interiors.here();
      const inside = here < 0 ? undefined : model.clear[here];
      const cloud = inside?.cloud;
      const free = cloud ? -Math.log(1 - sampler.next()) / cloud.perCm : Number.POSITIVE_INFINITY;
      let reach = Math.min(free, windowAt);
      const met = model.bvh.nearest(
        from[0],
        from[1],
        from[2],
        towards[0],
        towards[1],
        towards[2],
        reach,
        hit,
      );
      if (met) reach = hit.t;
      if (inside) weight = multiply(weight, dimmed(inside, reach));
      const at = along(from, towards, reach);
      if (!met && cloud && free === reach) {
        const share = cloud.at(at);
        return {
          light,
          // Of where the path came into the cloud: the same for all paths of a pixel, as the denoiser likes it.
          colour: colour ?? cloud.at(from),
          normal: colour ? normal : scale(towards, -1),
          end: { cloud, at, weight: multiply(weight, share) },
        };
      }
      if (!met) {
        const shine =
          window >= 0 ? this.daylight.shine(window, from, towards, windowAt, drawn) : model.room(towards);
        light = add(light, capped(multiply(weight, shine), colour !== undefined || bounces > 4));
        break;
      }
      const meeting = model.meeting(hit);
      const clear = model.clear[meeting.material];
      if (clear) {
        const by = dot(towards, meeting.flat) < 0 ? 1 : -1;
        interiors.cross(meeting.material, by);
        const after = interiors.here();
        drawn = 0;
        if (after === here) {
          from = along(at, meeting.flat, -by * OFF);
          continue;
        }
        const border = meetGlass(clear, meeting, at, towards, interiors.ior(here) / interiors.ior(after));
        const behind = along(at, meeting.flat, -border.ahead * OFF);
        let back = border.mirrored;
        if (bounces === 0 && glow && back < 1) {
          // The first glass that the lens sees: both ways are followed, so that highlights on it have no noise.
          const beyond = interiors.copy();
          interiors.cross(meeting.material, -by as 1 | -1);
          const mirrored = this.follow(behind, border.back, interiors, glow, 1);
          light = add(light, multiply(weight, scale(this.all(mirrored, glow), back)));
          interiors.restore(beyond);
          weight = scale(weight, 1 - back);
          back = 0;
        }
        if (sampler.next() < back) {
          interiors.cross(meeting.material, -by as 1 | -1);
          from = behind;
          towards = border.back;
        } else {
          from = along(at, meeting.flat, border.ahead * OFF);
          towards = border.through;
        }
        continue;
      }
      const solid = model.solid[meeting.material]!;
      const out = scale(towards, -1);
      const n = facing(solid, meeting, at, out);
      const plain = colourAt(solid, at, meeting);
      const surface = surfaceOf(solid.material, plain);
      if (!colour) {
        colour = plain;
        normal = n;
      }
      const side = dot(meeting.flat, out) < 0 ? -1 : 1;
      const above = along(at, meeting.flat, side * OFF);
      const below = along(at, meeting.flat, -side * OFF);
      const direct = this.daylight.on(surface, n, out, above, below);
      light = add(light, capped(multiply(weight, direct), bounces > 0));
      towards = scatter(surface, n, out, sampler);
      const { value, density } = scattered(surface, n, out, towards);
      if (density <= 0) break;
      weight = multiply(weight, scale(value, 1 / density));
      from = dot(towards, n) > 0 ? above : below;
      drawn = density;
      if (bounces > 2) {
        const going = Math.min(0.95, largest(weight));
        if (sampler.next() >= going) break;
        weight = scale(weight, 1 / going);
      }
    }
    return { light, colour, normal };
  }
}

/** The smooth normal, with its bumps, on the viewer's side. */
function facing(solid: Solid, { flat, smooth }: Meeting, at: Vec3, out: Vec3): Vec3 {
  const side = dot(flat, out) < 0 ? -1 : 1;
  let n = scale(smooth, side);
  if (solid.lean) n = solid.lean(at, n);
  const cosine = dot(n, out);
  // A smooth normal that has turned away from the viewer is brought back to the horizon.
  return cosine > 0.02 ? n : normalizeTilt(n, out, cosine);
}

function normalizeTilt(n: Vec3, out: Vec3, cosine: number): Vec3 {
  const tilted = along(n, out, 0.02 - cosine);
  return scale(tilted, 1 / length(tilted));
}

function dimmed({ material }: Clear, distance: number): Vec3 {
  const [r, g, b] = material.absorption;
  if (r + g + b === 0) return ONE;
  return [Math.exp(-r * distance), Math.exp(-g * distance), Math.exp(-b * distance)];
}

const ONE: Vec3 = [1, 1, 1];

function capped(light: Vec3, limited: boolean): Vec3 {
  const most = largest(light);
  return limited && most > BRIGHTEST ? scale(light, BRIGHTEST / most) : light;
}
