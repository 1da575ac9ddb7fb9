import type { PictureOrder } from '../../ad/design.ts';
import type { Face } from '../../ad/face.ts';
import type { PictureUse } from '../../design/order-picture.ts';
import { type DesignWish, requestOfBrief } from '../../design/request-of-brief.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs extends DesignWish {
  readonly use: PictureUse;
}

interface Outputs {
  /** Absent where no family that shows a picture takes the words. */
  readonly order?: PictureOrder;
}

/** Decides which picture the image engine is asked for: of the size that the best family has for it. */
export class PictureOrderNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'PictureOrderNode';
  readonly version = 5;
  readonly #faces: readonly Face[];

  /** @param faces the faces that designs may be set in */
  constructor(faces: readonly Face[]) {
    super();
    this.#faces = faces;
  }

  override identity(): string {
    return this.#faces.map((face) => face.name).join();
  }

  async process({ use, ...wish }: Inputs, { render, signal }: NodeContext): Promise<Outputs> {
    const request = requestOfBrief(wish, this.#faces);
    const order = await render.run('order-picture', { request, use }, { signal });
    return order === undefined ? {} : { order };
  }
}
