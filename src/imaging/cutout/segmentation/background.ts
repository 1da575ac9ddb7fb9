import { gaussianBlur, resizePlane } from '../../filter.ts';
import type { OklabPlanes } from '../../oklab-planes.ts';
import { percentile } from '../../percentile.ts';
import { createPlane, type Plane } from '../../raster.ts';
import { createMask, floodedWide, type Mask, maskOf } from '../mask.ts';
import { fillPlanes, halves } from '../matting/fill-planes.ts';
import { estimateCleanPlate } from './clean-plate.ts';
import { blurred, type PhotoAnalysis } from './photo-analysis.ts';
import { isShadow, type Shading, shadingOf } from './shading.ts';
import { smoothSurface } from './smooth-surface.ts';

/** What is behind the product. */
export interface Background {
  /** Its colours without the product and without soft shadows, over the whole picture. */
  readonly colours: OklabPlanes;
  /** The sharp photo's pixels as shades of these. */
  readonly shading: Shading;
  /** Pixels that are surely background in full light. */
  readonly lit: Mask;
  /** Pixels that are background in full light or in soft shadow. */
  readonly ground: Mask;
  /** How far the lit ground strays from its colours in each place, OKLab × 100, at least 0.5. */
  readonly variation: Plane;
  /** Typical distance of the background from a smooth surface, OKLab × 100: below 3 for a studio sweep. */
  readonly spread: number;
  /** Share of what does not stand out that was recognised as ground, 0–1: above 0.85 the ground is well known. */
  readonly known: number;
  /** Typical edge strength in the background: its texture and noise. */
  readonly texture: number;
  /** The blur, in pixels, through which the ground was recognised: its edge is known no better. */
  readonly blur: number;
}

/** Width of the border, as a share of the shorter side. */
const BORDER = 0.02;

/** An outline's gaps up to twice this many pixels (of the working size) let no flood through. */
const GAP = 2;

/**
 * Learns the background from the border inwards. What the border and the calm parts say of it (a smooth surface,
 * or rows that go on from the left side to the right) tells which pixels may be background; those that join the
 * border without crossing an edge are, and so are those that join them down the soft slopes of a shadow.
 */
export function backgroundOf(analysis: PhotoAnalysis): Background {
  const sharp = learn(analysis);
  if (isWellKnown(sharp)) return sharp;
  const soft = learn(blurred(analysis, WEAVE));
  return isWellKnown(soft) ? { ...soft, shading: shadingOf(analysis.lab, soft.colours) } : sharp;
}

/** Whether the ground is so plain, and so much of it was recognised, that what is not ground must be product. */
export function isWellKnown({
  known,
  spread,
  texture,
}: Pick<Background, 'known' | 'spread' | 'texture'>): boolean {
  return known >= 0.85 && spread < 3 && texture < 0.7;
}

/** Blur in pixels of the working size that makes cloth and fine grain look plain. */
const WEAVE = 2;

function learn(analysis: PhotoAnalysis): Background {
  const { width, height, lab, saliency, edges } = analysis;
  const planes = [lab.l, lab.a, lab.b];
  const border = borderOf(width, height);
  const samples = samplesOf(analysis, border);
  const surface = smoothSurface(planes, samples);
  const scene = estimateCleanPlate(lab, surface, saliency, borderWidth(width, height));
  const away = distanceBetween(planes, scene);
  const spread = percentile(at(samples, away), 0.6);
  const texture = percentile(at(samples, edges.strength), 0.7);
  const near = Math.max(4, Math.min(8, 2.5 * spread));
  const flat = Math.max(0.8, Math.min(1.6, 2 * texture));
  const stop = Math.max(3, 3.5 * percentile(at(samples, analysis.sharp), 0.7));
  const level = maskOf(
    width,
    height,
    (i) => edges.strength.data[i]! < flat && (analysis.blur === 0 || analysis.sharp.data[i]! < stop),
  );
  const seeds = maskOf(width, height, (i) => border.data[i] === 1 && away.data[i]! < near);
  const reached = floodedWide(level, seeds, GAP);
  const lit = maskOf(
    width,
    height,
    (i) => reached.data[i] === 1 && away.data[i]! < 1.5 * near && saliency.data[i]! < 0.3,
  );
  const colours = coloursFrom(planes, scene, lit, 4 + spread);
  const shading = shadingOf(lab, colours);
  const ground = shadedGround(analysis, shading, lit, { spread, flat, stop });
  const variation = variationOf(planes, colours, lit);
  const known = knownShare(analysis, ground);
  return { colours, shading, lit, ground, variation, spread, texture, known, blur: analysis.blur };
}

/**
 * The lit ground's colours, spread over product and shadows: the empty scene, plus what that misses of
 * the ground, smoothly. So the edge of a table goes on behind the product.
 */
function coloursFrom(
  planes: readonly Plane[],
  scene: readonly Plane[],
  lit: Mask,
  deepest: number,
): OklabPlanes {
  // Shadows must not dye it.
  const bright = maskOf(
    lit.width,
    lit.height,
    (i) => lit.data[i] === 1 && scene[0]!.data[i]! - planes[0]!.data[i]! < deepest,
  );
  const missed = planes.map((plane, c) => {
    const off = createPlane(lit.width, lit.height);
    const empty = scene[c]!.data;
    for (let i = 0; i < off.data.length; i++) off.data[i] = plane.data[i]! - empty[i]!;
    return off;
  });
  const [l, a, b] = spreadSmoothly(missed, bright);
  [l, a, b].forEach((plane, c) => {
    const empty = scene[c]!.data;
    for (let i = 0; i < plane!.data.length; i++) plane!.data[i]! += empty[i]!;
  });
  return { l: l!, a: a!, b: b! };
}

/** Root mean square of what the ground strays in the neighbourhood, spread over what is not ground. */
function variationOf(planes: readonly Plane[], colours: OklabPlanes, lit: Mask): Plane {
  const around = [colours.l, colours.a, colours.b];
  const square = createPlane(lit.width, lit.height);
  for (let c = 0; c < planes.length; c++) {
    const [here, there] = [planes[c]!.data, around[c]!.data];
    for (let i = 0; i < square.data.length; i++) square.data[i]! += (here[i]! - there[i]!) ** 2;
  }
  const variation = spreadSmoothly([square], lit)[0]!;
  for (let i = 0; i < variation.data.length; i++)
    variation.data[i] = Math.max(0.5, Math.sqrt(variation.data[i]!));
  return variation;
}

/** Blur in pixels of the working size under which the ground's colours and their variation are known. */
const SMOOTH = 6;

/** What is known of the planes in a region, smoothed and spread over the rest. Half the size tells as much. */
function spreadSmoothly(planes: readonly Plane[], region: Mask): Plane[] {
  const { width, height } = region;
  const known = createPlane(width, height);
  known.data.set(region.data);
  const half = halves(planes, known);
  return fillPlanes(half.planes, half.weight).map((plane) =>
    resizePlane(gaussianBlur(plane, SMOOTH / 2), width, height),
  );
}

/** Edges along a soft shadow stay below this strength, in OKLab × 100 a pixel … */
const SOFT = 5;

/** … and go on over more than this share of the stretch measured. A product's outline is in focus. */
const SOFT_EXTENT = 0.55;

/** Ground and the shadows on it: shades of the ground's colours with soft edges. */
function shadedGround(
  analysis: PhotoAnalysis,
  shading: Shading,
  lit: Mask,
  limits: { spread: number; flat: number; stop: number },
): Mask {
  const { spread, flat, stop } = limits;
  const { width, height, edges } = analysis;
  const shade = maskOf(width, height, (i) => {
    if (analysis.blur > 0 && analysis.sharp.data[i]! >= stop) return false;
    const slope = edges.strength.data[i]!;
    if (slope >= SOFT || (slope > flat && edges.extent.data[i]! < SOFT_EXTENT)) return false;
    return isShadow(shading, i, spread);
  });
  const reached = floodedWide(shade, lit, GAP);
  return maskOf(width, height, (i) => reached.data[i] === 1 || lit.data[i] === 1);
}

const borderWidth = (width: number, height: number): number =>
  Math.max(2, Math.round(BORDER * Math.min(width, height)));

/** The frame of pixels along the picture's edge. */
export function borderOf(width: number, height: number): Mask {
  const band = borderWidth(width, height);
  const border = createMask(width, height);
  border.data.fill(1);
  for (let y = band; y < height - band; y++) border.data.fill(0, y * width + band, (y + 1) * width - band);
  return border;
}

/** Up to some thousand positions that are likely background. */
function samplesOf({ width, height, saliency }: PhotoAnalysis, border: Mask): number[] {
  const step = Math.max(1, Math.round((width * height) / 12_000));
  const samples: number[] = [];
  for (let i = 0; i < width * height; i += step) {
    if (saliency.data[i]! < 0.08 || (border.data[i] === 1 && saliency.data[i]! < 0.5)) samples.push(i);
  }
  // Everything stands out: then the border is the best guess there is.
  if (samples.length < 200)
    for (let i = 0; i < width * height; i++) if (border.data[i] === 1) samples.push(i);
  return samples;
}

/** OKLab × 100. */
function distanceBetween(planes: readonly Plane[], others: readonly Plane[]): Plane {
  const distance = createPlane(planes[0]!.width, planes[0]!.height);
  for (let i = 0; i < distance.data.length; i++) {
    let square = 0;
    for (let c = 0; c < planes.length; c++) square += (planes[c]!.data[i]! - others[c]!.data[i]!) ** 2;
    distance.data[i] = Math.sqrt(square);
  }
  return distance;
}

function knownShare({ saliency }: PhotoAnalysis, ground: Mask): number {
  let [calm, known] = [0, 0];
  for (let i = 0; i < ground.data.length; i++) {
    if (saliency.data[i]! >= 0.1) continue;
    calm++;
    known += ground.data[i]!;
  }
  return calm === 0 ? 0 : known / calm;
}

/** A plane's values at some of its pixels. */
function at(pixels: readonly number[], { data }: Plane): Float32Array {
  return Float32Array.from(pixels, (i) => data[i]!);
}
