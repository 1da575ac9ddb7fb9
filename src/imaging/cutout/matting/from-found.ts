import type { LocalizedText } from '../../../ad/locale.ts';
import { resizePlane } from '../../filter.ts';
import { createMatte, createPlane, type Matte, type Plane, type Raster } from '../../raster.ts';
import type { Cutout } from '../cutout.ts';
import type { Found } from '../found-map.ts';
import { onlyThing } from '../things/only-thing.ts';
import { assembleCutout } from './assemble-cutout.ts';
import { foregroundColours } from './foreground-colours.ts';

/** Shares of the picture that a product takes; outside of them something else was found. */
const [SMALLEST, LARGEST] = [0.004, 0.97];

/** Below this much opacity a pixel counts as background. */
const VISIBLE = 10;

/**
 * A cut-out from what a model found: the product's own colours up to its rim, and how sure the model was. A map is
 * sure where it is nearly black or white; one that is grey all over has found nothing.
 */
export function fromFound(photo: Raster, found: Found): Cutout {
  const { width, height } = photo;
  const shares = placed(found, photo);
  const matte = createMatte(width, height);
  for (let i = 0; i < shares.data.length; i++) {
    matte.data[i] = shares.data[i]! * photo.data[i * 4 + 3]!;
    shares.data[i] = matte.data[i]! / 255;
  }
  const { image } = assembleCutout(photo, shares, foregroundColours(photo, shares));
  const confidence = confidenceOf(matte);
  const why = [reasonFor(found.by, confidence)];
  return { image, matte, confidence, things: onlyThing(matte), picked: [0], why };
}

/** All maps at the photo's size, later ones over earlier ones. */
function placed({ maps }: Found, { width, height }: Raster): Plane {
  const whole = createPlane(width, height);
  for (const { map, box } of maps) {
    const part = resizePlane(map, box.width, box.height);
    for (let y = 0; y < box.height; y++) {
      whole.data.set(part.data.subarray(y * box.width, (y + 1) * box.width), (box.y + y) * width + box.x);
    }
  }
  return whole;
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
