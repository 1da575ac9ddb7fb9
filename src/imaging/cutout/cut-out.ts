import type { LocalizedText } from '../../ad/locale.ts';
import { resizeRaster } from '../filter.ts';
import { alphaOf, createMatte, type Raster } from '../raster.ts';
import { adviceFor, NO_PRODUCT_FOUND } from './confidence/advice.ts';
import { confidenceOf } from './confidence/confidence.ts';
import { maskOfShares, measureSignals } from './confidence/signals.ts';
import type { Cutout } from './cutout.ts';
import { hasCutoutAlpha, withoutBakedShadow } from './existing-alpha.ts';
import type { Found } from './found-map.ts';
import { assembleCutout, choke } from './matting/assemble-cutout.ts';
import { foregroundColours } from './matting/foreground-colours.ts';
import { fromFound } from './matting/from-found.ts';
import { refineMatte } from './matting/refine-matte.ts';
import { backgroundOf } from './segmentation/background.ts';
import { analysePhoto } from './segmentation/photo-analysis.ts';
import { segment } from './segmentation/segment.ts';
import { onlyThing } from './things/only-thing.ts';

export interface CutOutRequest {
  readonly photo: Raster;
  /** What a model found; absent = by rules alone. */
  readonly found?: Found;
  /** Which of the things is meant, from 1; absent = the default. */
  readonly pick?: number;
}

/** Longer side at which product and ground are told apart. */
const WORKING_SIDE = 400;

/** Longer side at which the matte is worked out; larger photos get it enlarged. */
const MATTE_SIDE = 2048;

/** Least confidence at which a cut-out is worth using. */
const USABLE = 0.5;

const STEPS = 4;

/**
 * Takes the product out of a photo: what it is from a model where there is one, by rules alone where not. A photo with real alpha is used as it is, but for a shadow that
 * was baked into it. The same photo gives the same cut-out.
 *
 * @param onStep told after each of four steps
 * @returns a cut-out whose confidence says how far to trust it; where nothing was found, the whole photo at 0
 */
export function cutOut(
  { photo, found }: CutOutRequest,
  onStep: (step: number, steps: number) => void = () => undefined,
): Cutout {
  if (hasCutoutAlpha(photo)) return asItIs(photo);
  if (found !== undefined && !found.maps.some(({ map }) => map.data.some((sure) => sure > 0))) {
    return wholePhoto(photo);
  }
  if (found !== undefined) return fromFound(photo, found);
  const analysis = analysePhoto(photo, WORKING_SIDE);
  const background = backgroundOf(analysis);
  onStep(1, STEPS);
  const segmentation = segment(analysis, background);
  if (segmentation === undefined || !segmentation.mask.data.includes(1)) return wholePhoto(photo);
  onStep(2, STEPS);
  const work = reduced(photo, MATTE_SIDE);
  const shares = choke(refineMatte(work, analysis.small, segmentation.mask));
  onStep(3, STEPS);
  const { image, matte } = assembleCutout(photo, shares, foregroundColours(work, shares));
  onStep(4, STEPS);
  const mask = maskOfShares(shares, analysis);
  const signals = measureSignals({ analysis, background, mask, own: segmentation });
  const confidence = confidenceOf(signals);
  const why = confidence < USABLE ? [NOT_CUT, adviceFor(signals)] : [cutWith(confidence)];
  return { image, matte, confidence, things: onlyThing(matte), picked: [0], why };
}

function reduced(photo: Raster, side: number): Raster {
  const ratio = Math.min(1, side / Math.max(photo.width, photo.height));
  return resizeRaster(photo, Math.round(photo.width * ratio), Math.round(photo.height * ratio));
}

function asItIs(photo: Raster): Cutout {
  const clean = withoutBakedShadow(photo);
  const image = clean ?? photo;
  const why = clean === undefined ? [READY] : [READY, SHADOW_REMOVED];
  const matte = alphaOf(image);
  return { image, matte, confidence: 1, whole: true, things: onlyThing(matte), picked: [0], why };
}

function wholePhoto(photo: Raster): Cutout {
  const matte = createMatte(photo.width, photo.height);
  matte.data.fill(255);
  return { image: photo, matte, confidence: 0, things: [], picked: [], why: [NO_PRODUCT_FOUND] };
}

const READY: LocalizedText = {
  ko: '배경이 이미 지워진 사진이라 제품을 그대로 썼어요.',
  en: 'The photo came with its background removed, so the product is used as it is.',
};

const SHADOW_REMOVED: LocalizedText = {
  ko: '사진에 그려져 있던 아래쪽 그림자는 빼고, 새 배경의 빛에 맞는 그림자를 넣어요.',
  en: 'The shadow painted below the product was taken out: the new scene casts its own.',
};

const NOT_CUT: LocalizedText = {
  ko: '제품을 깔끔하게 오려낼 자신이 없어서 사진을 통째로 보여 드려요.',
  en: 'The product could not be cut out cleanly enough, so the photo is shown whole.',
};

function cutWith(confidence: number): LocalizedText {
  const percent = Math.round(100 * confidence);
  return {
    ko: `제품을 배경에서 오려내고 가장자리 색을 다듬었어요 (확신도 ${percent}%).`,
    en: `The product was cut out of its background and its rim cleaned of the old colours (${percent} % sure).`,
  };
}
