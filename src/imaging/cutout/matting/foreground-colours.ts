import { createPlane, type Plane, type Raster } from '../../raster.ts';

/** Weight of smoothness everywhere, and more of it where the matte changes (values of the paper). */
const SMOOTH = 1e-5;
const SMOOTH_ACROSS_EDGES = 1;

/** Rounds of solving on a level: many while it is small. */
const SMALL_LEVEL = 32;
const ROUNDS_SMALL = 10;
const ROUNDS_LARGE = 2;

/** Shares from which a pixel counts as product or ground alone. */
const ALL = 254.5 / 255;
const NOTHING = 0.5 / 255;

/** Product and ground colours, three floats a pixel each, 0–255. */
interface Level {
  readonly width: number;
  readonly height: number;
  readonly product: Float32Array;
  readonly ground: Float32Array;
}

/**
 * The product's own colours where the matte mixes them with the old ground: on each level from coarse to fine, a
 * 2 × 2 system a pixel wants the two colours to mix to the photo's and to be like the neighbours' (Germer et al.,
 * "Fast Multi-Level Foreground Estimation", ICPR 2020). Pixels that are product alone keep the photo's.
 *
 * @param shares of product, 0–1, at the photo's size
 * @returns three floats a pixel, 0–255; only at mixed pixels, along steps of the matte, and at the pixels next to
 *   them: elsewhere the photo's own colours are the product's, and these are 0
 */
export function foregroundColours(photo: Raster, shares: Plane): Float32Array {
  let level: Level | undefined;
  for (const { colours, shares: matte, unsettled, wanted } of pyramidOf(photo, shares)) {
    level = enlarged(level, matte, colours, wanted);
    const rounds = Math.max(matte.width, matte.height) <= SMALL_LEVEL ? ROUNDS_SMALL : ROUNDS_LARGE;
    for (let round = 0; round < rounds; round++) {
      for (const i of unsettled) solveAt(level, colours, matte, i);
    }
  }
  return level?.product ?? new Float32Array(0);
}

/** A photo's colours, `stride` numbers a pixel of which three are colours. */
interface Colours {
  readonly data: Float32Array | Raster['data'];
  readonly stride: 3 | 4;
}

interface PyramidLevel {
  readonly colours: Colours;
  readonly shares: Plane;
  /** Pixels whose colours are to be found. */
  readonly unsettled: readonly number[];
  /** These, those next to them, and all that the finer level starts from: the outline only, as the rest is known. */
  readonly wanted: readonly number[];
}

/** Halves from one or two pixels up to the photo's own size. */
function pyramidOf(photo: Raster, shares: Plane): PyramidLevel[] {
  const levels = [levelOf({ data: photo.data, stride: 4 }, shares)];
  for (let top = levels[0]!; Math.max(top.shares.width, top.shares.height) > 2; top = levels[0]!) {
    levels.unshift(halved(top));
  }
  return levels;
}

function levelOf(colours: Colours, shares: Plane, finer?: PyramidLevel): PyramidLevel {
  const unsettled = unsettledIn(shares);
  return { colours, shares, unsettled, wanted: wantedIn(shares, unsettled, finer) };
}

function halved(finer: PyramidLevel): PyramidLevel {
  const {
    colours: { data, stride },
    shares,
  } = finer;
  const width = (shares.width + 1) >> 1;
  const height = (shares.height + 1) >> 1;
  const small = new Float32Array(width * height * 3);
  const matte = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    const upper = 2 * y * shares.width;
    const lower = Math.min(shares.height - 1, 2 * y + 1) * shares.width;
    for (let x = 0; x < width; x++) {
      const right = Math.min(shares.width - 1, 2 * x + 1);
      const [a, b, c, d] = [upper + 2 * x, upper + right, lower + 2 * x, lower + right];
      const to = y * width + x;
      matte.data[to] = (shares.data[a]! + shares.data[b]! + shares.data[c]! + shares.data[d]!) / 4;
      for (let k = 0; k < 3; k++) {
        small[to * 3 + k] =
          (data[a * stride + k]! + data[b * stride + k]! + data[c * stride + k]! + data[d * stride + k]!) / 4;
      }
    }
  }
  return levelOf({ data: small, stride: 3 }, matte, finer);
}

/**
 * The coarser level's colours at the size of the finer, the photo's own for the first; pixels of one side alone have
 * that side's colour as it is in the photo.
 */
function enlarged(
  coarse: Level | undefined,
  { width, height, data: shares }: Plane,
  { data, stride }: Colours,
  wanted: readonly number[],
): Level {
  const product = new Float32Array(width * height * 3);
  const ground = new Float32Array(width * height * 3);
  for (const i of wanted) {
    const own = i * stride;
    const to = i * 3;
    const x = i % width;
    const from = coarse === undefined ? 0 : ((((i - x) / width) >> 1) * coarse.width + (x >> 1)) * 3;
    const share = shares[i]!;
    for (let c = 0; c < 3; c++) {
      const colour = data[own + c]!;
      product[to + c] = coarse === undefined || share > ALL ? colour : coarse.product[from + c]!;
      ground[to + c] = coarse === undefined || share < NOTHING ? colour : coarse.ground[from + c]!;
    }
  }
  return { width, height, product, ground };
}

/** Mixed pixels and those next to them, and both sides of a step from product to ground. */
function unsettledIn({ width, height, data }: Plane): number[] {
  const found: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const share = data[i]!;
      const settled =
        (share < NOTHING || share > ALL) &&
        (x === 0 || alike(share, data[i - 1]!)) &&
        (x === width - 1 || alike(share, data[i + 1]!)) &&
        (y === 0 || alike(share, data[i - width]!)) &&
        (y === height - 1 || alike(share, data[i + width]!));
      if (!settled) found.push(i);
    }
  }
  return found;
}

/** Whether two pixels are product alone, or ground alone; the first is one of the two. */
const alike = (settled: number, other: number): boolean => (settled > ALL ? other > ALL : other < NOTHING);

function wantedIn(
  { width, height }: Plane,
  unsettled: readonly number[],
  finer: PyramidLevel | undefined,
): number[] {
  const seen = new Uint8Array(width * height);
  const wanted: number[] = [];
  const want = (i: number): void => {
    if (seen[i] === 1) return;
    seen[i] = 1;
    wanted.push(i);
  };
  for (const i of unsettled) {
    const x = i % width;
    want(i);
    if (x > 0) want(i - 1);
    if (x < width - 1) want(i + 1);
    if (i >= width) want(i - width);
    if (i + width < seen.length) want(i + width);
  }
  if (finer === undefined) return wanted;
  for (const i of finer.wanted) {
    const x = i % finer.shares.width;
    want((((i - x) / finer.shares.width) >> 1) * width + (x >> 1));
  }
  return wanted;
}

/** Solves one pixel's two colours, its neighbours held. */
function solveAt(level: Level, { data, stride }: Colours, shares: Plane, i: number): void {
  const { width, height, product, ground } = level;
  const share = shares.data[i]!;
  const rest = 1 - share;
  const x = i % width;
  const y = (i - x) / width;
  let sum = 0;
  let [p0, p1, p2, g0, g1, g2] = [0, 0, 0, 0, 0, 0];
  for (let side = 0; side < 4; side++) {
    const j =
      side === 0
        ? x > 0
          ? i - 1
          : i
        : side === 1
          ? x < width - 1
            ? i + 1
            : i
          : side === 2
            ? y > 0
              ? i - width
              : i
            : y < height - 1
              ? i + width
              : i;
    const weight = SMOOTH + SMOOTH_ACROSS_EDGES * Math.abs(share - shares.data[j]!);
    sum += weight;
    p0 += weight * product[j * 3]!;
    p1 += weight * product[j * 3 + 1]!;
    p2 += weight * product[j * 3 + 2]!;
    g0 += weight * ground[j * 3]!;
    g1 += weight * ground[j * 3 + 1]!;
    g2 += weight * ground[j * 3 + 2]!;
  }
  const a = share * share + sum;
  const b = share * rest;
  const d = rest * rest + sum;
  const scale = 1 / (a * d - b * b);
  const whole = share > ALL;
  const none = share < NOTHING;
  for (let c = 0; c < 3; c++) {
    const colour = data[i * stride + c]!;
    const right = share * colour + (c === 0 ? p0 : c === 1 ? p1 : p2);
    const left = rest * colour + (c === 0 ? g0 : c === 1 ? g1 : g2);
    if (!whole) product[i * 3 + c] = Math.max(0, Math.min(255, scale * (d * right - b * left)));
    if (!none) ground[i * 3 + c] = Math.max(0, Math.min(255, scale * (a * left - b * right)));
  }
}
