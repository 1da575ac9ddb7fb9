import type { LightingName, MaterialName, SceneName, Stage } from '../../src/ad/scene.ts';
import { type Composite, composite } from '../../src/imaging/composite/composite.ts';
import type { Layer } from '../../src/imaging/composite/layer.ts';
import { placeLayers } from '../../src/imaging/composite/place-layers.ts';
import { type Random, seededRandom } from '../../src/imaging/random.ts';
import { createMatte, type Matte, type Raster } from '../../src/imaging/raster.ts';
import { renderScene } from '../../src/studio/render-scene.ts';
import { photographed } from './sensor.ts';
import type { TruePhoto } from './true-photo.ts';

/** A place in the studio where a product is photographed. */
export interface Place {
  readonly recipe: SceneName;
  readonly material?: MaterialName;
  readonly lighting: LightingName;
  readonly background: `#${string}`;
}

/** Tables and grounds of the studio that products stand on, by what they are called in the printed table. */
export const PLACES: Readonly<Record<string, Place>> = {
  sweep: { recipe: 'sweep', lighting: 'softbox', background: '#efeae2' },
  'dark-sweep': { recipe: 'sweep', lighting: 'softbox', background: '#33363d' },
  oak: { recipe: 'table', material: 'oak', lighting: 'window', background: '#efe0cd' },
  walnut: { recipe: 'table', material: 'walnut', lighting: 'softbox', background: '#cfc3b4' },
  marble: { recipe: 'table', material: 'marble', lighting: 'softbox', background: '#e9ecef' },
  'dark-marble': { recipe: 'table', material: 'dark-marble', lighting: 'spot', background: '#3a3d44' },
  linen: { recipe: 'table', material: 'linen', lighting: 'overcast', background: '#e4d8c6' },
  terrazzo: { recipe: 'table', material: 'terrazzo', lighting: 'softbox', background: '#f3d9dc' },
  concrete: { recipe: 'table', material: 'concrete', lighting: 'overcast', background: '#c9ced3' },
  slate: { recipe: 'table', material: 'slate', lighting: 'softbox', background: '#8d949c' },
  podium: { recipe: 'podium', lighting: 'softbox', background: '#f6d9cf' },
  arch: { recipe: 'arch', lighting: 'softbox', background: '#dfe7dc' },
};

/** How a product is photographed. */
export interface Shot {
  /** Side of the square photo in pixels. */
  readonly side?: number;
  /** The product's longer side, as a share of the photo's. */
  readonly share?: number;
  /** Other products that belong in the picture: they are part of the truth. */
  readonly beside?: readonly Raster[];
  /** Things that happen to stand behind. */
  readonly clutter?: readonly Raster[];
  /** How much of the product's height or width lies outside of the frame, 0–1. */
  readonly cutOff?: { readonly side: 'bottom' | 'left' | 'right' | 'top'; readonly by: number };
  readonly seed?: number;
}

/** The product stands in a rendered set, with the shadows of its light, and is photographed there. */
export async function photographIn(place: Place, product: Raster, shot: Shot = {}): Promise<TruePhoto> {
  const { side = 600, seed = 1 } = shot;
  const random = seededRandom(seed);
  const { background, ...set } = place;
  const { image, stage } = renderScene({
    ...set,
    palette: { background, ink: '#222222', accent: '#c2410c' },
    darkness: 0,
    style: 'realistic',
    room: { product: true, words: false },
    size: { width: side, height: side },
    seed,
  });
  const { image: behind, product: clutter } = await stood(
    image,
    stage,
    standClutter(shot.clutter ?? [], stage, side, random),
    seed,
  );
  const layers = standProducts(product, shot, stage, side, random);
  const { image: scene, product: truth } = await stood(behind, stage, layers, seed);
  const photo = await photographed(scene, random);
  // Whoever sets a row of things behind the product may mean all of them.
  if (shot.clutter !== undefined) return { photo, truth, others: [plus(truth, clutter)] };
  if (layers.length === 1) return { photo, truth };
  // The product itself stands in front of what is beside it.
  const { product: alone } = await stood(behind, stage, layers.slice(-1), seed);
  return { photo, truth, others: [alone, minus(truth, alone)] };
}

function plus(one: Matte, other: Matte): Matte {
  const both = createMatte(one.width, one.height);
  for (let i = 0; i < both.data.length; i++) both.data[i] = Math.max(one.data[i]!, other.data[i]!);
  return both;
}

function minus(all: Matte, part: Matte): Matte {
  const rest = createMatte(all.width, all.height);
  for (let i = 0; i < rest.data.length; i++) rest.data[i] = all.data[i]! - part.data[i]!;
  return rest;
}

async function stood(
  background: Raster,
  stage: Stage,
  layers: readonly Layer[],
  seed: number,
): Promise<Composite> {
  const placed = await placeLayers(layers);
  return composite({ background, stage, layers: placed, kind: 'cut-out', harmonise: 0, seed });
}

function standProducts(
  product: Raster,
  { share = 0.55, beside = [], cutOff }: Shot,
  stage: Stage,
  side: number,
  random: Random,
): Layer[] {
  const scale = (share * side) / Math.max(product.width, product.height);
  const [width, height] = [Math.round(product.width * scale), Math.round(product.height * scale)];
  const ground = stage.floor?.ground ?? 0.8 * side;
  const [left, right] = stage.floor?.across ?? [0.1 * side, 0.9 * side];
  let x = (left + right) / 2 + (random() - 0.5) * Math.max(0, right - left - width) - width / 2;
  let foot = ground;
  if (cutOff?.side === 'left') x = -cutOff.by * width;
  if (cutOff?.side === 'right') x = side - (1 - cutOff.by) * width;
  if (cutOff?.side === 'bottom') foot = side + cutOff.by * height;
  if (cutOff?.side === 'top') foot = (1 - cutOff.by) * height;
  const others = beside.map((image, i) => {
    const size = (0.75 * share * side) / Math.max(image.width, image.height);
    const away = (i % 2 === 0 ? -0.9 : 1.4) * 0.5 * width - (i % 2 === 0 ? image.width * size : 0);
    return layerOf(image, x + width / 2 + away, foot - 0.02 * side, size, 1 + i);
  });
  return [...others, layerOf(product, x, foot, scale, 10)];
}

/** All across the picture, a little further back. */
function standClutter(things: readonly Raster[], stage: Stage, side: number, random: Random): Layer[] {
  const ground = (stage.floor?.ground ?? 0.8 * side) - 0.07 * side;
  return things.map((image, i) => {
    const scale = ((0.25 + 0.15 * random()) * side) / Math.max(image.width, image.height);
    const x = ((i + 0.5 + 0.4 * (random() - 0.5)) / things.length) * side - (image.width * scale) / 2;
    return layerOf(image, x, ground - 0.05 * side * random(), scale, i);
  });
}

function layerOf(image: Raster, x: number, ground: number, scale: number, depth: number): Layer {
  const [width, height] = [image.width * scale, image.height * scale];
  return {
    image,
    placement: { photo: 0, box: { x, y: ground - height, width, height }, scale, ground, depth },
  };
}
