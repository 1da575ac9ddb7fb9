import type { LocalizedText } from '../../../ad/locale.ts';
import { createPlane, type Matte, type Raster } from '../../raster.ts';
import type { Cutout } from '../cutout.ts';
import { assembleCutout } from './assemble-cutout.ts';
import { foregroundColours } from './foreground-colours.ts';

export interface FromMatteRequest {
  readonly photo: Raster;
  /** Of the photo's size, from whoever found the product. */
  readonly matte: Matte;
  /** Who that was, for the reasons. */
  readonly by: string;
}

/** Shares of the picture that a product takes; outside of them something else was found. */
const [SMALLEST, LARGEST] = [0.004, 0.97];

/** Below this much opacity a pixel counts as background. */
const VISIBLE = 10;

/**
 * A cut-out from a matte that a model made: the product's own colours up to its rim, and how sure the model was. A
 * matte is sure where it is nearly black or white; one that is grey all over has found nothing.
 */
export function fromMatte({ photo, matte, by }: FromMatteRequest): Cutout {
  const { width, height } = photo;
  const shares = createPlane(width, height);
  const joint = { ...matte, data: new Uint8ClampedArray(new SharedArrayBuffer(width * height)) };
  for (let i = 0; i < shares.data.length; i++) {
    joint.data[i] = (matte.data[i]! * photo.data[i * 4 + 3]!) / 255;
    shares.data[i] = joint.data[i]! / 255;
  }
  const { image } = assembleCutout(photo, shares, foregroundColours(photo, shares));
  const confidence = confidenceOf(joint);
  return { image, matte: { width, height, data: joint.data }, confidence, why: [reasonFor(by, confidence)] };
}

function confidenceOf({ data }: Matte): number {
  let visible = 0;
  let unsure = 0;
  for (const value of data) {
    if (value < VISIBLE) continue;
    visible++;
    // 1 in the middle between product and background, 0 at both ends.
    unsure += (4 * value * (255 - value)) / 255 ** 2;
  }
  const share = visible / data.length;
  if (share < SMALLEST || share > LARGEST) return 0.1;
  return Math.max(0, 1 - 1.5 * (unsure / visible));
}

function reasonFor(by: string, confidence: number): LocalizedText {
  const percent = Math.round(confidence * 100);
  return {
    ko: `제품은 ${by} 모델로 오려 냈어요 (확신 ${percent}%).`,
    en: `The product was cut out by the model ${by} (${percent} % sure).`,
  };
}
