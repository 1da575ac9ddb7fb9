import type { AdCopy } from '../../ad/copy.ts';
import type { Box } from '../../ad/geometry.ts';
import type { TextLayout } from '../../ad/layout.ts';
import type { Insets } from '../../ad/place.ts';
import type { Palette, Stage } from '../../ad/scene.ts';
import type { Engines, Lane } from '../../engines/ports.ts';
import type { Matte, Raster } from '../../imaging/raster.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly image: Raster;
  readonly copy: AdCopy;
  /** Where words may not stand; absent = the picture has no product of its own. */
  readonly product?: Matte;
  readonly stage?: Stage;
  /** Where other things will stand. */
  readonly taken?: readonly Box[];
  readonly palette: Palette;
  readonly face: string;
  readonly seed: number;
  /** What the ad's place asks. */
  readonly safe?: Insets;
  readonly letters?: number;
}

interface Outputs {
  readonly layout: TextLayout;
}

/** Decides where the words go, by a vision model or by local rules, whichever advisor is at hand. */
export class GPTLayoutAnalyzerNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'GPTLayoutAnalyzerNode';
  readonly version = 6;

  override lane(engines: Engines): Lane {
    return engines.advisor.lane;
  }

  override identity(engines: Engines): string {
    return engines.advisor.name;
  }

  async process(inputs: Inputs, context: NodeContext): Promise<Outputs> {
    const { signal, note, doNotCache, engines } = context;
    const run = { signal, onNote: note, doNotCache };
    return { layout: await engines.advisor.placeText(inputs, run) };
  }
}
