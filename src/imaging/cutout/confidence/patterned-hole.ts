import { boxBlur, gaussianBlur } from '../../filter.ts';
import type { OklabPlanes } from '../../oklab-planes.ts';
import { percentile } from '../../percentile.ts';
import { type Component, componentsOf, eroded, type Mask, maskOf, opened } from '../mask.ts';
import { isWellKnown } from '../segmentation/background.ts';
import { shadingOf } from '../segmentation/shading.ts';
import type { CutEvidence } from './cut-evidence.ts';

/** Blur in pixels of the working size in which a weave runs together. */
const WEAVE = 3;

/** Light that is left of the ground's, and how far (OKLab × 100) a colour is off a mere shade of it: cloth lies in folds. */
const [DARKEST, LIGHTEST] = [0.5, 1.1];
const SHADE = 1.5;

/** Pixels to each side over which a pattern is measured, and the least share of the ground's that shows it: a label is plain. */
const PATCH = 4;
const PATTERNED = 0.4;

/** Share of the calm picture that has to be recognised as ground: where streets and houses are, a grey shirt is like one of them. */
const KNOWN = 0.85;

/** Pixels of the working size between a hole and the outline at least: what a ring is thick. */
const BODY = 5;

/** A gap that is thinner (pixels) is none. */
const THIN = 2;

/**
 * The largest region inside of a cut-out, held by it on all sides, that shows the ground's pattern in the ground's
 * colours: the inside of a ring on cloth, which a model took for its face. On plain ground a hole is opened by its
 * colour alone; a pattern's holes are only told.
 *
 * @returns its size as a share of the product, 0–1; 0 where the ground is plain or not known
 */
export function patternedHole({ analysis, background, mask }: CutEvidence): number {
  const isPlain = isWellKnown(background) && background.blur === 0;
  if (isPlain || background.known < KNOWN) return 0;
  const { width, height, lab, sharp } = analysis;
  const pattern = boxBlur(sharp, PATCH);
  const usual = percentile(
    pattern.data.filter((_, i) => background.ground.data[i] === 1),
    0.5,
  );
  const { light, colourDistance } = shadingOf(softened(lab), background.colours);
  const same = maskOf(
    width,
    height,
    (i) =>
      mask.data[i] === 1 &&
      colourDistance.data[i]! < SHADE &&
      light.data[i]! > DARKEST &&
      light.data[i]! < LIGHTEST &&
      pattern.data[i]! > PATTERNED * usual,
  );
  const inner = eroded(mask, BODY);
  const [largest] = componentsOf(opened(same, THIN)).filter((piece) => isHeld(piece, inner));
  const size = mask.data.reduce((sum, value) => sum + value, 0);
  return (largest?.pixels.length ?? 0) / Math.max(1, size);
}

/** Whether the product goes on round about a region. */
const isHeld = ({ pixels }: Component, inner: Mask): boolean => pixels.every((i) => inner.data[i] === 1);

const softened = ({ l, a, b }: OklabPlanes): OklabPlanes => ({
  l: gaussianBlur(l, WEAVE),
  a: gaussianBlur(a, WEAVE),
  b: gaussianBlur(b, WEAVE),
});
