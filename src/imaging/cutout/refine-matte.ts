import { boxBlur, resizePlane } from '../filter.ts';
import { createPlane, type Plane, type Raster } from '../raster.ts';
import { fillPlanes } from './fill-planes.ts';
import { dilated, eroded, type Mask } from './mask.ts';

/** Pixels of the mask's size to both sides of its outline in which the matte is worked out. */
const BAND = 2;

/** Distance of product and ground colours (0–255, over three channels) at which mixing them is told half surely. */
const TOLD_APART = 30;

/** Misfit (0–255) at which a pixel is no mixture of the two colours any more. */
const MISFIT = 22;

/** Guided filter: reach in pixels of the photo, and the variance of the guide (0–1) that counts as an edge. */
const REACH = 2;
const EPSILON = 4e-4;

/**
 * From a mask at working size to a matte at the photo's: in a band along the outline each pixel is taken apart into
 * the product's colour and the ground's, as they are next to the band, and the shares are then smoothed along the
 * photo's edges by a guided filter (He et al., "Guided Image Filtering", ECCV 2010).
 *
 * @returns shares of product, 0–1, at the photo's size
 */
export function refineMatte(photo: Raster, small: Raster, mask: Mask): Plane {
  const { width, height } = photo;
  const inner = eroded(mask, BAND);
  const outer = dilated(mask, BAND);
  const product = sidesOf(small, inner, 1);
  const ground = sidesOf(small, outer, 0);
  const prior = resizePlane(planeOf(mask), width, height);
  const known = resizePlane(bandOf(inner, outer), width, height);
  const shares = createPlane(width, height);
  const xs = positions(width, mask.width);
  const ys = positions(height, mask.height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const place = known.data[i]!;
      if (place <= -0.98) shares.data[i] = 0;
      else if (place >= 0.98) shares.data[i] = 1;
      else shares.data[i] = shareAt(photo, i, product, ground, xs[x]!, ys[y]!, prior.data[i]!);
    }
  }
  return guided(photo, shares, known);
}

/** 1 inside of the band, −1 outside, 0 in it. */
function bandOf(inner: Mask, outer: Mask): Plane {
  const band = createPlane(inner.width, inner.height);
  for (let i = 0; i < band.data.length; i++) {
    if (inner.data[i] === 1) band.data[i] = 1;
    else band.data[i] = outer.data[i] === 0 ? -1 : 0;
  }
  return band;
}

function planeOf(mask: Mask): Plane {
  const plane = createPlane(mask.width, mask.height);
  plane.data.set(mask.data);
  return plane;
}

/** The colours of one side (0–255), spread over the other. */
function sidesOf(small: Raster, mask: Mask, side: 0 | 1): Plane[] {
  const planes = [0, 1, 2].map(() => createPlane(mask.width, mask.height));
  const weight = createPlane(mask.width, mask.height);
  for (let i = 0; i < weight.data.length; i++) {
    if (mask.data[i] !== side) continue;
    weight.data[i] = 1;
    for (let c = 0; c < 3; c++) planes[c]!.data[i] = small.data[i * 4 + c]!;
  }
  return fillPlanes(planes, weight);
}

/** For each position along one side of the photo, where it lies on the small picture. */
function positions(from: number, to: number): Float32Array {
  return Float32Array.from({ length: from }, (_, i) =>
    Math.max(0, Math.min(to - 1, ((i + 0.5) * to) / from - 0.5)),
  );
}

function shareAt(
  photo: Raster,
  i: number,
  product: readonly Plane[],
  ground: readonly Plane[],
  x: number,
  y: number,
  prior: number,
): number {
  let [along, apart] = [0, 0];
  const offset = [0, 0, 0];
  const step = [0, 0, 0];
  for (let c = 0; c < 3; c++) {
    const back = sample(ground[c]!, x, y);
    step[c] = sample(product[c]!, x, y) - back;
    offset[c] = photo.data[i * 4 + c]! - back;
    along += offset[c]! * step[c]!;
    apart += step[c]! * step[c]!;
  }
  const share = Math.max(0, Math.min(1, along / Math.max(apart, 1)));
  const misfit = Math.hypot(
    offset[0]! - share * step[0]!,
    offset[1]! - share * step[1]!,
    offset[2]! - share * step[2]!,
  );
  const trust = (apart / (apart + TOLD_APART * TOLD_APART)) * Math.exp(-((misfit / MISFIT) ** 2));
  return trust * share + (1 - trust) * prior;
}

/** Bilinear. */
function sample(plane: Plane, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = Math.min(plane.width - 1, left + 1);
  const bottom = Math.min(plane.height - 1, top + 1);
  const [across, down] = [x - left, y - top];
  const upper =
    plane.data[top * plane.width + left]! * (1 - across) + plane.data[top * plane.width + right]! * across;
  const lower =
    plane.data[bottom * plane.width + left]! * (1 - across) +
    plane.data[bottom * plane.width + right]! * across;
  return upper * (1 - down) + lower * down;
}

/** The guided filter with the photo's lightness as guide; what is outside of the band stays. */
function guided(photo: Raster, shares: Plane, known: Plane): Plane {
  const { width, height } = photo;
  const guide = createPlane(width, height);
  const square = createPlane(width, height);
  const product = createPlane(width, height);
  for (let i = 0; i < guide.data.length; i++) {
    const at = i * 4;
    const value = (0.3 * photo.data[at]! + 0.59 * photo.data[at + 1]! + 0.11 * photo.data[at + 2]!) / 255;
    guide.data[i] = value;
    square.data[i] = value * value;
    product.data[i] = value * shares.data[i]!;
  }
  const meanGuide = boxBlur(guide, REACH);
  const meanShare = boxBlur(shares, REACH);
  const meanSquare = boxBlur(square, REACH);
  const meanProduct = boxBlur(product, REACH);
  const slope = createPlane(width, height);
  const base = createPlane(width, height);
  for (let i = 0; i < slope.data.length; i++) {
    const variance = meanSquare.data[i]! - meanGuide.data[i]! ** 2;
    slope.data[i] = (meanProduct.data[i]! - meanGuide.data[i]! * meanShare.data[i]!) / (variance + EPSILON);
    base.data[i] = meanShare.data[i]! - slope.data[i]! * meanGuide.data[i]!;
  }
  const slopes = boxBlur(slope, REACH);
  const bases = boxBlur(base, REACH);
  const out = createPlane(width, height);
  for (let i = 0; i < out.data.length; i++) {
    out.data[i] =
      Math.abs(known.data[i]!) >= 0.98
        ? shares.data[i]!
        : Math.max(0, Math.min(1, slopes.data[i]! * guide.data[i]! + bases.data[i]!));
  }
  return out;
}
