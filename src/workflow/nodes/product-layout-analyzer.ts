import type { AdCopy } from '../../ad/copy.ts';
import type { Point } from '../../ad/geometry.ts';
import type { ProductLayout } from '../../ad/layout.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { Stage } from '../../ad/scene.ts';
import type { Engines, Lane } from '../../engines/ports.ts';
import { hasCutoutAlpha } from '../../imaging/cutout/existing-alpha.ts';
import { isSmall } from '../../imaging/photo/prepare/smallest.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { CutEdges } from '../../layout/request.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly background: Raster;
  readonly stage: Stage;
  /** The photos as they are, in the order of the request. */
  readonly photos: readonly Raster[];
  /** Each photo's product, cropped to its matte. */
  readonly products: readonly Raster[];
  readonly confidences: readonly number[];
  /** Where each product was cut off by its photo. */
  readonly cutEdges: readonly CutEdges[];
  readonly copy: AdCopy;
  readonly scale?: number;
  readonly position?: Point;
}

export interface ProductLayoutOutputs {
  readonly layout: ProductLayout;
  /** What is placed: the products, or the whole photos where a cut-out cannot be trusted. */
  readonly layers: readonly Raster[];
  readonly kind: ProductLayout['kind'];
  readonly warnings: readonly LocalizedText[];
}

/** A cut-out that is less sure than this is not used. */
export const LEAST_CONFIDENCE = 0.5;

/**
 * Decides where the products stand and how large. When one of the cut-outs cannot be trusted, all photos are shown
 * whole as cards, so that the products of one ad look alike; only what came cut out has no photo to be shown, and stays
 * as it came. What has few pixels is enlarged first.
 */
export class ProductLayoutAnalyzerNode extends BaseNode<Inputs, ProductLayoutOutputs> {
  readonly name = 'ProductLayoutAnalyzerNode';
  readonly version = 5;

  override lane(engines: Engines): Lane {
    return engines.advisor.lane;
  }

  override identity(engines: Engines): string {
    return engines.advisor.name;
  }

  async process(inputs: Inputs, context: NodeContext): Promise<ProductLayoutOutputs> {
    const { photos, products, confidences, ...rest } = inputs;
    const kind = Math.min(...confidences) < LEAST_CONFIDENCE ? 'photo-card' : 'cut-out';
    const shown =
      kind === 'cut-out'
        ? products
        : photos.map((photo, i) => (hasCutoutAlpha(photo) ? (products[i] ?? photo) : photo));
    const { signal, progress, note, doNotCache, engines, render } = context;
    const enlarged = await Promise.all(
      shown.map((layer) =>
        isSmall(layer) ? render.run('enlarge-small', layer, { signal }) : { image: layer, warnings: [] },
      ),
    );
    const layers = enlarged.map(({ image }) => image);
    const layout = await engines.advisor.placeProducts(
      { ...rest, products: layers, kind },
      { signal, onStep: progress, onNote: note, doNotCache },
    );
    return { layout, layers, kind, warnings: enlarged.flatMap(({ warnings }) => warnings) };
  }
}
