import type { LocalizedText } from '../../ad/locale.ts';
import { defined } from '../../collections/defined.ts';
import type { Engines, Lane } from '../../engines/ports.ts';
import type { Thing } from '../../imaging/cutout/cutout.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { CutEdges } from '../../layout/request.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly photo: Raster;
  /** Which of several things in it is meant, as in a request. */
  readonly pick?: number;
}

export interface BackgroundRemovalOutputs {
  /** The product alone, cropped to its matte. */
  readonly product: Raster;
  /** The edges of the photo that the product runs into. */
  readonly cutEdges: CutEdges;
  /** 0–1: below 0.5 the photo should rather be shown whole. */
  readonly confidence: number;
  /** What was found in the photo, and the indices of what was cut out. */
  readonly things: readonly Thing[];
  readonly picked: readonly number[];
  readonly why: readonly LocalizedText[];
}

/** Takes a product out of its photo. */
export class BackgroundRemovalNode extends BaseNode<Inputs, BackgroundRemovalOutputs> {
  readonly name = 'BackgroundRemovalNode';
  readonly version = 11;

  override lane(engines: Engines): Lane {
    return engines.remover.lane;
  }

  override identity(engines: Engines): string {
    return engines.remover.name;
  }

  async process({ photo, pick }: Inputs, context: NodeContext): Promise<BackgroundRemovalOutputs> {
    const cutout = await context.engines.remover.remove(
      photo,
      { signal: context.signal, onStep: context.progress, doNotCache: context.doNotCache },
      defined({ pick }),
    );
    const product = await context.render.run('crop', cutout);
    return {
      product: product.image,
      cutEdges: product.cutEdges,
      confidence: cutout.confidence,
      things: cutout.things,
      picked: cutout.picked,
      why: cutout.why,
    };
  }
}
