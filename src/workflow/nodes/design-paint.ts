import type { DesignLayout } from '../../ad/design.ts';
import { toWholePixels } from '../../ad/geometry.ts';
import type { TextLayout } from '../../ad/layout.ts';
import type { HeroMaterial, PictureMaterial } from '../../design/design-request.ts';
import { createMatte, type Matte, type Raster } from '../../imaging/raster.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly design: DesignLayout;
  readonly heroes: readonly HeroMaterial[];
  readonly pictures: readonly PictureMaterial[];
}

interface Outputs {
  readonly design: DesignLayout;
  /** What it letters. */
  readonly textLayout: TextLayout;
  readonly image: Raster;
  /** Where products are, at the picture's size. */
  readonly product: Matte;
}

/** Paints all of a design but its words. */
export class DesignPaintNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'DesignPaintNode';
  readonly version = 4;

  async process({ design, heroes, pictures }: Inputs, context: NodeContext): Promise<Outputs> {
    const image = await context.render.run(
      'paint-design',
      { layout: design, pictures: { heroes, photos: pictures } },
      { signal: context.signal },
    );
    return { design, textLayout: lettersOf(design), image, product: matteOf(design) };
  }
}

function matteOf({ size, productBoxes }: DesignLayout): Matte {
  const matte = createMatte(size.width, size.height);
  for (const box of productBoxes) {
    const { x, y, width, height } = toWholePixels(box, size);
    for (let row = y; row < y + height; row++) {
      matte.data.fill(255, row * size.width + x, row * size.width + x + width);
    }
  }
  return matte;
}

/** The words of a design, as they are drawn. Why they stand there is told with the design. */
const lettersOf = ({ family, size, blocks }: DesignLayout): TextLayout => ({
  size,
  underlays: [],
  blocks,
  why: [],
  warnings: [],
  decidedBy: `design ${family}`,
});
