import type { ProductLayout } from '../../ad/layout.ts';
import type { Stage } from '../../ad/scene.ts';
import { hasCutoutAlpha } from '../cutout/existing-alpha.ts';
import { copyRaster, createMatte, type Matte, type Raster } from '../raster.ts';
import { applyShadows } from './apply-shadows.ts';
import { castShadow } from './cast-shadow.ts';
import { compositeOver } from './composite-over.ts';
import { findContactLine } from './contact-line.ts';
import { contactShadow, occlusionShadow } from './contact-shadow.ts';
import { dropShadow } from './drop-shadow.ts';
import { harmonise } from './harmonise.ts';
import type { PlacedLayer } from './layer.ts';
import { matchExposure } from './match-exposure.ts';
import { photoCard } from './photo-card.ts';
import { reflect } from './reflection.ts';
import type { ShadowMap } from './shadow-map.ts';

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
      ? request.layers.map((layer) => (hasCutoutAlpha(layer.image) ? layer : photoCard(layer, request.seed)))
      : matchExposure(request.layers).map((layer) => harmonise(layer, background, request.harmonise));
  const { floor } = stage;
  if (kind === 'photo-card' || floor === undefined) {
    for (const layer of layers) {
      applyShadows(image, [dropShadow(layer, stage.light, side)], floor?.colour ?? '#808080');
      compositeOver(image, product, layer);
    }
    return { image, product };
  }
  const placed = layers.map((layer) => ({ layer, contact: findContactLine(layer) }));
  for (const { layer, contact } of placed) {
    if (contact === undefined) continue;
    const depth = Math.max(0.05 * side, 0.8 * (layer.y + contact.row - stage.horizon));
    const maps: ShadowMap[] = [
      castShadow(layer, contact, stage.light, depth, side),
      occlusionShadow(layer, contact, side),
      contactShadow(layer, contact, side),
    ];
    applyShadows(image, maps, floor.colour);
  }
  for (const { layer, contact } of placed) {
    if (contact !== undefined) reflect(image, layer, contact, floor.gloss);
  }
  for (const { layer } of placed) compositeOver(image, product, layer);
  return { image, product };
}
