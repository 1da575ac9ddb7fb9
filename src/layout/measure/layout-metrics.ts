import { isPill } from '../../ad/copy.ts';
import {
  area,
  type Box,
  bottom,
  centre,
  contains,
  intersection,
  iou,
  right,
  shortSide,
} from '../../ad/geometry.ts';
import type { TextBlock, TextLayout } from '../../ad/layout.ts';
import { resizePlane, resizeRaster } from '../../imaging/filter.ts';
import { toOklabPlanes } from '../../imaging/oklab-planes.ts';
import type { Matte, Plane, Raster } from '../../imaging/raster.ts';
import { saliencyOf } from '../../imaging/saliency.ts';

/**
 * Measures of a layout as papers on posters define them (Hsu et al., "PosterLayout", CVPR 2023; Horita et al.,
 * "Retrieval-Augmented Layout Transformer", CVPR 2024), corrected: containment is tested on both sides, gradients are
 * floats against a fixed greatest, and the picture is always measured at one size.
 */
export interface LayoutMetrics {
  /** Share of boxes larger than 0.1 % of the picture; more is better. */
  readonly val: number;
  /** Mean overlap (IoU) of pairs of boxes; 0 is best. */
  readonly ove: number;
  /** Mean −log10(1 − d), d = distance to the nearest axis of another box as a share of the picture; 0 is best. */
  readonly ali: number;
  /** Mean share of its best covered text that an underlay covers; 1 is best, undefined without underlays. */
  readonly undL: number | undefined;
  /** Share of underlays that wholly contain a text; 1 is best, undefined without underlays. */
  readonly undS: number | undefined;
  /** Share of what is not salient that words use. */
  readonly uti: number;
  /** Mean saliency under words, 0–1; less is better. */
  readonly occ: number;
  /** Mean gradient under words that are not on a panel, 0–1; less is better. */
  readonly rea: number;
  /** Pixels of words, or of what lies under them, that are on the product; 0 is required. */
  readonly onProduct: number;
  /** Boxes that come nearer to an edge than 5 % of the shorter side; 0 is required. */
  readonly outside: number;
}

/** Longer side of the picture when it is measured: that of the paper's own pictures. */
const SIDE = 750;

/** Share of the picture below which a box is no box. */
const MIN_AREA = 0.001;

const MARGIN = 0.05;

/** A matte above this is product. */
const PRODUCT_ALPHA = 8;

/** Greatest Sobel gradient of a lightness of 0–100: that of a step from black to white. */
const STEEPEST = 50;

/** @param picture with its underlays, without its words */
export function layoutMetrics(picture: Raster, layout: TextLayout, product?: Matte): LayoutMetrics {
  const ratio = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const small = resizeRaster(
    picture,
    Math.max(1, Math.round(picture.width * ratio)),
    Math.max(1, Math.round(picture.height * ratio)),
  );
  const saliency = resizePlane(saliencyOf(small), small.width, small.height);
  const boxes = layout.blocks.map(({ box }) => box);
  const bare = layout.blocks.filter(({ treatment }) => treatment !== 'panel').map(({ box }) => box);
  const total = area(layout.size);
  return {
    val: share(boxes, (box) => area(box) > MIN_AREA * total) ?? 1,
    ove: mean(pairs(boxes).map(([a, b]) => iou(a, b))) ?? 0,
    ali: alignment(layout),
    ...underlayMetrics(layout),
    ...saliencyMetrics(saliency, boxes, ratio),
    rea: meanInside(sobel(toOklabPlanes(small).l), bare, ratio) / STEEPEST,
    onProduct: product === undefined ? 0 : coveredPixels(product, layout),
    outside: boxes.filter((box) => !contains(insideOf(layout), box)).length,
  };
}

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

const share = <T>(values: readonly T[], holds: (value: T) => boolean): number | undefined =>
  mean(values.map((value) => (holds(value) ? 1 : 0)));

const pairs = <T>(values: readonly T[]): [T, T][] =>
  values.flatMap((a, i) => values.slice(i + 1).map((b): [T, T] => [a, b]));

function insideOf({ size }: TextLayout): Box {
  const margin = MARGIN * shortSide(size);
  return { x: margin, y: margin, width: size.width - 2 * margin, height: size.height - 2 * margin };
}

/** Left, middle and right as shares of the width; top, middle and bottom of the height. */
function axesOf(box: Box, { size }: TextLayout): readonly number[] {
  const middle = centre(box);
  const across = [box.x, middle.x, right(box)].map((x) => x / size.width);
  return [...across, ...[box.y, middle.y, bottom(box)].map((y) => y / size.height)];
}

function alignment(layout: TextLayout): number {
  const axes = layout.blocks.map(({ box }) => axesOf(box, layout));
  if (axes.length < 2) return 0;
  const distances = axes.map((own, i) =>
    Math.min(
      ...axes.flatMap((other, j) => (i === j ? [] : own.map((axis, k) => Math.abs(axis - other[k]!)))),
    ),
  );
  return mean(distances.map((distance) => -Math.log10(1 - Math.min(0.999, distance)))) ?? 0;
}

/** Panels and pills against the words that they are meant to carry. */
function underlayMetrics(layout: TextLayout): Pick<LayoutMetrics, 'undL' | 'undS'> {
  const carried = layout.blocks.filter(({ slot }) => !isPill(slot)).map(({ box }) => box);
  const panels = layout.underlays.filter(({ kind }) => kind === 'panel').map(({ box }) => box);
  const covers = panels.map((panel) =>
    Math.max(0, ...carried.map((box) => area(intersection(panel, box)) / Math.max(1, area(box)))),
  );
  // A pill is made around its words, so it always carries them.
  const pills = layout.blocks.filter(({ slot }) => isPill(slot)).map(() => 1);
  const whole = panels.map((panel) => (carried.some((box) => contains(panel, box)) ? 1 : 0));
  return { undL: mean([...covers, ...pills]), undS: mean([...whole, ...pills]) };
}

function saliencyMetrics(
  saliency: Plane,
  boxes: readonly Box[],
  ratio: number,
): Pick<LayoutMetrics, 'uti' | 'occ'> {
  const inside = maskOf(boxes, saliency, ratio);
  let [calm, calmInside, salientInside, count] = [0, 0, 0, 0];
  for (let i = 0; i < inside.length; i++) {
    calm += 1 - saliency.data[i]!;
    if (inside[i] === 0) continue;
    calmInside += 1 - saliency.data[i]!;
    salientInside += saliency.data[i]!;
    count++;
  }
  return { uti: calm === 0 ? 0 : calmInside / calm, occ: count === 0 ? 0 : salientInside / count };
}

function meanInside(plane: Plane, boxes: readonly Box[], ratio: number): number {
  const inside = maskOf(boxes, plane, ratio);
  let [sum, count] = [0, 0];
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === 0) continue;
    sum += plane.data[i]!;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

/** 1 inside any of the boxes, which are in pixels of the ad. */
function maskOf(boxes: readonly Box[], { width, height }: Plane, ratio: number): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (const box of boxes) {
    const x0 = Math.max(0, Math.floor(box.x * ratio));
    const x1 = Math.min(width, Math.ceil(right(box) * ratio));
    for (let y = Math.max(0, Math.floor(box.y * ratio)); y < Math.min(height, bottom(box) * ratio); y++) {
      mask.fill(1, y * width + x0, Math.max(y * width + x0, y * width + x1));
    }
  }
  return mask;
}

/** Length of the Sobel gradient, an eighth of its sum, edges repeated. */
function sobel(plane: Plane): Plane {
  const { width, height, data } = plane;
  const out = new Float32Array(new SharedArrayBuffer(data.length * 4));
  const at = (x: number, y: number): number =>
    data[Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))]!;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const across =
        at(x + 1, y - 1) +
        2 * at(x + 1, y) +
        at(x + 1, y + 1) -
        at(x - 1, y - 1) -
        2 * at(x - 1, y) -
        at(x - 1, y + 1);
      const along =
        at(x - 1, y + 1) +
        2 * at(x, y + 1) +
        at(x + 1, y + 1) -
        at(x - 1, y - 1) -
        2 * at(x, y - 1) -
        at(x + 1, y - 1);
      out[y * width + x] = Math.hypot(across, along) / 8;
    }
  }
  return { width, height, data: out };
}

/** Pixels of boxes and underlays on the product; a scrim or blur that has a box on it counts whole. */
function coveredPixels(product: Matte, { blocks, underlays, size }: TextLayout): number {
  const boxes = [...blocks, ...underlays].map(({ box }: Pick<TextBlock, 'box'>) => box);
  const mask = maskOf(boxes, { ...size, data: new Float32Array(new SharedArrayBuffer(0)) }, 1);
  let count = 0;
  for (let i = 0; i < mask.length; i++) if (mask[i] === 1 && product.data[i]! > PRODUCT_ALPHA) count++;
  return count;
}
