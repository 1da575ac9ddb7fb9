import type { TextLayout } from '../../ad/layout.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { NodeContext } from '../base-node.ts';
import { LetteringNode } from '../lettering-node.ts';

interface Inputs {
  readonly image: Raster;
  readonly layout: TextLayout;
}

interface Outputs {
  readonly image: Raster;
}

/** Draws the words onto the picture. */
export class TextOverlayNode extends LetteringNode<Inputs, Outputs> {
  readonly name = 'TextOverlayNode';
  readonly version = 3;

  async process({ image, layout }: Inputs, context: NodeContext): Promise<Outputs> {
    if (layout.blocks.length === 0) return { image };
    const lettered = await context.render.run(
      'draw-text',
      { image, layout, faces: this.faces },
      { signal: context.signal },
    );
    return { image: lettered };
  }
}
