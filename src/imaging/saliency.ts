import { resizeRaster } from './filter.ts';
import { minimumBarrierDistance } from './minimum-barrier-distance.ts';
import { type OklabPlanes, toOklabPlanes } from './oklab-planes.ts';
import { percentile } from './percentile.ts';
import { copyRaster, createPlane, type Plane, type Raster } from './raster.ts';
import { spectralResidual } from './spectral-residual.ts';

/** Width of the band along each edge that is taken for background, as a share of the shorter side. */
const BORDER = 0.08;

/** Distances in OKLab × 100 below which nothing counts as salient, so that noise is not blown up to an object. */
const FAINT_BARRIER = 12;

/** Mahalanobis distance that counts as wholly unlike the border. */
const FAR_FROM_BORDER = 4;

/** Share of the spectral residual in the map: enough to part equals, too little to overrule. */
const TIE_BREAK = 0.12;

/**
 * Where the eye goes: 0 = background, 1 = most salient. Minimum barrier distance from the picture's edge over
 * three OKLab channels, joined with the distance from the edges' own colours (Zhang et al., "Minimum Barrier
 * Salient Object Detection at 80 FPS", ICCV 2015), the spectral residual as a tie-break.
 *
 * @param side longer side of the answer in pixels; the picture's own when that is smaller
 * @returns a plane with the picture's proportions; all 0 for a picture of one colour
 */
export function saliencyOf(image: Raster, side = 160): Plane {
  const ratio = Math.min(1, side / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * ratio));
  const height = Math.max(1, Math.round(image.height * ratio));
  const small = toOklabPlanes(opaque(resizeRaster(image, width, height)));
  const barrier = minimumBarrierDistance([small.l, small.a, small.b]);
  const unlike = unlikeBorder(small);
  const residual = spectralResidual(small.l);
  const reach = Math.max(FAINT_BARRIER, percentile(barrier.data, 0.99));
  const saliency = createPlane(width, height);
  for (let i = 0; i < saliency.data.length; i++) {
    const object = Math.min(1, barrier.data[i]! / reach);
    // The two err in different places: a barrier may be missing, a product may share a colour with the edge.
    const joined = 0.5 * (object + object * unlike.data[i]!) + 0.25 * (1 - object) * unlike.data[i]!;
    saliency.data[i] = joined * (1 - TIE_BREAK + 2 * TIE_BREAK * (residual.data[i]! - 0.5));
  }
  return stretched(saliency);
}

/** A picture on mid grey, where it is see-through; itself, where it is not. */
function opaque(raster: Raster): Raster {
  if (!isSeeThrough(raster)) return raster;
  const shown = copyRaster(raster);
  const { data } = shown;
  for (let i = 0; i < data.length; i += 4) {
    const share = data[i + 3]! / 255;
    if (share === 1) continue;
    for (let c = 0; c < 3; c++) data[i + c] = data[i + c]! * share + 128 * (1 - share);
  }
  return shown;
}

function isSeeThrough({ data }: Raster): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return true;
  return false;
}

/**
 * How unlike the edges each pixel is, 0–1: the Mahalanobis distance to each edge's colours. Of the four, the
 * largest is left out, since a product may cover one edge.
 */
function unlikeBorder(planes: OklabPlanes): Plane {
  const { width, height } = planes.l;
  const band = Math.max(1, Math.round(BORDER * Math.min(width, height)));
  const edges = [
    colourModel(planes, 0, 0, width, band),
    colourModel(planes, 0, height - band, width, band),
    colourModel(planes, 0, 0, band, height),
    colourModel(planes, width - band, 0, band, height),
  ];
  const unlike = createPlane(width, height);
  for (let i = 0; i < unlike.data.length; i++) {
    let sum = 0;
    let largest = 0;
    for (const edge of edges) {
      const distance = Math.min(1, edge(planes.l.data[i]!, planes.a.data[i]!, planes.b.data[i]!));
      sum += distance;
      largest = Math.max(largest, distance);
    }
    unlike.data[i] = (sum - largest) / 3;
  }
  return unlike;
}

type DistanceFrom = (l: number, a: number, b: number) => number;

/** Mean and covariance of a box of pixels; answers distances in units of FAR_FROM_BORDER. */
function colourModel(planes: OklabPlanes, x0: number, y0: number, w: number, h: number): DistanceFrom {
  const { width } = planes.l;
  const mean = [0, 0, 0];
  const products = [0, 0, 0, 0, 0, 0];
  for (let y = y0; y < y0 + h; y++) {
    for (let x = x0; x < x0 + w; x++) {
      const i = y * width + x;
      const [l, a, b] = [planes.l.data[i]!, planes.a.data[i]!, planes.b.data[i]!];
      mean[0]! += l;
      mean[1]! += a;
      mean[2]! += b;
      products[0]! += l * l;
      products[1]! += l * a;
      products[2]! += l * b;
      products[3]! += a * a;
      products[4]! += a * b;
      products[5]! += b * b;
    }
  }
  const count = w * h;
  const [ml, ma, mb] = mean.map((sum) => sum / count) as [number, number, number];
  // A floor of 2.5 units of spread: even a perfect sweep has light that falls off.
  const floor = 6;
  const ll = products[0]! / count - ml * ml + floor;
  const la = products[1]! / count - ml * ma;
  const lb = products[2]! / count - ml * mb;
  const aa = products[3]! / count - ma * ma + floor;
  const ab = products[4]! / count - ma * mb;
  const bb = products[5]! / count - mb * mb + floor;
  const c00 = aa * bb - ab * ab;
  const c01 = lb * ab - la * bb;
  const c02 = la * ab - lb * aa;
  const determinant = ll * c00 + la * c01 + lb * c02;
  const c11 = ll * bb - lb * lb;
  const c12 = la * lb - ll * ab;
  const c22 = ll * aa - la * la;
  return (l, a, b) => {
    const [x, y, z] = [l - ml, a - ma, b - mb];
    const square =
      x * (c00 * x + c01 * y + c02 * z) +
      y * (c01 * x + c11 * y + c12 * z) +
      z * (c02 * x + c12 * y + c22 * z);
    return Math.sqrt(Math.max(0, square / determinant)) / FAR_FROM_BORDER;
  };
}

/** Sharpens the step from background to object around the middle (a logistic curve), keeping 0 and the top. */
function stretched(plane: Plane): Plane {
  const curve = (value: number): number => 1 / (1 + Math.exp(-9 * (value - 0.42)));
  const [low, high] = [curve(0), curve(1)];
  for (let i = 0; i < plane.data.length; i++) {
    plane.data[i] = Math.max(0, Math.min(1, (curve(plane.data[i]!) - low) / (high - low)));
  }
  return plane;
}
