import type { ProductLayout } from '../../ad/layout.ts';
import type { Stage } from '../../ad/scene.ts';
import { placeLayers } from '../../imaging/composite/place-layers.ts';
import type { Matte, Raster } from '../../imaging/raster.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly background: Raster;
  readonly stage: Stage;
  /** In the order of the request's photos. */
  readonly layers: readonly Raster[];
  readonly layout: ProductLayout;
  /** 0 = the product's pixels stay as they are; up to 1 = its colours move towards the scene's, within a cap. */
  readonly harmonise: number;
  readonly seed: number;
}

interface Outputs {
  readonly image: Raster;
  /** Where the products are, at the picture's size. */
  readonly product: Matte;
}

/** Sets the products into the scene, with their shadows and reflections. */
export class BackgroundCompositeNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'BackgroundCompositeNode';
  readonly version = 1;

  async process(
    { background, stage, layers, layout, harmonise, seed }: Inputs,
    context: NodeContext,
  ): Promise<Outputs> {
    const chosen = layout.placements.flatMap((placement) => {
      const image = layers[placement.photo];
      return image === undefined ? [] : [{ image, placement }];
    });
    // Here and not in a thread of the pool, since its resampler works on threads of its own.
    const placed = await placeLayers(chosen);
    return context.render.run(
      'composite',
      { background, stage, layers: placed, kind: layout.kind, harmonise, seed },
      { signal: context.signal, onStep: context.progress },
    );
  }
}
