import type { PictureOrder } from '../../ad/design.ts';
import type { PictureUse } from '../../design/order-picture.ts';
import { type DesignWish, requestOfBrief } from '../../design/request-of-brief.ts';
import type { NodeContext } from '../base-node.ts';
import { LetteringNode } from '../lettering-node.ts';

interface Inputs extends DesignWish {
  readonly use: PictureUse;
}

interface Outputs {
  /** Absent where no family that shows a picture takes the words. */
  readonly order?: PictureOrder;
}

/** Decides which picture the image engine is asked for: of the size that the best family has for it. */
export class PictureOrderNode extends LetteringNode<Inputs, Outputs> {
  readonly name = 'PictureOrderNode';
  readonly version = 6;

  async process({ use, ...wish }: Inputs, { render, signal }: NodeContext): Promise<Outputs> {
    const request = requestOfBrief(wish, this.faces);
    const order = await render.run('order-picture', { request, use }, { signal });
    return order === undefined ? {} : { order };
  }
}
