import type { Box } from '../../../ad/geometry.ts';
import type { LocalizedText } from '../../../ad/locale.ts';
import { UserError } from '../../../errors/user-error.ts';
import { cropRaster } from '../../crop.ts';
import { hasCutoutAlpha } from '../../cutout/existing-alpha.ts';
import { matteBox } from '../../cutout/matte-box.ts';
import { resizeRaster } from '../../filter.ts';
import { alphaOf, createRaster, type Raster } from '../../raster.ts';
import { clearFaintAlpha } from './clear-faint-alpha.ts';
import { findInset } from './find-inset.ts';
import { findSubject } from './find-subject.ts';
import { SMALLEST, WISHED } from './smallest.ts';
import { trimBars } from './trim-bars.ts';

/** A photo as the cut-out takes it. */
export interface PreparedPhoto {
  /** The very photo where there was nothing to do. */
  readonly photo: Raster;
  /** The part of the photo that it shows, in the photo's own pixels, whole numbers. */
  readonly box: Box;
  readonly why: readonly LocalizedText[];
}

/**
 * Takes off a photo what is not the photo: bars and a phone's screen around it, margins of nothing, alpha that nobody
 * sees, and of a panorama what is beside its subject. A photo of which nothing has to be taken off stays as it is.
 *
 * @param maxSide the longer side of what is left is reduced to so many pixels; absent = not
 * @throws UserError `product-too-small` where the whole photo has too few pixels for any product
 */
export function preparePhoto(photo: Raster, maxSide = Number.POSITIVE_INFINITY): PreparedPhoto {
  const { box, image, why } = hasCutoutAlpha(photo) ? withoutMargins(photo) : withoutSurroundings(photo);
  if (Math.max(box.width, box.height) < SMALLEST) {
    throw new UserError('product-too-small', { ...sizeOf(box), min: SMALLEST, good: WISHED });
  }
  const scale = Math.min(1, maxSide / Math.max(image.width, image.height));
  if (scale === 1) return { photo: image, box, why };
  const size = [image.width, image.height].map((side) => Math.max(1, Math.round(side * scale)));
  return { photo: resizeRaster(image, size[0]!, size[1]!), box, why };
}

const sizeOf = ({ width, height }: Box): { readonly width: number; readonly height: number } => ({
  width,
  height,
});

interface Part {
  readonly image: Raster;
  readonly box: Box;
  readonly why: readonly LocalizedText[];
}

const wholeOf = ({ width, height }: Raster): Box => ({ x: 0, y: 0, width, height });

function withoutMargins(photo: Raster): Part {
  const clean = clearFaintAlpha(photo);
  const box = matteBox(alphaOf(clean)) ?? wholeOf(photo);
  const margins = box.width < photo.width || box.height < photo.height;
  return {
    image: margins ? cropRaster(clean, box) : clean,
    box,
    why: clean === photo ? [] : [FAINT_CLEARED],
  };
}

function withoutSurroundings(photo: Raster): Part {
  const trimmed = trimBars(photo);
  const why = trimmed === undefined ? [] : [TRIMMED[trimmed.around]];
  const box = trimmed?.box ?? wholeOf(photo);
  const image = trimmed === undefined ? photo : cropRaster(photo, box);
  const subject = findSubject(image);
  if (subject === undefined) return { image, box, why };
  const part = cropRaster(image, subject);
  // What stands out from a ground of one colour may be a photo that was laid on it.
  const inset = findInset(part);
  const [x, y] = [box.x + subject.x + (inset?.x ?? 0), box.y + subject.y + (inset?.y ?? 0)];
  const { width, height } = inset ?? subject;
  return {
    image: inset === undefined ? part : cropRaster(part, inset),
    box: { x, y, width, height },
    why: [...why, CROPPED],
  };
}

/**
 * A picture of what was prepared at the photo's own size again: where it was taken off, nothing is.
 *
 * @param image of the size of the prepared photo
 * @param size of the photo
 */
export function placedBack(
  image: Raster,
  { box }: Pick<PreparedPhoto, 'box'>,
  size: { readonly width: number; readonly height: number },
): Raster {
  if (box.width === size.width && box.height === size.height) return image;
  const part = image.width === box.width ? image : resizeRaster(image, box.width, box.height);
  const whole = createRaster(size.width, size.height);
  for (let y = 0; y < box.height; y++) {
    const row = part.data.subarray(y * box.width * 4, (y + 1) * box.width * 4);
    whole.data.set(row, ((box.y + y) * size.width + box.x) * 4);
  }
  return whole;
}

const TRIMMED: Readonly<Record<'bars' | 'screenshot', LocalizedText>> = {
  bars: {
    ko: '사진 둘레의 단색 띠를 잘라 내고 사진만 썼어요.',
    en: 'The plain bars around the photo were cut off.',
  },
  screenshot: {
    ko: '화면 캡처라서 상태 표시줄과 버튼을 빼고 가운데 사진만 썼어요.',
    en: 'This is a screenshot, so the phone’s bars and buttons were cut off and only the photo in it was used.',
  },
};

const CROPPED: LocalizedText = {
  ko: '아주 긴 파노라마 사진이라 제품이 보이는 부분만 잘라서 썼어요.',
  en: 'This is a very long panorama, so only the part that shows the product was used.',
};

const FAINT_CLEARED: LocalizedText = {
  ko: '거의 보이지 않는 투명한 얼룩은 제품으로 치지 않았어요.',
  en: 'Nearly transparent specks were not counted as part of the product.',
};
