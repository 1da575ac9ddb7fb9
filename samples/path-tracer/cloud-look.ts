import { Hit } from './bvh.ts';
import type { CloudField } from './cloud.ts';
import type { CloudGrid } from './cloud-grid.ts';
import { Interiors } from './interiors.ts';
import type { Model } from './model.ts';
import { anyDirection, type Sampler } from './sampler.ts';
import type { Tracer } from './tracer.ts';
import { normalize, subtract, type Vec3 } from './vector.ts';

/** How one look out of a cloud's cell ended: with light found on the way, and, when it ended in the cloud, where. */
export interface Look {
  /** Looks that are drawn too often count for less: mean 1. */
  readonly share: number;
  readonly light: Vec3;
  readonly end: { readonly at: Vec3; readonly weight: Vec3 } | undefined;
}

/** So many looks start from one place in the cell. */
const LOOKS_A_PLACE = 16;
const EVERYWHERE = 1 / (4 * Math.PI);

/** Looks out of the cells of a cloud; half of the looks go where, but for glass on the way, windows are. */
export class LookOut {
  private readonly hit = new Hit();
  private readonly interiors: Interiors;
  private readonly model: Model;
  private readonly tracer: Tracer;
  private readonly sampler: Sampler;

  constructor(model: Model, tracer: Tracer, sampler: Sampler) {
    this.model = model;
    this.tracer = tracer;
    this.sampler = sampler;
    this.interiors = new Interiors(model.clear);
  }

  /** Looks from places in the cell that are in the cloud: `count` of them, or fewer. */
  around(cloud: CloudField, grid: CloudGrid, cell: number, count: number): Look[] {
    const { sampler, interiors, model } = this;
    const looks: Look[] = [];
    sampler.startPixel(cell);
    for (let place = 0; place < count / LOOKS_A_PLACE; place++) {
      sampler.startPath(cell, place);
      const at = grid.place(cell, sampler.next(), sampler.next(), sampler.next());
      this.findInteriors(at);
      const here = interiors.here();
      if (here < 0 || model.clear[here]?.cloud !== cloud) continue;
      const start = interiors.copy();
      for (let look = 0; look < LOOKS_A_PLACE; look++) {
        sampler.startPath(cell, count + place * LOOKS_A_PLACE + look);
        interiors.restore(start);
        looks.push(this.from(cloud, at));
      }
    }
    return looks;
  }

  private from(cloud: CloudField, at: Vec3): Look {
    const { sampler, tracer } = this;
    const { windows } = this.model;
    const choice = sampler.next() * 2 * windows.length;
    const window = windows[Math.floor(choice)];
    const towards = window
      ? normalize(subtract(window.point(sampler.next(), sampler.next()), at))
      : anyDirection(sampler);
    let density = 0;
    for (const other of windows) density += other.density(at, towards) / windows.length;
    const share = EVERYWHERE / (0.5 * EVERYWHERE + 0.5 * density);
    const { light, end } = tracer.follow(at, towards, this.interiors);
    return { share, light, end: end?.cloud === cloud ? end : undefined };
  }

  /** Finds what clear things a place is inside of, by what a ray straight up enters and leaves. */
  private findInteriors([x, start, z]: Vec3): void {
    const { interiors, model, hit } = this;
    interiors.reset();
    let y = start;
    while (model.bvh.nearest(x, y, z, 0, 1, 0, Number.POSITIVE_INFINITY, hit)) {
      const { material, flat } = model.meeting(hit);
      if (model.clear[material]) interiors.cross(material, flat[1] > 0 ? 1 : -1);
      y += hit.t + 2e-4;
    }
  }
}
