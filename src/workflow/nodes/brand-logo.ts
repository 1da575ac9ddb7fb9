import { type Box, turnedBounds } from '../../ad/geometry.ts';
import type { TextLayout } from '../../ad/layout.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { Insets } from '../../ad/place.ts';
import type { Stage } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import type { Matte, Raster } from '../../imaging/raster.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  /** The ad, words and all. */
  readonly image: Raster;
  readonly logo: Raster;
  readonly layout: TextLayout;
  /** Of a scene, which knows its subject. */
  readonly stage?: Stage;
  readonly product?: Matte;
  /** Where other things will stand. */
  readonly taken?: readonly Box[];
  /** Where it stands; absent = where the picture is calm. */
  readonly at?: Box;
  readonly safe?: Insets;
}

interface Outputs {
  readonly image: Raster;
  /** Where the logo stands; absent where there was no room. */
  readonly box?: Box;
  readonly why: readonly LocalizedText[];
  readonly warnings: readonly LocalizedText[];
}

/** Sets the shop's logo into an ad. */
export class BrandLogoNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'BrandLogoNode';
  readonly version = 3;

  async process(
    { image, logo, layout, stage, product, taken = [], at, safe }: Inputs,
    context: NodeContext,
  ): Promise<Outputs> {
    const shown = product ?? stage?.subject;
    return context.render.run(
      'set-logo',
      {
        image,
        logo,
        words: [...layout.blocks.map(({ box, angle }) => turnedBounds(box, angle)), ...taken],
        ...defined({ product: shown, at, safe }),
      },
      { signal: context.signal },
    );
  }
}
