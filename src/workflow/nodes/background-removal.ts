import type { LocalizedText } from '../../ad/locale.ts';
import type { Engines, Lane } from '../../engines/ports.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { CutEdges } from '../../layout/request.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly photo: Raster;
}

export interface BackgroundRemovalOutputs {
  /** The product alone, cropped to its matte. */
  readonly product: Raster;
  /** The edges of the photo that the product runs into. */
  readonly cutEdges: CutEdges;
  /** 0–1: below 0.5 the photo should rather be shown whole. */
  readonly confidence: number;
  readonly why: readonly LocalizedText[];
}

/** Takes a product out of its photo. */
export class BackgroundRemovalNode extends BaseNode<Inputs, BackgroundRemovalOutputs> {
  readonly name = 'BackgroundRemovalNode';
  readonly version = 3;

  override lane(engines: Engines): Lane {
    return engines.remover.lane;
  }

  override identity(engines: Engines): string {
    return engines.remover.name;
  }

  async process({ photo }: Inputs, context: NodeContext): Promise<BackgroundRemovalOutputs> {
    const cutout = await context.engines.remover.remove(photo, {
      signal: context.signal,
      onStep: context.progress,
      doNotCache: context.doNotCache,
    });
    const product = await context.render.run('crop', cutout);
    return {
      product: product.image,
      cutEdges: product.cutEdges,
      confidence: cutout.confidence,
      why: cutout.why,
    };
  }
}
