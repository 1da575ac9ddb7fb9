import type { Brief } from '../../ad/brief.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import { type AdRequest, wordsOf } from '../../ad/request.ts';
import type { Palette } from '../../ad/scene.ts';
import type { Engines, Lane } from '../../engines/ports.ts';
import type { Raster } from '../../imaging/raster.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly request: AdRequest;
  /** A photo of the product: the scene keeps away from its colour. */
  readonly product?: Raster;
}

/** The brief, whole and in parts: a node that needs one part is then not run again when another changes. */
export interface PromptProcessorOutputs extends Brief {
  readonly brief: Brief;
  readonly palette: Palette;
  readonly sceneWhy: readonly LocalizedText[];
}

/** Reads the person's words: which shop, style and scene, what an engine is told, and what the ad says. */
export class PromptProcessorNode extends BaseNode<Inputs, PromptProcessorOutputs> {
  readonly name = 'PromptProcessorNode';
  readonly version = 10;

  override lane(engines: Engines): Lane {
    return engines.writer.lane;
  }

  override identity(engines: Engines): string {
    const { name, edition = '' } = engines.writer;
    return `${name} ${edition}`;
  }

  async process({ request, product }: Inputs, context: NodeContext): Promise<PromptProcessorOutputs> {
    const { signal, note, doNotCache, engines, render } = context;
    const run = { signal, onNote: note, doNotCache };
    // What rules write takes milliseconds, and changes with the rules: only what a model was asked for is kept.
    if (engines.writer.lane !== 'network') doNotCache();
    await engines.moderation?.moderate(wordsOf(request), run);
    const [productColour, written] = await Promise.all([
      product && render.run('subject-colour', product, { signal }),
      engines.writer.write(request, run),
    ]);
    const brief =
      productColour === undefined ? written : { ...written, scene: { ...written.scene, productColour } };
    return { ...brief, brief, palette: brief.scene.palette, sceneWhy: brief.sceneWhy ?? [] };
  }
}
