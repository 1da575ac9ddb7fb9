import type { Size } from '../../ad/geometry.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import { compositeOver } from '../../imaging/composite/composite-over.ts';
import { resizeRaster } from '../../imaging/filter.ts';
import { createMatte, createRaster, type Raster } from '../../imaging/raster.ts';
import { BaseNode } from '../base-node.ts';

interface Inputs {
  /** Cut-outs, cropped to what is seen of them. */
  readonly products: readonly Raster[];
  readonly size: Size;
}

interface Outputs {
  readonly image: Raster;
  readonly why: readonly LocalizedText[];
}

/** Share of the picture's sides that the products take: Coupang asks for 85 %. */
const FILLED = 0.87;

/** Between two products, as a share of the picture's width. */
const GAP = 0.03;

/** The products alone in the middle of plain white, as large as it takes, without a shadow. */
export class WhiteGroundNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'WhiteGroundNode';
  readonly version = 1;

  async process({ products, size }: Inputs): Promise<Outputs> {
    const image = createRaster(size.width, size.height);
    image.data.fill(255);
    if (products.length === 0) return { image, why: [] };
    const gap = Math.round(GAP * size.width);
    const gaps = gap * (products.length - 1);
    // All as high as the first, side by side.
    const heights = Math.max(...products.map(({ height }) => height));
    const width = products.reduce((sum, one) => sum + (one.width * heights) / one.height, 0);
    const scale = Math.min((FILLED * size.width - gaps) / width, (FILLED * size.height) / heights);
    const height = Math.max(1, Math.round(heights * scale));
    const sized = products.map((one) =>
      resizeRaster(one, Math.max(1, Math.round((one.width * height) / one.height)), height),
    );
    const taken = sized.reduce((sum, one) => sum + one.width, gaps);
    let x = Math.round((size.width - taken) / 2);
    const y = Math.round((size.height - height) / 2);
    const product = createMatte(size.width, size.height);
    for (const one of sized) {
      compositeOver(image, product, { image: one, x, y });
      x += one.width + gap;
    }
    return { image, why: [WHY] };
  }
}

const WHY: LocalizedText = {
  ko: '올릴 곳이 흰 배경만 받아서, 제품만 오려 흰 바탕 가운데에 크게 두었어요.',
  en: 'The place takes nothing but a white background, so the product stands alone on white, large, in the middle.',
};
