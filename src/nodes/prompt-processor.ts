import type { Brief } from '../ad/brief.ts';
import type { AdRequest } from '../ad/request.ts';
import type { HexColour } from '../ad/scene.ts';
import type { Engines, Lane } from '../engines/ports.ts';
import { BaseNode, type NodeContext } from '../workflow/base-node.ts';

interface Inputs {
  readonly request: AdRequest;
  /** Mean colour of the product, so that the scene keeps away from it. */
  readonly productColour?: HexColour;
}

/** The brief, whole and in parts: a node that needs one part is then not run again when another changes. */
interface Outputs extends Brief {
  readonly brief: Brief;
}

/** Reads the person's words: which shop, style and scene, what an engine is told, and what the ad says. */
export class PromptProcessorNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'PromptProcessorNode';
  readonly version = 1;

  override lane(engines: Engines): Lane {
    return engines.writer.lane;
  }

  override identity(engines: Engines): string {
    return engines.writer.name;
  }

  async process({ request, productColour }: Inputs, context: NodeContext): Promise<Outputs> {
    const written = await context.engines.writer.write(request, { signal: context.signal });
    const brief =
      productColour === undefined ? written : { ...written, scene: { ...written.scene, productColour } };
    return { ...brief, brief };
  }
}
