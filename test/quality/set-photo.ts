import type { LightingName, MaterialName, Palette, PropName } from '../../src/ad/scene.ts';
import { defined } from '../../src/collections/defined.ts';
import { type Random, seededRandom } from '../../src/imaging/random.ts';
import { createMatte, type Matte } from '../../src/imaging/raster.ts';
import { planLights } from '../../src/studio/lighting/plan-lights.ts';
import { paintCoat } from '../../src/studio/materials/paint.ts';
import { type Camera, PRODUCT_DEPTH } from '../../src/studio/renderer/camera.ts';
import { createCasters } from '../../src/studio/renderer/casters.ts';
import { finish } from '../../src/studio/renderer/finish.ts';
import { hexToLinear } from '../../src/studio/renderer/linear-colour.ts';
import type { Material } from '../../src/studio/renderer/material.ts';
import type { Strip } from '../../src/studio/renderer/profile.ts';
import { renderRoomWithSolids } from '../../src/studio/renderer/render-room-with-solids.ts';
import { createRay, type Solid } from '../../src/studio/renderer/solid.ts';
import { aimThrough, nearestSolid } from '../../src/studio/renderer/traced-scene.ts';
import type { BackdropRequest } from '../../src/studio/scene.ts';
import { frameTable, lightingSpaceOf } from '../../src/studio/staging/framing.ts';
import { plasteredWall, tableTop } from '../../src/studio/staging/surfaces.ts';
import { builtIn } from '../../src/studio/studio.ts';
import { photographed } from './sensor.ts';
import type { TruePhoto } from './true-photo.ts';

/** Where a product is set up to be photographed. */
export interface GroundSetup {
  /** `paper` is a seamless roll: floor and wall are one. */
  readonly top: MaterialName | 'paper';
  readonly lighting: LightingName;
  readonly background: `#${string}`;
  /** Colour of what products are made of, where they have a choice. */
  readonly accent: `#${string}`;
  /** Things that are shown together with the product: whoever photographs them wants them in the picture. */
  readonly together?: readonly PropName[];
  /** Things that happen to stand behind, all across the photo, by turns. */
  readonly behind?: readonly PropName[];
}

/**
 * A product photographed in a traced set: glass bends what is behind it, polished tops mirror it, lamps throw its
 * shadow. Nothing is pasted, so the truth is where the product's own surfaces are what the lens sees first.
 */
export async function photographProp(
  product: PropName,
  setup: GroundSetup,
  { side = 600, seed = 1 }: { side?: number; seed?: number } = {},
): Promise<TruePhoto> {
  const random = seededRandom(seed);
  const request = requestFor(product, setup, side, seed);
  const view = frameTable(request, random, { blur: 0.004 });
  const plan = planLights(request, lightingSpaceOf(view.camera, view.depth));
  const stand = (name: PropName, x: number, z: number): readonly Solid[] =>
    builtIn.props.get(name).make({ x, y: 0, z, palette: request.palette, side: plan.side, random }).solids;
  const things = [
    stand(product, 0.5 * (random() - 0.5), PRODUCT_DEPTH),
    ...(setup.together ?? []).map((name, i) => stand(name, ...placeRound(i, random))),
  ];
  const own = things.flat();
  const { behind = [] } = setup;
  const others = ROW.flatMap((x, i) => {
    const name = behind[i % behind.length];
    return name === undefined ? [] : stand(name, x, PRODUCT_DEPTH + 3 + 0.5 * (i % 2));
  });
  const top =
    setup.top === 'paper'
      ? paintCoat(hexToLinear(setup.background), 0.4)
      : tableTop(request, builtIn.materials.get(setup.top), plan);
  const wall = setup.top === 'paper' ? top : plasteredWall(request, plan);
  const picture = renderRoomWithSolids(
    { camera: view.camera, strips: stripsOf(setup, top, wall, view.depth), lights: plan.lights },
    [...own, ...others],
    view.ground,
  );
  const scene = finish(picture, { seed, vignette: 0.15 });
  const truthOf = (solids: readonly Solid[]): Matte => seen(view.camera, solids, [...own, ...others]);
  const photo = { photo: await photographed(scene, random), truth: truthOf(own) };
  return things.length === 1 ? photo : { ...photo, others: things.map(truthOf) };
}

function requestFor(product: PropName, setup: GroundSetup, side: number, seed: number): BackdropRequest {
  const palette: Palette = { background: setup.background, ink: '#222222', accent: setup.accent };
  return {
    ...defined({ material: setup.top === 'paper' ? undefined : builtIn.materials.get(setup.top) }),
    lighting: setup.lighting,
    palette,
    darkness: 0,
    subject: builtIn.props.get(product),
    style: builtIn.styles.get('realistic'),
    room: { product: true, words: false },
    size: { width: side, height: side },
    seed,
  };
}

function stripsOf(
  { top: kind }: GroundSetup,
  top: Material,
  wall: Material,
  depth: number,
): readonly Strip[] {
  if (kind !== 'paper') {
    return [
      { kind: 'level', y: 0, near: 0, far: depth, material: top },
      { kind: 'upright', z: depth, bottom: 0, top: 1e3, material: wall },
    ];
  }
  const radius = 3;
  return [
    { kind: 'level', y: 0, near: 0, far: depth, material: top },
    { kind: 'cove', y: 0, z: depth + radius, radius, material: top },
    { kind: 'upright', z: depth + radius, bottom: radius, top: 1e3, material: wall },
  ];
}

/** Where things stand behind, decimetres from the middle: from one side of the photo beyond the other. */
const ROW = [-6.2, -4.6, -3, -1.4, 0.3, 1.9, 3.4, 5, 6.4];

/** Left and right by turns, further back each time: near the product, and some of it behind. */
function placeRound(i: number, random: Random): readonly [x: number, z: number] {
  const side = i % 2 === 0 ? -1 : 1;
  return [side * (1.7 + 0.5 * i * random()), PRODUCT_DEPTH + 0.9 + 0.7 * i];
}

/** Places asked a pixel, along each side. */
const SUBPIXELS = 4;

/** How much of each pixel the product takes. */
function seen(camera: Camera, product: readonly Solid[], all: readonly Solid[]): Matte {
  const truth = createMatte(camera.width, camera.height);
  const casters = createCasters(all);
  const ray = createRay();
  for (let i = 0; i < truth.data.length; i++) {
    const x = i % camera.width;
    const y = (i - x) / camera.width;
    let hits = 0;
    for (let k = 0; k < SUBPIXELS * SUBPIXELS; k++) {
      const column = x + ((k % SUBPIXELS) + 0.5) / SUBPIXELS;
      aimThrough(camera, ray, column, y + (Math.floor(k / SUBPIXELS) + 0.5) / SUBPIXELS);
      const first = nearestSolid(casters, ray);
      if (first !== undefined && product.includes(first)) hits++;
    }
    truth.data[i] = (255 * hits) / SUBPIXELS ** 2;
  }
  return truth;
}
