import type { Size } from '../../../ad/geometry.ts';
import { dilated, eroded, type Mask, maskOf } from '../mask.ts';
import {
  BACKGROUND,
  type CutEvidence,
  grabCut,
  LIKELY_BACKGROUND,
  LIKELY_PRODUCT,
  PRODUCT,
} from './grab-cut.ts';

/** The coarse cut is made on every so many pixels each way. */
const STRIDE = 2;

/** Pixels to both sides of the coarse outline that are decided again. */
const BAND = 3;

/**
 * GrabCut where much is left to decide: on every second pixel each way first, then along the outline. The same to the
 * eye as all at once, in a tenth of the time.
 *
 * @param rounds of the coarse cut
 * @returns undefined when one side has too few pixels to learn from
 */
export function cutCoarseToFine(size: Size, evidence: CutEvidence, rounds: number): Mask | undefined {
  const coarse = coarseCut(size, evidence, rounds);
  if (coarse === undefined) return undefined;
  const { width, height } = size;
  const mask = maskOf(width, height, (i) => {
    const x = i % width;
    const y = (i - x) / width;
    return coarse.data[Math.floor(y / STRIDE) * coarse.width + Math.floor(x / STRIDE)] === 1;
  });
  const { marks } = evidence;
  const inner = eroded(mask, BAND);
  const outer = dilated(mask, BAND);
  const again = new Uint8Array(width * height);
  for (let i = 0; i < again.length; i++) {
    if (marks[i]! <= PRODUCT) again[i] = marks[i]!;
    else if (inner.data[i] === 1) again[i] = PRODUCT;
    else if (outer.data[i] === 0) again[i] = BACKGROUND;
    else again[i] = mask.data[i] === 1 ? LIKELY_PRODUCT : LIKELY_BACKGROUND;
  }
  return grabCut(size, { ...evidence, marks: again }, 1);
}

function coarseCut(size: Size, { features, marks }: CutEvidence, rounds: number): Mask | undefined {
  const width = Math.ceil(size.width / STRIDE);
  const height = Math.ceil(size.height / STRIDE);
  const coarseFeatures = new Uint8Array(width * height * 3);
  const coarseMarks = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * STRIDE * size.width + x * STRIDE;
      coarseMarks[y * width + x] = marks[i]!;
      for (let c = 0; c < 3; c++) coarseFeatures[(y * width + x) * 3 + c] = features[i * 3 + c]!;
    }
  }
  return grabCut({ width, height }, { features: coarseFeatures, marks: coarseMarks }, rounds);
}
