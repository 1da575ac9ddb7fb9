import type { Size } from '../../ad/geometry.ts';
import type { Prompt } from '../../ad/prompt.ts';
import type { SceneBrief } from '../../ad/scene.ts';
import type { StyleName } from '../../ad/style.ts';
import type { Engines, Lane, Picture } from '../../engines/ports.ts';
import { engineSize } from '../../imaging/engine-size.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly prompt: Prompt;
  readonly scene: SceneBrief;
  readonly style: StyleName;
  readonly size: Size;
  readonly seed: number;
  readonly room: { readonly product: boolean; readonly words: boolean };
}

/** Makes a picture from words: the whole ad's, or the background of a product. */
export class Text2ImageNode extends BaseNode<Inputs, Required<Picture>> {
  readonly name = 'Text2ImageNode';
  readonly version = 1;

  override lane(engines: Engines): Lane {
    return engines.image.lane;
  }

  override identity({ image }: Engines): string {
    return `${image.name}/${image.model}`;
  }

  async process({ size, ...request }: Inputs, context: NodeContext): Promise<Required<Picture>> {
    const { image: engine } = context.engines;
    const picture = await engine.textToImage(
      { ...request, size: engineSize(size, engine.bestPixels) },
      { signal: context.signal, onStep: context.progress },
    );
    const finished = await context.render.run('finish-picture', { picture, size });
    return { ...finished, why: picture.why };
  }
}
