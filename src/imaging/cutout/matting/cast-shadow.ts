import type { OklabPlanes } from '../../oklab-planes.ts';
import type { Plane } from '../../raster.ts';
import {
  componentsOf,
  copyOf,
  createMask,
  eroded,
  floodedWide,
  inverted,
  type Mask,
  maskOf,
  opened,
} from '../mask.ts';
import type { Shading } from '../segmentation/shading.ts';

/** A photo's ground as it is in full light, and the photo beside it. */
export interface LitGround {
  /** The ground's colours, over product and shadow as well. */
  readonly ground: OklabPlanes;
  /** The photo's pixels as shades of these. */
  readonly shading: Shading;
  /** Of edges, OKLab × 100 a pixel. */
  readonly strength: Plane;
}

/** How much light is left in a shadow that was taken for product: in deeper ones hue tells nothing. */
const [DEEPEST, LIGHTEST] = [0.5, 0.85];

/** Light at its rims may lie so far outside of these. */
const SPREAD = 0.1;

/** Its hue is the ground's to within this share of the ground's chroma, and this much (OKLab × 100). */
const OF_CHROMA = 0.3;
const MOST_OFF = 0.8;

/** Deviation of the light in it: a product's side turns away from the light, its shadow lies flat. */
const EVEN = 0.065;

/** Where more of the product than this looks like the ground's shade, that look tells nothing. */
const MOST_ALIKE = 0.45;

/** A shadow along the outline is no thicker than this, as a share of the product's size, and no smaller in area. */
const THICKEST = 0.05;
const SMALLEST = 0.004;

/** Mean strength of the edge between it and the product, how much longer that may be than its own rim, and how far (pixels) below it product would be, did it lie on top. */
const OWN_EDGE = 6;
const ALONG = 2.5;
const OVER = 8;

/** Edge strength (OKLab × 100 a pixel) that a shadow does not cross, but for its own rim of so many pixels. */
const EDGE = 4;
const RIM = 3;

/**
 * Takes off the shadow that a product casts close beside itself, sharp enough for a model to count it in: a thin even
 * strip along the outline which has the ground's hue and less of its light. On a ground without a hue a grey sole looks
 * the same, and stays.
 */
export function withoutCastShadow(mask: Mask, look: LitGround): Mask {
  const { width, height } = mask;
  const { ground, strength } = look;
  const { light, colourDistance } = look.shading;
  const size = mask.data.reduce((sum, value) => sum + value, 0);
  const isShade = (i: number): boolean =>
    mask.data[i] === 1 &&
    light.data[i]! > DEEPEST - SPREAD &&
    light.data[i]! < LIGHTEST + SPREAD &&
    colourDistance.data[i]! < 2 * Math.min(MOST_OFF, OF_CHROMA * chromaAt(ground, i));
  const shade = maskOf(width, height, isShade);
  const alike = shade.data.reduce((sum, value) => sum + value, 0);
  if (alike < SMALLEST * size || alike > MOST_ALIKE * size) return mask;
  const core = eroded(mask, RIM);
  const outside = inverted(mask);
  const passable = maskOf(
    width,
    height,
    (i) => outside.data[i] === 1 || (shade.data[i] === 1 && (strength.data[i]! < EDGE || core.data[i] === 0)),
  );
  const reached = floodedWide(passable, outside, 1);
  const strips = opened(
    maskOf(width, height, (i) => reached.data[i]! > outside.data[i]!),
    1,
  );
  const out = copyOf(mask);
  for (const { pixels } of componentsOf(strips)) {
    if (pixels.length < SMALLEST * size) break;
    if (!isFlatShade(pixels, look)) continue;
    const strip = createMask(width, height);
    for (const i of pixels) strip.data[i] = 1;
    if (!isThin(strip, THICKEST * Math.sqrt(size)) || !liesBeside(pixels, strip, mask, look.strength))
      continue;
    for (const i of pixels) out.data[i] = 0;
  }
  return out;
}

const chromaAt = ({ a, b }: OklabPlanes, i: number): number => Math.hypot(a.data[i]!, b.data[i]!);

function isFlatShade(pixels: Int32Array, { ground, shading: { light, colourDistance } }: LitGround): boolean {
  let [sum, squares, off, chroma] = [0, 0, 0, 0];
  for (const i of pixels) {
    sum += light.data[i]!;
    squares += light.data[i]! ** 2;
    off += colourDistance.data[i]!;
    chroma += chromaAt(ground, i);
  }
  const count = pixels.length;
  const mean = sum / count;
  const deviation = Math.sqrt(Math.max(0, squares / count - mean ** 2));
  if (mean < DEEPEST || mean > LIGHTEST || deviation > EVEN) return false;
  return off < Math.min(MOST_OFF * count, OF_CHROMA * chroma);
}

const isThin = (strip: Mask, most: number): boolean =>
  !eroded(strip, Math.max(2, Math.ceil(most / 2))).data.includes(1);

/** Whether it runs along the outline, parted from the product by the product's own edge, and does not lie on top of it. */
function liesBeside(pixels: Int32Array, strip: Mask, mask: Mask, strength: Plane): boolean {
  const { width, data } = mask;
  const isProduct = (i: number): boolean => data[i] === 1 && strip.data[i] === 0;
  let [inner, outer, edges, over] = [0, 0, 0, 0];
  for (const i of pixels) {
    if (isProduct(i + OVER * width)) over++;
    for (const step of [1, -1, width, -width]) {
      if (strip.data[i + step] === 1) continue;
      if (data[i + step] !== 1) {
        outer++;
        continue;
      }
      inner++;
      let most = 0;
      for (let k = -2; k <= RIM; k++) most = Math.max(most, strength.data[i + k * step] ?? 0);
      edges += most;
    }
  }
  return over < pixels.length / 2 && inner < ALONG * outer && edges > OWN_EDGE * inner;
}
