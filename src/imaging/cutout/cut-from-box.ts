import { byte } from './evidence.ts';
import { BACKGROUND, grabCut, LIKELY_BACKGROUND, LIKELY_PRODUCT, type Marks, PRODUCT } from './grab-cut.ts';
import { dilated, eroded, type Mask, maskOf } from './mask.ts';
import type { View } from './view.ts';

/** Saliency of what the box is drawn around. */
const SALIENT = 0.3;

/** Room round about, as a share of the longer side, and the least distance from the frame. */
const ROOM = 0.03;
const FRAME = 0.02;

/** The first cut is made on every so many pixels: a box leaves GrabCut a lot to decide. */
const STRIDE = 2;
const ROUNDS = 3;

/** Pixels to both sides of the coarse outline that are decided again. */
const BAND = 3;

/**
 * Cuts out of a scene whose ground is not understood: everything outside of a box around what stands out is
 * background, and GrabCut learns from the colours as they are; coarsely first, then along the outline.
 */
export async function cutFromBox(view: View): Promise<Mask | undefined> {
  const { width, height, lab } = view;
  const features = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    features[i * 3] = byte(2.4 * lab.l.data[i]!);
    features[i * 3 + 1] = byte(128 + 3 * lab.a.data[i]!);
    features[i * 3 + 2] = byte(128 + 3 * lab.b.data[i]!);
  }
  const coarse = await coarseCut(view, features);
  if (coarse === undefined) return undefined;
  const mask = maskOf(width, height, (i) => {
    const x = i % width;
    const y = (i - x) / width;
    return coarse.data[Math.floor(y / STRIDE) * coarse.width + Math.floor(x / STRIDE)] === 1;
  });
  const inner = eroded(mask, BAND);
  const outer = dilated(mask, BAND);
  const marks = Uint8Array.from(mask.data, (inside, i) => {
    if (inner.data[i] === 1) return PRODUCT;
    if (outer.data[i] === 0) return BACKGROUND;
    return inside === 1 ? LIKELY_PRODUCT : LIKELY_BACKGROUND;
  });
  return grabCut(view, features, marks, 1);
}

async function coarseCut(view: View, features: Uint8Array): Promise<Mask | undefined> {
  const marks = boxMarks(view);
  const width = Math.ceil(view.width / STRIDE);
  const height = Math.ceil(view.height / STRIDE);
  const coarseFeatures = new Uint8Array(width * height * 3);
  const coarseMarks = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * STRIDE * view.width + x * STRIDE;
      coarseMarks[y * width + x] = marks[i]!;
      coarseFeatures.set(features.subarray(i * 3, i * 3 + 3), (y * width + x) * 3);
    }
  }
  return grabCut({ width, height }, coarseFeatures, coarseMarks, ROUNDS);
}

function boxMarks(view: View): Marks {
  const { width, height, saliency } = view;
  const [left, right, top, bottom] = boxAround(view);
  const core = eroded(
    maskOf(width, height, (i) => saliency.data[i]! > 0.55),
    2,
  );
  const marks = new Uint8Array(width * height);
  for (let i = 0; i < marks.length; i++) {
    const x = i % width;
    const y = (i - x) / width;
    if (x < left || x > right || y < top || y > bottom) marks[i] = BACKGROUND;
    else marks[i] = core.data[i] === 1 ? PRODUCT : LIKELY_PRODUCT;
  }
  return marks;
}

function boxAround({ width, height, saliency }: View): readonly [number, number, number, number] {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let i = 0; i < saliency.data.length; i++) {
    if (saliency.data[i]! <= SALIENT) continue;
    const x = i % width;
    const y = (i - x) / width;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  const room = ROOM * Math.max(width, height);
  return [
    Math.max(FRAME * width, left - room),
    Math.min((1 - FRAME) * width, right + room),
    Math.max(FRAME * height, top - room),
    Math.min((1 - FRAME) * height, bottom + room),
  ];
}
