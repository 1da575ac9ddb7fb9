import sharp from 'sharp';
import type { LocalizedText } from '../../../ad/locale.ts';
import { UserError } from '../../../errors/user-error.ts';
import { createRaster, type Raster } from '../../raster.ts';
import { isSmall, SMALLEST, WISHED } from './smallest.ts';

/** To how many pixels, and how much at most: beyond that nothing is left to be seen but the filter. */
const ENLARGED = 480;
const MOST = 4;

/** Of the unsharp mask: pixels, and how much flat parts and edges get. Gentle: what JPEG has left is not to stand out. */
const SHARPENING = { sigma: 0.9, m1: 0.3, m2: 1.2 } as const;

export interface EnlargedProduct {
  readonly image: Raster;
  /** Empty where it was large enough. */
  readonly warnings: readonly LocalizedText[];
}

/**
 * A product that its photo shows too small, enlarged by Lanczos and a little sharpened.
 *
 * @throws UserError `product-too-small` below `SMALLEST`
 */
export async function enlargeSmall(image: Raster): Promise<EnlargedProduct> {
  const { width, height } = image;
  const longer = Math.max(width, height);
  if (!isSmall(image)) return { image, warnings: [] };
  if (longer < SMALLEST)
    throw new UserError('product-too-small', { width, height, min: SMALLEST, good: WISHED });
  const scale = Math.min(MOST, ENLARGED / longer);
  // Colours are weighted by alpha on the way, so that what is see-through does not bleed in.
  const { data, info } = await sharp(image.data, { raw: { width, height, channels: 4 } })
    .resize(Math.round(width * scale), Math.round(height * scale), { fit: 'fill', kernel: 'lanczos3' })
    .sharpen(SHARPENING)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const enlarged = createRaster(info.width, info.height);
  enlarged.data.set(data);
  return { image: enlarged, warnings: [smallIn(width, height)] };
}

const smallIn = (width: number, height: number): LocalizedText => ({
  ko: `사진 속 제품이 작아서(${width}×${height}픽셀) 키워 썼어요. 흐려 보이면 제품이 ${WISHED}픽셀 넘게 나온 사진을 올려 주세요.`,
  en: `The product is small in the photo (${width}×${height} pixels) and was enlarged. If it looks soft, send a photo in which it is more than ${WISHED} pixels long.`,
});
