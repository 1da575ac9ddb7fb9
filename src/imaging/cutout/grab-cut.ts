import { createRequire } from 'node:module';
import type { Box, Size } from '../../ad/geometry.ts';
import { createMask, type Mask } from './mask.ts';

type OpenCv = typeof import('@techstark/opencv-js');

/** GrabCut's marks: what is certain, and what is only likely. */
export const BACKGROUND = 0;
export const PRODUCT = 1;
export const LIKELY_BACKGROUND = 2;
export const LIKELY_PRODUCT = 3;

/** One mark a pixel. */
export type Marks = Uint8Array;

/** Fewer pixels than this on one side and there is no colour model to learn. */
const LEAST_PIXELS = 30;

const require = createRequire(import.meta.url);

let loaded: Promise<{ readonly cv: OpenCv }> | undefined;

/**
 * Loads OpenCV into this thread, once: about 0.3–0.9 s and 100 MB. The library's object has a `then` of its own
 * that never settles, so a promise must carry it wrapped, and it is required: a loader that hands on what the
 * default export holds would make the module itself one that is never there.
 */
export async function loadOpenCv(): Promise<{ readonly cv: OpenCv }> {
  loaded ??= started(require('@techstark/opencv-js'));
  return loaded;
}

async function started(cv: OpenCv & { onRuntimeInitialized?: () => void }): Promise<{ readonly cv: OpenCv }> {
  if (cv.Mat === undefined) {
    await new Promise<void>((ready) => {
      cv.onRuntimeInitialized = ready;
    });
  }
  return { cv };
}

/**
 * Parts product from background by GrabCut: colour mixtures for both sides, learnt from the marks, and the cheapest
 * outline between them (Rother et al., "GrabCut", SIGGRAPH 2004). The same input gives the same mask.
 *
 * @param features three bytes a pixel
 * @param marks BACKGROUND and PRODUCT hold; the likely ones are decided
 * @param rounds of learning and cutting
 * @returns undefined when one side has too few pixels to learn from
 */
export async function grabCut(
  size: Size,
  features: Uint8Array,
  marks: Marks,
  rounds: number,
): Promise<Mask | undefined> {
  if (!isLearnable(marks)) return undefined;
  const { cv } = await loadOpenCv();
  const box = decidedBox(size, marks);
  const { width, height } = box;
  const mats = {
    image: new cv.Mat(height, width, cv.CV_8UC3),
    mask: new cv.Mat(height, width, cv.CV_8UC1),
    background: new cv.Mat(),
    product: new cv.Mat(),
  };
  try {
    for (let y = 0; y < height; y++) {
      const from = (box.y + y) * size.width + box.x;
      mats.image.data.set(features.subarray(from * 3, (from + width) * 3), y * width * 3);
      mats.mask.data.set(marks.subarray(from, from + width), y * width);
    }
    // Its mixtures start from random clusters.
    cv.setRNGSeed(1);
    const anywhere = new cv.Rect(0, 0, 1, 1);
    const mode = Number(cv.GC_INIT_WITH_MASK);
    cv.grabCut(mats.image, mats.mask, anywhere, mats.background, mats.product, rounds, mode);
    const mask = createMask(size.width, size.height);
    for (let i = 0; i < width * height; i++) {
      const x = i % width;
      mask.data[(box.y + (i - x) / width) * size.width + box.x + x] = mats.mask.data[i]! & 1;
    }
    return mask;
  } finally {
    for (const mat of Object.values(mats)) mat.delete();
  }
}

function isLearnable(marks: Marks): boolean {
  let product = 0;
  for (const mark of marks) product += mark & 1;
  return product >= LEAST_PIXELS && marks.length - product >= LEAST_PIXELS;
}

/** Ground kept round about what is to be decided, as a share of its sides: enough to learn its colours from. */
const MARGIN = 0.15;

/** The part of the picture that GrabCut has to see: all that is not certain background, and ground round about. */
function decidedBox({ width, height }: Size, marks: Marks): Box {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let i = 0; i < marks.length; i++) {
    if (marks[i] === BACKGROUND) continue;
    const x = i % width;
    const y = (i - x) / width;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    bottom = y;
  }
  const [across, down] = [Math.ceil(MARGIN * (right - left + 1)), Math.ceil(MARGIN * (bottom - top + 1))];
  const x = Math.max(0, left - across);
  const y = Math.max(0, top - down);
  return {
    x,
    y,
    width: Math.min(width, right + across + 1) - x,
    height: Math.min(height, bottom + down + 1) - y,
  };
}
