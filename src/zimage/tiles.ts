import { createPlanes, crop, type Planes, paste } from './planes.ts';

/** How a picture is worked on in pieces that overlap. `from` and `step` are lengths of the input, the others of the output. */
export interface Tiling {
  /** Side of a piece. */
  readonly from: number;
  /** Distance between the pieces' starts. */
  readonly step: number;
  /** Length over which a piece fades into the next. */
  readonly blend: number;
  /** What is kept of a piece. */
  readonly keep: number;
}

/** A quarter of each piece lies over the next, as in diffusers. */
const OVERLAP = 0.25;

/**
 * @param from side of a piece of the input
 * @param to side of what is made of it
 */
export function tiling(from: number, to: number): Tiling {
  const blend = Math.floor(to * OVERLAP);
  return { from, step: Math.floor(from * (1 - OVERLAP)), blend, keep: to - blend };
}

/**
 * Works on a picture piece by piece and blends the results, exactly as AutoencoderKL's tiled_encode and
 * tiled_decode do: each piece fades in from the one above, then from the one to the left, as those were after their
 * own fading.
 *
 * @param scale length of the output over length of the input
 */
export async function inTiles(
  input: Planes,
  { from, step, blend, keep }: Tiling,
  scale: number,
  work: (piece: Planes) => Promise<Planes>,
): Promise<Planes> {
  let out: Planes | undefined;
  let above: Planes[] = [];
  for (let top = 0, outTop = 0; top < input.height; top += step, outTop += keep) {
    const row: Planes[] = [];
    for (let left = 0, outLeft = 0; left < input.width; left += step, outLeft += keep) {
      const piece = await work(crop(input, top, left, from, from));
      const upper = above[row.length];
      const previous = row.at(-1);
      if (upper !== undefined) fadeDown(upper, piece, blend);
      if (previous !== undefined) fadeRight(previous, piece, blend);
      row.push(piece);
      out ??= createPlanes(piece.channels, input.height * scale, input.width * scale);
      paste(crop(piece, 0, 0, keep, keep), out, outTop, outLeft);
    }
    above = row;
  }
  if (out === undefined) throw new Error('Expected a picture of at least one pixel');
  return out;
}

function fadeDown(upper: Planes, piece: Planes, blend: number): void {
  const length = Math.min(blend, upper.height, piece.height);
  const width = Math.min(upper.width, piece.width);
  for (let channel = 0; channel < piece.channels; channel++) {
    for (let y = 0; y < length; y++) {
      const a = (channel * upper.height + upper.height - length + y) * upper.width;
      const b = (channel * piece.height + y) * piece.width;
      mix(upper.data, a, piece.data, b, width, y / length);
    }
  }
}

function fadeRight(previous: Planes, piece: Planes, blend: number): void {
  const length = Math.min(blend, previous.width, piece.width);
  for (let row = 0; row < piece.channels * piece.height; row++) {
    const a = row * previous.width + previous.width - length;
    const b = row * piece.width;
    for (let x = 0; x < length; x++) mix(previous.data, a + x, piece.data, b + x, 1, x / length);
  }
}

/** `count` numbers of `into` from `b` on become `share` of themselves and the rest of `from`'s. */
function mix(
  from: Float32Array,
  a: number,
  into: Float32Array,
  b: number,
  count: number,
  share: number,
): void {
  for (let i = 0; i < count; i++) into[b + i] = from[a + i]! * (1 - share) + into[b + i]! * share;
}
