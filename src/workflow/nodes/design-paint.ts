import type { DesignLayout } from '../../ad/design.ts';
import type { HeroMaterial, PictureMaterial } from '../../design/design-request.ts';
import type { Raster } from '../../imaging/raster.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly design: DesignLayout;
  readonly heroes: readonly HeroMaterial[];
  readonly pictures: readonly PictureMaterial[];
}

interface Outputs {
  readonly image: Raster;
}

/** Paints all of a design but its words. */
export class DesignPaintNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'DesignPaintNode';
  readonly version = 1;

  async process({ design, heroes, pictures }: Inputs, context: NodeContext): Promise<Outputs> {
    const image = await context.render.run(
      'paint-design',
      { layout: design, pictures: { heroes, photos: pictures } },
      { signal: context.signal },
    );
    return { image };
  }
}
