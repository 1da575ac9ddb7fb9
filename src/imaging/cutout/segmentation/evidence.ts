import { componentsOf, createMask, eroded, type Mask, maskOf } from '../mask.ts';
import type { Background } from './background.ts';
import { borderOf, isWellKnown } from './background.ts';
import { commonColours } from './common-colours.ts';
import {
  BACKGROUND,
  type CutEvidence,
  LIKELY_BACKGROUND,
  LIKELY_PRODUCT,
  type Marks,
  PRODUCT,
} from './grab-cut.ts';
import { holesIn } from './holes.ts';
import type { PhotoAnalysis } from './photo-analysis.ts';

export interface Evidence extends CutEvidence {
  /** Colours as differences from the background's, shadows lifted; three bytes a pixel. */
  readonly features: Uint8Array;
  /** Length of that difference. */
  readonly difference: Float32Array;
  /** Where the ground is surely seen: what is lit, and holes in the product. */
  readonly seenThrough: Mask;
}

/** What GrabCut is given: a picture on which the background is one colour, and marks from flood and saliency. */
export function gatherEvidence(analysis: PhotoAnalysis, background: Background): Evidence {
  const { width, height, lab } = analysis;
  const { colours, ground, lit } = background;
  const count = width * height;
  const features = new Uint8Array(count * 3);
  const difference = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    // A soft shadow is ground: nearly all of its difference is taken away.
    const share = ground.data[i] === 1 && lit.data[i] === 0 ? 0.15 : 1;
    const l = share * (lab.l.data[i]! - colours.l.data[i]!);
    const a = share * (lab.a.data[i]! - colours.a.data[i]!);
    const b = share * (lab.b.data[i]! - colours.b.data[i]!);
    difference[i] = Math.sqrt(l * l + 2.25 * (a * a + b * b));
    features[i * 3] = byte(160 + 1.6 * l);
    features[i * 3 + 1] = byte(128 + 3 * a);
    features[i * 3 + 2] = byte(128 + 3 * b);
  }
  const holes = holesIn(analysis, background);
  const seenThrough = maskOf(width, height, (i) => lit.data[i] === 1 || holes.data[i] === 1);
  const marks = marksFor(analysis, background, difference, holes);
  return { features, difference, marks, seenThrough };
}

/** Variation (OKLab × 100) above which the ground has a pattern, and its colours may turn up anywhere on it. */
const PATTERNED = 1.2;

function marksFor(
  analysis: PhotoAnalysis,
  background: Background,
  difference: Float32Array,
  holes: Mask,
): Marks {
  const { width, height, saliency } = analysis;
  const { ground, lit, spread, variation } = background;
  const known = isWellKnown(background);
  const back = Math.round(background.blur);
  const surelyLit = eroded(lit, 1 + back);
  const surelyGround = eroded(ground, 2 + back);
  const rest = maskOf(width, height, (i) => ground.data[i] === 0 && holes.data[i] === 0);
  const core = eroded(
    maskOf(width, height, (i) => rest.data[i] === 1 && saliency.data[i]! > 0.55 && difference[i]! > 12),
    3,
  );
  // Grain that the flood did not reach strays no further than the ground round about.
  const isCommon = commonColours(analysis.lab, lit);
  const strays = (i: number): boolean =>
    difference[i]! > 3 * variation.data[i]! && !(variation.data[i]! > PATTERNED && isCommon(i));
  const solid = maskOf(width, height, (i) => rest.data[i] === 1 && strays(i));
  const inside = known ? eroded(salientPieces(analysis, solid), 3) : core;
  const border = borderOf(width, height);
  const marks = new Uint8Array(width * height);
  for (let i = 0; i < marks.length; i++) {
    if (surelyLit.data[i] === 1 || (holes.data[i] === 1 && analysis.sharp.data[i]! < 1.5))
      marks[i] = BACKGROUND;
    else if (surelyGround.data[i] === 1 && (known || saliency.data[i]! < 0.2)) marks[i] = BACKGROUND;
    else if (core.data[i] === 1 || inside.data[i] === 1) marks[i] = PRODUCT;
    else if (ground.data[i] === 1 || holes.data[i] === 1) marks[i] = LIKELY_BACKGROUND;
    else if (border.data[i] === 1 && saliency.data[i]! < 0.3 && !known) marks[i] = BACKGROUND;
    else if (known) marks[i] = rest.data[i] === 1 && strays(i) ? LIKELY_PRODUCT : LIKELY_BACKGROUND;
    else marks[i] = difference[i]! > 8 + 0.8 * spread ? LIKELY_PRODUCT : LIKELY_BACKGROUND;
  }
  return marks;
}

/** The pieces of a mask that the eye is drawn to; seams, veins and specks of the ground are left out. */
function salientPieces(analysis: PhotoAnalysis, mask: Mask): Mask {
  const out = createMask(mask.width, mask.height);
  for (const { pixels } of componentsOf(mask)) {
    let sum = 0;
    for (const i of pixels) sum += analysis.saliency.data[i]!;
    if (sum / pixels.length < 0.25) continue;
    for (const i of pixels) out.data[i] = 1;
  }
  return out;
}

export const byte = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));
