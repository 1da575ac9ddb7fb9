import { MADE } from '../../ad/design.ts';
import { area, type Box, toWholePixels } from '../../ad/geometry.ts';
import type { Stage } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import type { PictureMaterial } from '../../design/design-request.ts';
import { matteBox } from '../../imaging/cutout/matte-box.ts';
import type { Matte, Raster } from '../../imaging/raster.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly image: Raster;
  readonly stage: Stage;
  /** Where products were set into it; absent = it shows what it was asked for. */
  readonly product?: Matte;
}

interface Outputs {
  /** The picture as a design's material: one. */
  readonly pictures: readonly PictureMaterial[];
}

/** What fills more of a picture than this is no subject that words could keep off: it is the picture. */
const MOST = 0.7;

/** Makes material of a picture that the image engine has made: says where what it shows is. */
export class MadePictureNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'MadePictureNode';
  readonly version = 1;

  async process({ image, stage, product }: Inputs, context: NodeContext): Promise<Outputs> {
    const known = product === undefined ? stage.subject : matteBox(product);
    const found = known ?? (await this.#look(image, context));
    const subject = found && toWholePixels(found, image);
    return { pictures: [{ photo: MADE, image, ...defined({ subject }) }] };
  }

  async #look(image: Raster, { render, signal }: NodeContext): Promise<Box | undefined> {
    const found = await render.run('find-subject', image, { signal });
    return found !== undefined && area(found) <= MOST * area(image) ? found : undefined;
  }
}
