import { createCamera } from './camera.ts';
import type { CloudField } from './cloud.ts';
import { solveGlow } from './cloud-glow.ts';
import { CloudGrid } from './cloud-grid.ts';
import { LookOut } from './cloud-look.ts';
import { buildGeometry, type Geometry, openModel } from './model.ts';
import { Sampler } from './sampler.ts';
import type { Scene } from './scene-file.ts';
import type { Eye } from './tile.ts';
import { type Glow, Tracer } from './tracer.ts';
import type { Vec3 } from './vector.ts';

/** What takes long to work out and is the same for all threads: plain data. */
export interface Prepared {
  readonly geometry: Geometry;
  /** Light in the cloud of each material. */
  readonly glows: readonly (Float32Array | undefined)[];
}

export function prepare(scene: Scene): Prepared {
  const geometry = buildGeometry(scene);
  const model = openModel(scene, geometry);
  const sampler = new Sampler(scene.seed);
  const lookOut = new LookOut(model, new Tracer(model, sampler), sampler);
  return {
    geometry,
    glows: model.clear.map((thing) => thing?.cloud && solveGlow(thing.cloud, lookOut).values),
  };
}

const DARK: Vec3 = [0, 0, 0];

/** All that one thread needs to render areas of the scene. */
export function openEye(scene: Scene, { geometry, glows }: Prepared): Eye {
  const model = openModel(scene, geometry);
  const sampler = new Sampler(scene.seed);
  const grids = new Map<CloudField, CloudGrid>();
  for (const [material, glow] of glows.entries()) {
    const cloud = model.clear[material]?.cloud;
    if (cloud && glow) grids.set(cloud, new CloudGrid(cloud.box, glow));
  }
  const glow: Glow = (cloud, at) => grids.get(cloud)?.blend(at) ?? DARK;
  return { scene, sampler, glow, tracer: new Tracer(model, sampler), camera: createCamera(scene) };
}
