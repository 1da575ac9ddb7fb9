import type { Brief } from '../ad/brief.ts';
import type { AdRequest } from '../ad/request.ts';
import type { HexColour, Palette } from '../ad/scene.ts';
import type { Engines, Lane } from '../engines/ports.ts';
import { BaseNode, type NodeContext } from '../workflow/base-node.ts';

interface Inputs {
  readonly request: AdRequest;
  /** Mean colour of the product, so that the scene keeps away from it. */
  readonly productColour?: HexColour;
}

/** The brief, whole and in parts: a node that needs one part is then not run again when another changes. */
export interface PromptProcessorOutputs extends Brief {
  readonly brief: Brief;
  readonly palette: Palette;
}

/** Reads the person's words: which shop, style and scene, what an engine is told, and what the ad says. */
export class PromptProcessorNode extends BaseNode<Inputs, PromptProcessorOutputs> {
  readonly name = 'PromptProcessorNode';
  readonly version = 1;

  override lane(engines: Engines): Lane {
    return engines.writer.lane;
  }

  override identity(engines: Engines): string {
    const { name, edition = '' } = engines.writer;
    return `${name} ${edition}`;
  }

  async process({ request, productColour }: Inputs, context: NodeContext): Promise<PromptProcessorOutputs> {
    const { signal, note, makeshift, engines } = context;
    const run = { signal, onNote: note, onMakeshift: makeshift };
    const brand = request.brand?.shopName ?? '';
    await engines.screen.screen([request.text, brand, ...Object.values(request.copy)].join('\n'), run);
    const written = await engines.writer.write(request, run);
    const brief =
      productColour === undefined ? written : { ...written, scene: { ...written.scene, productColour } };
    return { ...brief, brief, palette: brief.scene.palette };
  }
}
