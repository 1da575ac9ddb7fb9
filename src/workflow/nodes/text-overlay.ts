import type { Face } from '../../ad/face.ts';
import type { TextLayout } from '../../ad/layout.ts';
import type { Raster } from '../../imaging/raster.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly image: Raster;
  readonly layout: TextLayout;
}

interface Outputs {
  readonly image: Raster;
}

/** Draws the words onto the picture. */
export class TextOverlayNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'TextOverlayNode';
  readonly version = 2;
  readonly #faces: readonly Face[];

  /** @param faces the faces that layouts may name */
  constructor(faces: readonly Face[]) {
    super();
    this.#faces = faces;
  }

  override identity(): string {
    return this.#faces.map((face) => face.name).join();
  }

  async process({ image, layout }: Inputs, context: NodeContext): Promise<Outputs> {
    if (layout.blocks.length === 0) return { image };
    const lettered = await context.render.run(
      'draw-text',
      { image, layout, faces: this.#faces },
      { signal: context.signal },
    );
    return { image: lettered };
  }
}
