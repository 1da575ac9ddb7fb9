import type { LocalizedText } from '../../ad/locale.ts';
import type { Raster } from '../../imaging/raster.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  /** As it was decoded. */
  readonly photo: Raster;
  /** Longer side in pixels to which what is left of it is reduced. */
  readonly maxSide: number;
}

export interface PhotoPreparationOutputs {
  /** Without bars, a phone's screen, margins and what is beside a panorama's subject; the very photo where it has none. */
  readonly photo: Raster;
  readonly why: readonly LocalizedText[];
}

/** Takes off a photo what is around it, before the product is looked for. */
export class PhotoPreparationNode extends BaseNode<Inputs, PhotoPreparationOutputs> {
  readonly name = 'PhotoPreparationNode';
  readonly version = 1;

  async process({ photo, maxSide }: Inputs, context: NodeContext): Promise<PhotoPreparationOutputs> {
    const { signal } = context;
    const prepared = await context.render.run('prepare-photo', { photo, maxSide }, { signal });
    return { photo: prepared.photo, why: prepared.why };
  }
}
