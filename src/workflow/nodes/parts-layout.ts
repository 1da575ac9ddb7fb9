import type { DesignLayout } from '../../ad/design.ts';
import type { TextLayout } from '../../ad/layout.ts';
import type { Insets } from '../../ad/place.ts';
import type { RequestParts } from '../../ad/request.ts';
import type { Palette, Stage } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import type { PlacedParts } from '../../design/scene/place-parts.ts';
import type { Matte, Raster } from '../../imaging/raster.ts';
import type { NodeContext } from '../base-node.ts';
import { LetteringNode } from '../lettering-node.ts';

interface Inputs {
  readonly image: Raster;
  /** Of a scene; absent = the picture is a design. */
  readonly stage?: Stage;
  readonly design?: DesignLayout;
  /** Words that stand in it already. */
  readonly words?: TextLayout;
  readonly product?: Matte;
  readonly parts: RequestParts;
  readonly palette: Palette;
  readonly face: string;
  /** What the ad's place covers. */
  readonly safe?: Insets;
}

/** Decides where the QR code and the menu stand, before the words are placed around them. */
export class PartsLayoutNode extends LetteringNode<Inputs, PlacedParts> {
  readonly name = 'PartsLayoutNode';
  readonly version = 1;

  async process(
    { stage, product, design, words, ...rest }: Inputs,
    context: NodeContext,
  ): Promise<PlacedParts> {
    const shown = product ?? stage?.subject;
    // Heroes, and the subjects of photos.
    const heroes = [...(design?.productBoxes ?? []), ...(design?.parts ?? []).map(({ box }) => box)];
    const request = {
      ...rest,
      own: product !== undefined,
      taken: [...(words?.blocks ?? []).map(({ box }) => box), ...heroes],
      ...defined({ product: shown }),
    };
    return context.render.run('place-parts', { request, faces: this.faces }, { signal: context.signal });
  }
}
