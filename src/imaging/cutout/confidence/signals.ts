import { defined } from '../../../collections/defined.ts';
import { resizePlane } from '../../filter.ts';
import type { Plane } from '../../raster.ts';
import { componentsOf, dilated, eroded, type Mask, maskOf } from '../mask.ts';
import { type Background, borderOf, isWellKnown } from '../segmentation/background.ts';
import { CLEAR, missedEdges } from '../segmentation/missed-edges.ts';
import { outlineOf } from '../segmentation/outline.ts';
import type { PhotoAnalysis } from '../segmentation/photo-analysis.ts';
import { burntBody } from './burnt-body.ts';
import type { CutEvidence } from './cut-evidence.ts';
import { leftBody } from './left-body.ts';
import { patternedHole } from './patterned-hole.ts';
import { measureTraits, type PhotoTraits } from './photo-traits.ts';

/** Measures of how good a cut-out is; all 0–1. */
export interface CutoutSignals {
  /** Share of the outline that follows an edge of the picture. */
  readonly onEdges: number;
  /** How strong those edges are: 1 from 12 OKLab × 100 a pixel. */
  readonly strength: number;
  /** Share of the outline against the picture's frame. */
  readonly atFrame: number;
  /** Share of the picture's border that is not ground: more than a little on a known ground is a thing cut off. */
  readonly atBorder: number;
  /** Share of the calm picture that was recognised as ground. */
  readonly known: number;
  /** How plain the ground is: 1 for a perfect sweep, 0.5 at a spread of 3 (OKLab × 100). */
  readonly plain: number;
  /** Share of what lies outside of the product that is ground, or at least does not stand out. */
  readonly explained: number;
  /** Mean saliency of the product. */
  readonly salient: number;
  /** Share of the picture that the product takes. */
  readonly area: number;
  /** Share of the product that its largest piece is. */
  readonly whole: number;
  /** How far the classical way's two starts agree (intersection over union); 1 where one was enough. */
  readonly agreement: number;
  /** How much more of the ground close by is edges than of the ground elsewhere: parts that may have been left out. */
  readonly missedEdges: number;
  /** The same for faint edges in a wider neighbourhood: a pale body round a printed label that was taken for all. */
  readonly faintEdges: number;
  /** The largest piece beside the product that faint lines close off, as a share of it: a body that was taken for ground. */
  readonly leftBody: number;
  /** 1 where it may be the print alone of a white thing that burnt into its ground. */
  readonly burntBody: number;
  /** The largest region that the cut-out holds on all sides and that shows a patterned ground, as a share of it: a hole that was not seen. */
  readonly patternedHole: number;
  /** What makes cutting hard; it does not count against a cut-out, and says why one failed. */
  readonly photo: PhotoTraits;
  /** What a model's answer says; absent where none was asked. */
  readonly model?: ModelSignals;
}

/** A model's answer beside the cut-out and beside the classical answer; all 0–1. */
export interface ModelSignals {
  /** Intersection over union of the cut-out and of what the classical way found by itself; absent where it was not asked. */
  readonly confirmedByRules?: number;
  /** Share of the cut-out that the classical way found as well; absent likewise. */
  readonly covered?: number;
  /** Intersection over union of the cut-out and of the model's map, cut at a half; rims may lie apart by a little. */
  readonly kept: number;
  /** How black and white the map is, away from the outline: 1 = nowhere in doubt. */
  readonly sure: number;
  /** What the map holds outside of the cut-out, as a share of the product. */
  readonly left: number;
  /** Mean of the map inside of the cut-out, away from its outline. */
  readonly inside: number;
  /** How far the model says the same when it looks in other ways (intersection over union); absent where it was not asked. */
  readonly steady?: number;
}

export function measureSignals(evidence: CutEvidence): CutoutSignals {
  const { analysis, background, mask, own, map, meant, steady } = evidence;
  const outline = outlineOf(mask, analysis, background.texture);
  const size = sizeOf(mask);
  const signals = {
    onEdges: outline.onEdges,
    strength: outline.strength / 12,
    atFrame: outline.atFrame,
    atBorder: borderShare(background),
    known: background.known,
    plain: 3 / (3 + background.spread),
    explained: explainedShare(analysis, background, mask, meant),
    salient: meanInside(analysis.saliency, mask),
    area: size / mask.data.length,
    whole: (componentsOf(mask)[0]?.pixels.length ?? 0) / Math.max(1, size),
    agreement: own?.agreement ?? 0,
    missedEdges: missedEdges(mask, analysis, background, { ...CLEAR, within: meant }),
    faintEdges: missedEdges(mask, analysis, background, { ...FAINT, within: meant }),
    leftBody: leftBody(evidence),
    burntBody: burntBody(evidence),
    patternedHole: patternedHole(evidence),
    photo: measureTraits(evidence),
  };
  if (map === undefined) return signals;
  // On a ground that is hardly known the classical answer confirms nothing.
  const second = isWellKnown(background) ? own?.mask : undefined;
  return { ...signals, model: { ...modelSignals(mask, map, second), ...defined({ steady }) } };
}

/** Edges of a body nearly as pale as its ground, in a neighbourhood as wide as a label's distance to its bottle. */
const FAINT = { strong: 0.8, textures: 2, near: 60 } as const;

/** Pixels on either side of the outline where a map may well be grey. */
const RIM = 8;

/** Pixels from the outline on where a map's grey counts a little: of what is thin nothing lies deeper. */
const SHALLOW = 2;
const LITTLE = 0.05;

/** Pixels by which the rims may lie apart: of a pen, a rim of one pixel is a fifth. */
const RIMS_APART = 2;

function modelSignals(mask: Mask, map: Plane, own: Mask | undefined): ModelSignals {
  const [inner, outer] = [eroded(mask, RIM), dilated(mask, RIM)];
  const size = Math.max(1, sizeOf(mask));
  const shallow = eroded(mask, SHALLOW);
  const core = sizeOf(inner) * (1 - LITTLE) + sizeOf(shallow) * LITTLE;
  const seen = maskOf(mask.width, mask.height, (i) => map.data[i]! > 0.5);
  const [nearCut, nearSeen] = [dilated(mask, RIMS_APART), dilated(seen, RIMS_APART)];
  let [apart, either, confirmedByRules, all, doubt, left, inside] = [0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < mask.data.length; i++) {
    const p = map.data[i]!;
    const [cut, found, mine] = [mask.data[i]!, seen.data[i]!, own?.data[i] ?? 0];
    if (cut > nearSeen.data[i]! || found > nearCut.data[i]!) apart++;
    either += cut | found;
    confirmedByRules += cut & mine;
    all += cut | mine;
    if (outer.data[i] === 0) left += p;
    inside += p * (inner.data[i]! * (1 - LITTLE) + shallow.data[i]! * LITTLE);
    if (outer.data[i] === 0 || inner.data[i] === 1) doubt += 4 * p * (1 - p);
  }
  return {
    ...(own === undefined
      ? {}
      : { confirmedByRules: confirmedByRules / Math.max(1, all), covered: confirmedByRules / size }),
    kept: 1 - apart / Math.max(1, either),
    sure: Math.max(0, 1 - doubt / size),
    left: Math.min(1, left / size),
    // Where all of it is thin there is no inside to doubt.
    inside: core === 0 ? meanInside(map, mask) : inside / core,
  };
}

const sizeOf = ({ data }: Mask): number => data.reduce((sum, value) => sum + value, 0);

function borderShare({ ground }: Background): number {
  const border = borderOf(ground.width, ground.height);
  let [all, other] = [0, 0];
  for (let i = 0; i < border.data.length; i++) {
    all += border.data[i]!;
    if (border.data[i] === 1 && ground.data[i] === 0) other++;
  }
  return other / all;
}

function explainedShare(
  analysis: PhotoAnalysis,
  background: Background,
  mask: Mask,
  meant: Mask | undefined,
): number {
  let [outside, explained] = [0, 0];
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] === 1 || meant?.data[i] === 0) continue;
    outside++;
    if (background.ground.data[i] === 1 || analysis.saliency.data[i]! < 0.2) explained++;
  }
  return outside === 0 ? 0 : explained / outside;
}

function meanInside(plane: Plane, mask: Mask): number {
  let [inside, sum] = [0, 0];
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] === 0) continue;
    inside++;
    sum += plane.data[i]!;
  }
  return inside === 0 ? 0 : sum / inside;
}

/** A matte (0–1) of any size as a mask of the working size. */
export function maskOfShares(shares: Plane, { width, height }: Pick<Mask, 'width' | 'height'>): Mask {
  const small = resizePlane(shares, width, height);
  return maskOf(width, height, (i) => small.data[i]! >= 0.5);
}
