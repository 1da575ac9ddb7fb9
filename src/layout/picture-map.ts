import { type Box, bottom, right, type Size } from '../ad/geometry.ts';
import type { Oklab } from '../imaging/colour.ts';
import { resizePlane, resizeRaster } from '../imaging/filter.ts';
import { toOklabPlanes } from '../imaging/oklab-planes.ts';
import { createPlane, type Matte, type Plane, type Raster } from '../imaging/raster.ts';
import { saliencyOf } from '../imaging/saliency.ts';
import { costMap } from './cost-map.ts';
import { Integral } from './integral.ts';

/** Longer side of the maps in pixels. */
const SIDE = 256;

/** A matte above this is product. */
const PRODUCT_ALPHA = 8;

/** Saliency above this is what a picture shows, where nobody says what its product is. */
const SUBJECT = 0.5;

/** Share of a column or row that must be subject to count: specks do not widen its box. */
const SPECK = 0.04;

/** What is known of a picture where words are to go; all boxes are in pixels of the ad. */
export class PictureMap {
  readonly size: Size;
  readonly #scale: number;
  readonly #cost: Integral;
  readonly #lightness: Integral;
  readonly #lightnessSquared: Integral;
  readonly #greenRed: Integral;
  readonly #blueYellow: Integral;
  readonly #saliency: Integral;
  readonly #product: Integral | undefined;
  readonly #subject: Integral;

  /**
   * @param product what words must not hide: a matte at the picture's size, or the box that is known to hold it;
   * absent = guessed from what is most salient
   */
  constructor(image: Raster, product?: Matte | Box) {
    this.size = { width: image.width, height: image.height };
    this.#scale = Math.min(1, SIDE / Math.max(image.width, image.height));
    const width = Math.max(1, Math.round(image.width * this.#scale));
    const height = Math.max(1, Math.round(image.height * this.#scale));
    const small = resizeRaster(image, width, height);
    const { l: lightness, a, b } = toOklabPlanes(small);
    const found = resizePlane(saliencyOf(small), width, height);
    const mask =
      product === undefined
        ? undefined
        : 'data' in product
          ? coveredCells(product, width, height)
          : boxedCells(product, width, height, this.#scale);
    // Where the product is known, it is what is looked at, and nothing needs to be guessed.
    const saliency = mask === undefined ? found : highest(found, mask);
    this.#cost = new Integral(costMap(lightness, saliency));
    this.#lightness = new Integral(lightness);
    this.#lightnessSquared = new Integral(lightness, (value) => value * value);
    this.#greenRed = new Integral(a);
    this.#blueYellow = new Integral(b);
    this.#saliency = new Integral(saliency);
    this.#product = mask === undefined ? undefined : new Integral(mask);
    this.#subject = this.#product ?? new Integral(saliency, (value) => (value > SUBJECT ? 1 : 0));
  }

  /** Mean cost of words in a box, 0–1. */
  cost(box: Box): number {
    return this.#cost.mean(this.#small(box));
  }

  /** Cost of the worst of the box's nine parts, 0–1. */
  worstCost(box: Box): number {
    let worst = 0;
    const [width, height] = [box.width / 3, box.height / 3];
    for (let row = 0; row < 3; row++) {
      for (let column = 0; column < 3; column++) {
        const part = { x: box.x + column * width, y: box.y + row * height, width, height };
        worst = Math.max(worst, this.cost(part));
      }
    }
    return worst;
  }

  /** OKLab lightness in a box, 0–100: its mean and its standard deviation. */
  lightness(box: Box): { mean: number; deviation: number } {
    const small = this.#small(box);
    const mean = this.#lightness.mean(small);
    const variance = this.#lightnessSquared.mean(small) - mean * mean;
    return { mean, deviation: Math.sqrt(Math.max(0, variance)) };
  }

  /** Mean colour in a box. */
  colour(box: Box): Oklab {
    const small = this.#small(box);
    const mean = (integral: Integral): number => integral.mean(small) / 100;
    return [mean(this.#lightness), mean(this.#greenRed), mean(this.#blueYellow)];
  }

  /** Share of a box that is product, 0–1; a cell of the map that the product only touches counts whole. */
  productShare(box: Box): number {
    return this.#product?.mean(this.#small(box)) ?? 0;
  }

  /** Share of a box that shows what the picture is about: the product, else what is most salient. */
  subjectShare(box: Box): number {
    return this.#subject.mean(this.#small(box));
  }

  /** The box of the product, or of what the picture is about; undefined where there is neither. */
  subjectBox(): Box | undefined {
    return boundsOf(this.#subject, this.#scale, this.#product === undefined ? SPECK : 0);
  }

  /** Sum of saliency in a box in pixels of the ad: how heavily it weighs on the eye. */
  weight(box: Box): number {
    return this.#saliency.sum(this.#small(box)) / (this.#scale * this.#scale);
  }

  #small({ x, y, width, height }: Box): Box {
    const scale = this.#scale;
    return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
  }
}

/** 1 in every cell in which any pixel is product, else 0. */
function coveredCells(product: Matte, width: number, height: number): Plane {
  const cells = createPlane(width, height);
  for (let y = 0; y < product.height; y++) {
    const row = Math.min(height - 1, Math.floor((y * height) / product.height)) * width;
    for (let x = 0; x < product.width; x++) {
      if (product.data[y * product.width + x]! <= PRODUCT_ALPHA) continue;
      cells.data[row + Math.min(width - 1, Math.floor((x * width) / product.width))] = 1;
    }
  }
  return cells;
}

/** 1 in every cell that the box touches, else 0. */
function boxedCells(box: Box, width: number, height: number, scale: number): Plane {
  const cells = createPlane(width, height);
  const left = Math.max(0, Math.floor(box.x * scale));
  const end = Math.min(width, Math.ceil(right(box) * scale));
  for (let y = Math.max(0, Math.floor(box.y * scale)); y < Math.min(height, bottom(box) * scale); y++) {
    if (left < end) cells.data.fill(1, y * width + left, y * width + end);
  }
  return cells;
}

function highest(a: Plane, b: Plane): Plane {
  const out = createPlane(a.width, a.height);
  for (let i = 0; i < out.data.length; i++) out.data[i] = Math.max(a.data[i]!, b.data[i]!);
  return out;
}

function boundsOf(subject: Integral, scale: number, min: number): Box | undefined {
  const { width, height } = subject;
  const columns = Array.from({ length: width }, (_, x) => x).filter(
    (x) => subject.sum({ x, y: 0, width: 1, height }) > min * height,
  );
  const rows = Array.from({ length: height }, (_, y) => y).filter(
    (y) => subject.sum({ x: 0, y, width, height: 1 }) > min * width,
  );
  const [left, top, right, low] = [columns[0], rows[0], columns.at(-1), rows.at(-1)];
  if (left === undefined || top === undefined || right === undefined || low === undefined) return undefined;
  return {
    x: left / scale,
    y: top / scale,
    width: (right + 1 - left) / scale,
    height: (low + 1 - top) / scale,
  };
}
