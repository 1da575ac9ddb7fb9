import { type Box, turnedBounds } from '../../ad/geometry.ts';
import type { TextLayout } from '../../ad/layout.ts';
import type { Locale, LocalizedText } from '../../ad/locale.ts';
import type { Insets } from '../../ad/place.ts';
import type { Stage } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import type { Matte, Raster } from '../../imaging/raster.ts';
import type { NodeContext } from '../base-node.ts';
import { LetteringNode } from '../lettering-node.ts';

interface Inputs {
  /** The ad, words and logo and all. */
  readonly image: Raster;
  readonly layout: TextLayout;
  readonly locale: Locale;
  /** Of a scene, which knows its subject. */
  readonly stage?: Stage;
  readonly product?: Matte;
  /** Where what was drawn is seen; absent = everywhere. */
  readonly drawn?: Box;
  /** Where other things stand or will stand. */
  readonly taken?: readonly Box[];
  readonly logo?: Box | undefined;
  readonly safe?: Insets;
  readonly letters?: number;
  /** Where it stood before. */
  readonly at?: Box;
}

interface Outputs {
  readonly image: Raster;
  /** Where the notice stands; absent where there was no room. */
  readonly box?: Box;
  readonly why: readonly LocalizedText[];
  readonly warnings: readonly LocalizedText[];
}

/** Says in an ad that a trained model drew in it. */
export class AiNoticeNode extends LetteringNode<Inputs, Outputs> {
  readonly name = 'AiNoticeNode';
  readonly version = 2;

  async process(
    { image, layout, locale, stage, product, drawn, taken = [], logo, safe, letters, at }: Inputs,
    context: NodeContext,
  ): Promise<Outputs> {
    const words = layout.blocks.map(({ box, angle }) => turnedBounds(box, angle));
    return context.render.run(
      'set-notice',
      {
        image,
        locale,
        words: [...words, ...taken, ...(logo === undefined ? [] : [logo])],
        faces: this.faces,
        ...defined({ product: product ?? stage?.subject, drawn, safe, letters, at }),
      },
      { signal: context.signal },
    );
  }
}
