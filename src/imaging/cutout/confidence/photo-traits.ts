import { percentile } from '../../percentile.ts';
import { componentsOf, copyOf, dilated, eroded, inverted, type Mask, maskOf } from '../mask.ts';
import type { CutEvidence } from './cut-evidence.ts';

/** What a photo is like, as far as it makes cutting hard; all 0–1. */
export interface PhotoTraits {
  /** Lightness of the brightest spots: below 0.45 the photo was taken in the dark. */
  readonly light: number;
  /** Share of the product that is blown out to white. */
  readonly blownOut: number;
  /** How soft the sharpest edges are: 0.35 in focus, towards 1 out of it. */
  readonly soft: number;
  /** Mean lightness of the product and of the ground close by. */
  readonly productLight: number;
  readonly groundLight: number;
  /** Share of the product, away from its rim and holes included, that looks as the ground behind it would. */
  readonly likeGround: number;
  /** The same without holes: the ground is seen in the product itself. */
  readonly showsThrough: number;
  /** How much of the product runs up to the picture's frame: the stretch there, in sides of a square of its size. */
  readonly nearFrame: number;
}

/** Lightness from which all three channels are at their end. */
const WHITE = 0.985;

/** OKLab × 100: what is no further away than this looks the same. */
const ALIKE = 7;

/** Pixels of the working size: the rim, and the ground close by. */
const [RIM, NEAR] = [4, 20];

/** Share of the pixels that are the photo's sharpest edges. */
const SHARPEST = 0.01;

export function measureTraits({ analysis, background, mask, map }: CutEvidence): PhotoTraits {
  const { width, height, lab, edges } = analysis;
  // Where a model saw more than was kept, that is product as well.
  const product = maskOf(width, height, (i) => mask.data[i] === 1 || (map?.data[i] ?? 0) > 0.5);
  const inner = eroded(withoutHoles(product), RIM);
  const around = dilated(product, NEAR);
  const { l, a, b } = background.colours;
  let [inside, like, solid, shown, blown, lightInside, close, lightClose, all] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < mask.data.length; i++) {
    const light = lab.l.data[i]!;
    if (product.data[i] === 1) {
      all++;
      lightInside += light;
      if (light >= 100 * WHITE) blown++;
    } else if (around.data[i] === 1) {
      close++;
      lightClose += light;
    }
    if (inner.data[i] === 0) continue;
    inside++;
    const away = Math.hypot(light - l.data[i]!, lab.a.data[i]! - a.data[i]!, lab.b.data[i]! - b.data[i]!);
    const alike = away < ALIKE ? 1 : 0;
    like += alike;
    solid += product.data[i]!;
    shown += alike & product.data[i]!;
  }
  return {
    light: percentile(everyThird(lab.l.data), 0.995) / 100,
    blownOut: blown / Math.max(1, all),
    soft: softness(edges.strength.data, edges.extent.data),
    productLight: lightInside / 100 / Math.max(1, all),
    groundLight: lightClose / 100 / Math.max(1, close),
    likeGround: like / Math.max(1, inside),
    showsThrough: shown / Math.max(1, solid),
    nearFrame: Math.min(1, nearFrame(product) / Math.sqrt(Math.max(1, all))),
  };
}

/** Glass that was found by its rim alone has a hole where it shows the ground. */
function withoutHoles(mask: Mask): Mask {
  const out = copyOf(mask);
  for (const { pixels, touchesEdge } of componentsOf(inverted(mask))) {
    if (!touchesEdge) for (const i of pixels) out.data[i] = 1;
  }
  return out;
}

/** Share of the shorter side: as near to the frame nothing is found for certain, since ground is learned there. */
const FRAME = 0.03;

/** Pixels of the mask on the rectangle that runs round just inside of the frame. */
function nearFrame({ width, height, data }: Mask): number {
  const inset = Math.ceil(FRAME * Math.min(width, height));
  let count = 0;
  for (let y = inset; y < height - inset; y++) {
    const isRow = y === inset || y === height - 1 - inset;
    for (let x = inset; x < width - inset; x += isRow ? 1 : Math.max(1, width - 1 - 2 * inset)) {
      count += data[y * width + x]!;
    }
  }
  return count;
}

/** Mean extent of the sharpest edges. */
function softness(strength: Float32Array, extent: Float32Array): number {
  const least = percentile(everyThird(strength), 1 - SHARPEST);
  let [count, sum] = [0, 0];
  for (let i = 0; i < strength.length; i++) {
    if (strength[i]! < least) continue;
    count++;
    sum += Math.min(1, extent[i]!);
  }
  return sum / Math.max(1, count);
}

/** As good as all of them where values are sorted, which takes long. */
function everyThird(values: Float32Array): Float32Array {
  return values.filter((_, i) => i % 3 === 0);
}
