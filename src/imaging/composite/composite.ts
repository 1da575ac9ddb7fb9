import type { ProductLayout } from '../../ad/layout.ts';
import type { Stage } from '../../ad/scene.ts';
import { copyRaster, createMatte, type Matte, type Raster } from '../raster.ts';
import { castShadow } from './cast-shadow.ts';
import { contactShadow, occlusionShadow } from './contact-shadow.ts';
import { dropShadow } from './drop-shadow.ts';
import { evenExposure } from './even-exposure.ts';
import { footingOf } from './footing.ts';
import { harmonise } from './harmonise.ts';
import { layOver } from './lay-over.ts';
import type { PlacedLayer } from './layer.ts';
import { photoCard } from './photo-card.ts';
import { reflect } from './reflection.ts';
import { shade } from './shade.ts';
import type { ShadeMap } from './shade-map.ts';

export interface CompositeRequest {
  readonly background: Raster;
  readonly stage: Stage;
  /** From the back to the front. */
  readonly layers: readonly PlacedLayer[];
  readonly kind: ProductLayout['kind'];
  /** 0 = products keep their pixels, 1 = their colours move towards the scene's as far as the cap allows. */
  readonly harmonise: number;
  readonly seed: number;
}

export interface Composite {
  /** Opaque, of the background's size. */
  readonly image: Raster;
  /** Where products or cards are, at the same size. */
  readonly product: Matte;
}

/**
 * Sets products into a scene: first the shadows of all on the ground, then their mirror images, then the products
 * themselves from the back to the front. Where nothing can stand they hang a little in front of the picture.
 *
 * Inside their mattes products keep their pixels, unless they are resampled to their size, evened out with others
 * beside them, or asked to harmonise.
 */
export function composite(request: CompositeRequest): Composite {
  const { background, stage, kind } = request;
  const image = copyRaster(background);
  const product = createMatte(background.width, background.height);
  const side = Math.min(background.width, background.height);
  const layers =
    kind === 'photo-card'
      ? request.layers.map((layer) => photoCard(layer, request.seed))
      : evenExposure(request.layers).map((layer) => harmonise(layer, background, request.harmonise));
  const { floor } = stage;
  if (kind === 'photo-card' || floor === undefined) {
    for (const layer of layers) {
      shade(image, [dropShadow(layer, stage.light, side)], floor?.colour ?? '#808080');
      layOver(image, product, layer);
    }
    return { image, product };
  }
  const standing = layers.map((layer) => ({ layer, footing: footingOf(layer) }));
  for (const { layer, footing } of standing) {
    if (footing === undefined) continue;
    const depth = Math.max(0.05 * side, 0.8 * (layer.y + footing.row - stage.horizon));
    const maps: ShadeMap[] = [
      castShadow(layer, footing, stage.light, depth, side),
      occlusionShadow(layer, footing, side),
      contactShadow(layer, footing, side),
    ];
    shade(image, maps, floor.colour);
  }
  for (const { layer, footing } of standing) {
    if (footing !== undefined) reflect(image, layer, footing, floor.gloss);
  }
  for (const { layer } of standing) layOver(image, product, layer);
  return { image, product };
}
