import type { Size } from '../../ad/geometry.ts';
import type { Prompt } from '../../ad/prompt.ts';
import type { SceneBrief } from '../../ad/scene.ts';
import type { StyleName } from '../../ad/style.ts';
import type { Engines, Lane, Picture } from '../../engines/ports.ts';
import { engineSize } from '../../imaging/engine-size.ts';
import { fitPicture } from '../../imaging/fit-picture.ts';
import type { Raster } from '../../imaging/raster.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  /** The picture to be restyled, of any size. */
  readonly reference: Raster;
  /** Above 0 up to 1. */
  readonly strength: number;
  readonly prompt: Prompt;
  readonly scene: SceneBrief;
  readonly style: StyleName;
  readonly size: Size;
  readonly seed: number;
  readonly room: { readonly product: boolean; readonly words: boolean };
}

/** Makes a picture anew from another one, whose composition it keeps. */
export class Image2ImageNode extends BaseNode<Inputs, Required<Picture>> {
  readonly name = 'Image2ImageNode';
  readonly version = 1;

  override lane(engines: Engines): Lane {
    return engines.image.lane;
  }

  override identity({ image }: Engines): string {
    return `${image.name}/${image.model}`;
  }

  async process({ reference, size, ...request }: Inputs, context: NodeContext): Promise<Required<Picture>> {
    const { image: engine } = context.engines;
    const madeAt = engineSize(size, engine.bestPixels);
    const picture = await engine.imageToImage(
      {
        ...request,
        size: madeAt,
        reference: await fitPicture(reference, madeAt),
      },
      { signal: context.signal, onStep: context.progress },
    );
    const finished = await context.render.run('finish-picture', { picture, size });
    return { ...finished, why: picture.why };
  }
}
