import type { PlacedPart } from '../../ad/design-part.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { NodeContext } from '../base-node.ts';
import { LetteringNode } from '../lettering-node.ts';

interface Inputs {
  /** The ad, words and all. */
  readonly image: Raster;
  readonly placed: readonly PlacedPart[];
}

interface Outputs {
  readonly image: Raster;
}

/** Draws the QR code and the menu, and reads the code from the picture that they are in. */
export class PartsOverlayNode extends LetteringNode<Inputs, Outputs> {
  readonly name = 'PartsOverlayNode';
  readonly version = 1;

  async process(request: Inputs, context: NodeContext): Promise<Outputs> {
    if (request.placed.length === 0) return { image: request.image };
    const image = await context.render.run(
      'paint-parts',
      { request, faces: this.faces },
      { signal: context.signal },
    );
    return { image };
  }
}
