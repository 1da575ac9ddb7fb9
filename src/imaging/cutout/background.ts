import { gaussianBlur } from '../filter.ts';
import type { OklabPlanes } from '../oklab-planes.ts';
import { createPlane, type Plane } from '../raster.ts';
import { emptyScene } from './empty-scene.ts';
import { fillPlanes } from './fill-planes.ts';
import { floodedWide, type Mask, maskOf } from './mask.ts';
import { isShade } from './shade.ts';
import { smoothSurface } from './smooth-surface.ts';
import { blurred, type View } from './view.ts';

/** What is behind the product. */
export interface Background {
  /** Its colours without the product and without soft shadows, over the whole picture. */
  readonly colours: OklabPlanes;
  /** Pixels that are surely background in full light. */
  readonly lit: Mask;
  /** Pixels that are background in full light or in soft shadow. */
  readonly ground: Mask;
  /** How far the lit ground strays from its colours in each place, OKLab × 100, at least 0.5. */
  readonly unrest: Plane;
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
export function backgroundOf(view: View): Background {
  const sharp = learn(view);
  if (isWellKnown(sharp)) return sharp;
  const soft = learn(blurred(view, WEAVE));
  return isWellKnown(soft) ? soft : sharp;
}

/** Whether the ground is so plain, and so much of it was recognised, that what is not ground must be product. */
export function isWellKnown({ known, spread, texture }: Background): boolean {
  return known >= 0.85 && spread < 3 && texture < 0.7;
}

/** Blur in pixels of the working size that makes cloth and fine grain look plain. */
const WEAVE = 2;

function learn(view: View): Background {
  const { width, height, lab, saliency, edges } = view;
  const planes = [lab.l, lab.a, lab.b];
  const border = borderOf(width, height);
  const samples = samplesOf(view, border);
  const surface = smoothSurface(planes, samples);
  const scene = emptyScene(lab, surface, saliency, borderWidth(width, height));
  const away = distanceBetween(planes, scene);
  const spread = percentile(samples, away, 0.6);
  const texture = percentile(samples, edges.strength, 0.7);
  const near = Math.max(4, Math.min(8, 2.5 * spread));
  const flat = Math.max(0.8, Math.min(1.6, 2 * texture));
  const stop = Math.max(3, 3.5 * percentile(samples, view.sharp, 0.7));
  const level = maskOf(
    width,
    height,
    (i) => edges.strength.data[i]! < flat && (view.blur === 0 || view.sharp.data[i]! < stop),
  );
  const seeds = maskOf(width, height, (i) => border.data[i] === 1 && away.data[i]! < near);
  const reached = floodedWide(level, seeds, GAP);
  const lit = maskOf(
    width,
    height,
    (i) => reached.data[i] === 1 && away.data[i]! < 1.5 * near && saliency.data[i]! < 0.3,
  );
  const colours = coloursFrom(planes, scene, lit, 4 + spread);
  const ground = shadedGround(view, colours, lit, { spread, flat, stop });
  const unrest = unrestOf(planes, colours, lit);
  return { colours, lit, ground, unrest, spread, texture, known: knownShare(view, ground), blur: view.blur };
}

/**
 * The lit ground's colours, spread over product and shadows: the empty scene, plus what that misses of
 * the ground, smoothly. So the edge of a table goes on behind the product.
 */
function coloursFrom(
  planes: readonly Plane[],
  scene: readonly Plane[],
  reached: Mask,
  deepest: number,
): OklabPlanes {
  const bright = createPlane(reached.width, reached.height);
  const missed = planes.map(() => createPlane(reached.width, reached.height));
  for (let i = 0; i < bright.data.length; i++) {
    for (let c = 0; c < planes.length; c++) missed[c]!.data[i] = planes[c]!.data[i]! - scene[c]!.data[i]!;
    if (reached.data[i] === 0) continue;
    // Shadows must not dye it.
    bright.data[i] = -missed[0]!.data[i]! < deepest ? 1 : 0;
  }
  const [l, a, b] = fillPlanes(missed, bright).map((plane, c) => {
    const colour = gaussianBlur(plane, 6);
    for (let i = 0; i < colour.data.length; i++) colour.data[i]! += scene[c]!.data[i]!;
    return colour;
  }) as [Plane, Plane, Plane];
  return { l, a, b };
}

/** Root mean square of what the ground strays in the neighbourhood, spread over what is not ground. */
function unrestOf(planes: readonly Plane[], colours: OklabPlanes, lit: Mask): Plane {
  const around = [colours.l, colours.a, colours.b];
  const square = createPlane(lit.width, lit.height);
  const known = createPlane(lit.width, lit.height);
  for (let i = 0; i < square.data.length; i++) {
    known.data[i] = lit.data[i]!;
    for (let c = 0; c < planes.length; c++)
      square.data[i]! += (planes[c]!.data[i]! - around[c]!.data[i]!) ** 2;
  }
  const unrest = gaussianBlur(fillPlanes([square], known)[0]!, 6);
  for (let i = 0; i < unrest.data.length; i++) unrest.data[i] = Math.max(0.5, Math.sqrt(unrest.data[i]!));
  return unrest;
}

/** Edges along a soft shadow stay below this strength, in OKLab × 100 a pixel … */
const SOFT = 5;

/** … and go on over more than this share of the stretch measured. A product's outline is in focus. */
const SOFT_EXTENT = 0.55;

/** Ground and the shadows on it: shades of the ground's colours with soft edges. */
function shadedGround(
  view: View,
  colours: OklabPlanes,
  lit: Mask,
  limits: { spread: number; flat: number; stop: number },
): Mask {
  const { spread, flat, stop } = limits;
  const { width, height, lab, edges } = view;
  const shade = maskOf(width, height, (i) => {
    if (view.blur > 0 && view.sharp.data[i]! >= stop) return false;
    const slope = edges.strength.data[i]!;
    if (slope >= SOFT || (slope > flat && edges.extent.data[i]! < SOFT_EXTENT)) return false;
    return isShade(lab, colours, i, spread);
  });
  const reached = floodedWide(shade, lit, GAP);
  return maskOf(width, height, (i) => reached.data[i] === 1 || lit.data[i] === 1);
}

const borderWidth = (width: number, height: number): number =>
  Math.max(2, Math.round(BORDER * Math.min(width, height)));

/** The frame of pixels along the picture's edge. */
export function borderOf(width: number, height: number): Mask {
  const band = borderWidth(width, height);
  return maskOf(width, height, (i) => {
    const x = i % width;
    const y = (i - x) / width;
    return Math.min(x, y, width - 1 - x, height - 1 - y) < band;
  });
}

/** Up to some thousand positions that are likely background. */
function samplesOf({ width, height, saliency }: View, border: Mask): number[] {
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

function knownShare({ saliency }: View, ground: Mask): number {
  let [calm, known] = [0, 0];
  for (let i = 0; i < ground.data.length; i++) {
    if (saliency.data[i]! >= 0.1) continue;
    calm++;
    known += ground.data[i]!;
  }
  return calm === 0 ? 0 : known / calm;
}

function percentile(samples: readonly number[], plane: Plane, share: number): number {
  const sorted = Float32Array.from(samples, (i) => plane.data[i]!).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
