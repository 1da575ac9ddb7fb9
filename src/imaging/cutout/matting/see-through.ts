import type { Box } from '../../../ad/geometry.ts';
import { boxWhere } from '../../box-where.ts';
import { createPlane, type Plane, type Raster } from '../../raster.ts';
import { componentsOf, createMask, dilated, eroded, type Mask, maskOf, opened } from '../mask.ts';
import { type GroundBeside, groundBeside } from './ground-beside.ts';
import { shareSeenThrough } from './ground-line.ts';
import { guidedFilter, lightnessAt } from './guided-filter.ts';

/** A product through which the old ground was seen, without that ground. */
export interface SeenThrough {
  /** How much each pixel hides of what is behind it, 0–1: of glass its tint, its rims and highlights. */
  readonly shares: Plane;
  /** Colours of what hides it, three values a pixel, 0–255, wherever `shares` is not 0. */
  readonly colours: Float32Array;
}

/** Below this share a pixel is no product. */
const VISIBLE = 0.05;

/** Least share of the columns, and of the product, in which the ground shows through. */
const COLUMNS = 0.12;
const CLEAR = 0.3;

/** Up to this much of the ground is hidden by clear glass. */
const VEIL = 0.45;

/** A white sheen hides up to this much; what hides between the two is one where it fades (no more even than EVEN). */
const SHEEN = 0.75;
const EVEN = 0.06;

/** Values of `Veil.strong`. */
const PALE = 1;
const DENSE = 2;

/** Share of a photo's pixels that is as bright as white, and the darkest that a photo's white may be. */
const WHITES = 0.005;
const DARKEST_WHITE = 128;

/** A tint is no glass where it darkens more than this, or is coloured more (0–255 between its channels). */
const DARK = 0.4;
const DYED = 40;

/** What hides more and is wider than this share of the product is a label, a cap or a liquid, not a highlight. */
const THICK = 0.025;

/** Gaps in these up to this share of the product are letters. */
const LETTERS = 0.02;

/** Of the rows in which a body is clear, the share that has a rim: without, it is ground that came along. */
const RIMMED = 0.6;

/** Step (0–255) that makes a rim, and where it is looked for, as a share of the product's width. */
const RIM = 16;
const RIM_REACH = 0.025;

/**
 * Takes the old ground out of a glass through which it was seen. That it was is told by a line of the ground, such as
 * the edge of a table, that goes on inside of the product; what is behind is known from the ground on both sides. Each
 * clear pixel then keeps the least opacity that explains it: p = a·c + (1 − a)·ground with c between black and the
 * photo's own white ("colour to alpha"), so that laid on the old ground it is what it was, and on a new one that shows
 * through.
 *
 * @param shares of product, 0–1, at the photo's size
 * @param colours of mixed pixels as `foregroundColours` gives them
 * @returns undefined where nothing of the ground is surely seen through the product
 */
export function seenThrough(photo: Raster, shares: Plane, colours: Float32Array): SeenThrough | undefined {
  const box = boxWhere(shares, (i) => shares.data[i]! >= VISIBLE);
  const ground = box && groundBeside(photo, box);
  if (ground === undefined || shareSeenThrough(photo, shares, box!, ground) < COLUMNS) return undefined;
  const look = { photo, shares, box: box!, veil: veilOf(photo, shares, box!, ground) };
  const solid = solidOf(look);
  const clear = clearOf(look, solid);
  if (sizeOf(clear) < CLEAR * sizeOf(look.veil.inside) || !hasRim(look, clear)) return undefined;
  return withoutGround(look, solid, colours);
}

interface Look {
  readonly photo: Raster;
  readonly shares: Plane;
  readonly box: Box;
  readonly veil: Veil;
}

/** What lies between the lens and the ground. */
interface Veil {
  /** Where product is. */
  readonly inside: Mask;
  /** Least opacity that explains a pixel, 0–1. */
  readonly opacity: Plane;
  /** What it hides the ground with, three values a pixel, 0–255. */
  readonly colours: Float32Array;
  /** 0 = clear glass; PALE = a white too strong for that; DENSE = too strong, too dark or too colourful for a sheen. */
  readonly strong: Mask;
}

function veilOf(photo: Raster, shares: Plane, box: Box, ground: GroundBeside): Veil {
  const { width, height } = photo;
  const guide = createPlane(width, height);
  const least = createPlane(width, height);
  const colours = new Float32Array(3 * width * height);
  const [strong, lighter] = [createMask(width, height), createMask(width, height)];
  const behind = new Float64Array(3);
  const white = whiteOf(photo);
  const eachInside = (work: (i: number) => void): void => {
    for (let y = box.y; y < box.y + box.height; y++) {
      for (let x = box.x; x < box.x + box.width; x++) {
        const i = y * width + x;
        if (shares.data[i] === 0) continue;
        ground.colourAt(x, y, behind);
        work(i);
      }
    }
  };
  eachInside((i) => {
    let [most, off] = [0, 0];
    for (let c = 0; c < 3; c++) {
      const back = behind[c]!;
      const step = photo.data[i * 4 + c]! - back;
      off += step;
      most = Math.max(most, step > 0 ? step / Math.max(1, white - back) : -step / Math.max(1, back));
    }
    guide.data[i] = lightnessAt(photo, i);
    least.data[i] = Math.min(1, most);
    if (off > 0) lighter.data[i] = 1;
  });
  // A camera's noise and a JPEG's blocks hide nothing.
  const opacity = guidedFilter(guide, least);
  eachInside((i) => {
    const share = opacity.data[i]!;
    let [low, high] = [255, 0];
    for (let c = 0; c < 3; c++) {
      const tint = photo.data[i * 4 + c]! - (1 - share) * behind[c]!;
      colours[i * 3 + c] = Math.max(0, Math.min(255, tint / Math.max(share, 1e-3)));
      [low, high] = [Math.min(low, tint), Math.max(high, tint)];
    }
    const isLighter = lighter.data[i] === 1;
    if (share > (isLighter ? SHEEN : DARK) || high - low > DYED) strong.data[i] = DENSE;
    else if (isLighter && share > VEIL) strong.data[i] = PALE;
  });
  return { inside: maskOf(width, height, (i) => shares.data[i]! > 0.5), opacity, colours, strong };
}

/**
 * The value (0–255) of what is white in a photo: a glass hides as much of its ground in the same photo taken a little
 * darker, where no sheen is as bright as 255.
 */
function whiteOf({ data }: Raster): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i += 4) counts[Math.max(data[i]!, data[i + 1]!, data[i + 2]!)]!++;
  let above = 0;
  let value = 255;
  for (; value > DARKEST_WHITE; value--) {
    above += counts[value]!;
    if (above > WHITES * (data.length / 4)) break;
  }
  return value;
}

/** Labels, caps, liquids: what is strong and no thin rim or highlight, with the letters in it. */
function solidOf({ box, veil: { inside, opacity, strong } }: Look): Mask {
  const { width, height } = inside;
  const radius = Math.max(1, Math.round(THICK * box.width));
  const dense = maskOf(width, height, (i) => strong.data[i]! === DENSE);
  // From ink to paper the colours pass through the ground's.
  const solid = opened(closed(dense, Math.ceil(radius / 3)), radius);
  const pale = opened(
    maskOf(width, height, (i) => strong.data[i]! === PALE),
    radius,
  );
  for (const { pixels } of componentsOf(pale)) {
    if (isFlat(pixels, opacity)) for (const i of pixels) solid.data[i] = 1;
  }
  const all = closed(solid, radius);
  const rest = maskOf(width, height, (i) => inside.data[i]! > all.data[i]!);
  const least = LETTERS * sizeOf(inside);
  for (const { pixels } of componentsOf(rest)) {
    if (pixels.length < least) for (const i of pixels) all.data[i] = 1;
  }
  return all;
}

const closed = (mask: Mask, radius: number): Mask => eroded(dilated(mask, radius), radius);

/** A grey label hides the same everywhere; a sheen along the side of a glass fades. */
function isFlat(pixels: Int32Array, opacity: Plane): boolean {
  let [sum, squares] = [0, 0];
  for (const i of pixels) {
    sum += opacity.data[i]!;
    squares += opacity.data[i]! ** 2;
  }
  const mean = sum / pixels.length;
  return squares / pixels.length - mean ** 2 < EVEN ** 2;
}

const clearOf = ({ veil: { inside, strong } }: Look, solid: Mask): Mask =>
  maskOf(inside.width, inside.height, (i) => inside.data[i]! > solid.data[i]! && strong.data[i] === 0);

/** Whether the body ends in a bright or dark line, left and right, wherever much of a row is clear. */
function hasRim({ box, veil: { inside, opacity }, photo, shares }: Look, clear: Mask): boolean {
  const reach = Math.max(2, Math.round(RIM_REACH * box.width));
  let [asked, rimmed] = [0, 0];
  for (let y = box.y; y < box.y + box.height; y++) {
    const row = y * photo.width;
    let [first, last, size] = [-1, -1, 0];
    for (let x = box.x; x < box.x + box.width; x++) {
      if (inside.data[row + x] === 0) continue;
      if (first < 0) first = x;
      last = x;
      size += clear.data[row + x]!;
    }
    if (first < 0 || size < CLEAR * (last - first)) continue;
    asked += 2;
    for (const end of [first, last]) {
      let most = 0;
      for (let x = Math.max(box.x, end - reach); x <= Math.min(box.x + box.width - 1, end + reach); x++) {
        most = Math.max(most, opacity.data[row + x]! * (shares.data[row + x]! > 0 ? 1 : 0));
      }
      if (most > RIM / 255) rimmed++;
    }
  }
  return asked > 0 && rimmed >= RIMMED * asked;
}

function withoutGround({ photo, shares, veil }: Look, solid: Mask, mixed: Float32Array): SeenThrough {
  const left = createPlane(shares.width, shares.height);
  const colours = Float32Array.from(mixed);
  for (let i = 0; i < left.data.length; i++) {
    const share = shares.data[i]!;
    if (share === 0) continue;
    if (solid.data[i] === 0) {
      left.data[i] = Math.min(1, 2 * share) * veil.opacity.data[i]!;
      for (let c = 0; c < 3; c++) colours[i * 3 + c] = veil.colours[i * 3 + c]!;
      continue;
    }
    left.data[i] = share;
    if (share === 1) for (let c = 0; c < 3; c++) colours[i * 3 + c] = photo.data[i * 4 + c]!;
  }
  return { shares: left, colours };
}

const sizeOf = ({ data }: Mask): number => data.reduce((sum, value) => sum + value, 0);
