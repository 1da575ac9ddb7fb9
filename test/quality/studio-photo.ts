import type { LightingName, MaterialName, SceneName } from '../../src/ad/scene.ts';
import { composite } from '../../src/imaging/composite/composite.ts';
import { placeLayers } from '../../src/imaging/composite/place-layers.ts';
import { seededRandom } from '../../src/imaging/random.ts';
import type { Raster } from '../../src/imaging/raster.ts';
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

/** The product stands in a rendered set, with the shadows of its light, and is photographed there. */
export async function photographIn(
  place: Place,
  product: Raster,
  { side = 600, share = 0.55, seed = 1 }: { side?: number; share?: number; seed?: number } = {},
): Promise<TruePhoto> {
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
  const scale = (share * side) / Math.max(product.width, product.height);
  const width = Math.round(product.width * scale);
  const height = Math.round(product.height * scale);
  const ground = stage.floor?.ground ?? 0.8 * side;
  const [left, right] = stage.floor?.across ?? [0.1 * side, 0.9 * side];
  const middle = (left + right) / 2 + (random() - 0.5) * Math.max(0, right - left - width);
  const scene = composite({
    background: image,
    stage,
    layers: await placeLayers([
      {
        image: product,
        placement: {
          photo: 0,
          box: { x: middle - width / 2, y: ground - height, width, height },
          scale,
          ground,
          depth: 0,
        },
      },
    ]),
    kind: 'cut-out',
    harmonise: 0,
    seed,
  });
  return { photo: await photographed(scene.image, random), truth: scene.product };
}
