import type { Size } from '../../ad/geometry.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import { fitPicture } from '../../imaging/fit-picture.ts';
import type { Raster } from '../../imaging/raster.ts';
import { BaseNode } from '../base-node.ts';

interface Inputs {
  readonly photo: Raster;
  readonly size: Size;
}

interface Outputs {
  readonly image: Raster;
  readonly why: readonly LocalizedText[];
}

/** The photo as it is, at the ad's size: what is most looked at stays in. */
export class PhotoFitNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'PhotoFitNode';
  readonly version = 1;

  async process({ photo, size }: Inputs): Promise<Outputs> {
    return { image: await fitPicture(photo, size), why: [WHY] };
  }
}

const WHY: LocalizedText = {
  ko: '제품이 또렷하게 오려지지 않아서, 사진을 그대로 채웠어요.',
  en: 'The product could not be cut out cleanly, so the photo itself fills the picture.',
};
