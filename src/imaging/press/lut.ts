/** A table of an ICC profile (lut16Type, ICC.1:2001-04, 6.5.9) whose matrix does nothing. All numbers are 0–1. */
export interface Lut {
  /** Values a channel has on the grid. */
  readonly grid: number;
  readonly inputs: number;
  readonly outputs: number;
  /** One curve a channel. */
  readonly before: readonly Float64Array[];
  readonly nodes: Float64Array;
  readonly after: readonly Float64Array[];
}

/** lut16Type: where the channels are counted, and where the curves begin. */
const COUNTS = 8;
const ENTRIES = 48;
const CURVES = 52;
const FULL = 65535;

/** @param tag the tag's bytes */
export function readLut(tag: Buffer): Lut {
  if (tag.toString('latin1', 0, 4) !== 'mft2') throw new Error('The table is not of 16 bits');
  const [inputs = 0, outputs = 0, grid = 0] = tag.subarray(COUNTS);
  let at = CURVES;
  const read = (count: number): Float64Array => {
    const values = new Float64Array(count);
    for (let i = 0; i < count; i++, at += 2) values[i] = tag.readUInt16BE(at) / FULL;
    return values;
  };
  const curves = (channels: number, entries: number): readonly Float64Array[] =>
    Array.from({ length: channels }, () => read(entries));
  const before = curves(inputs, tag.readUInt16BE(ENTRIES));
  const nodes = read(grid ** inputs * outputs);
  return { grid, inputs, outputs, before, nodes, after: curves(outputs, tag.readUInt16BE(ENTRIES + 2)) };
}

export function writeLut({ grid, inputs, outputs, before, nodes, after }: Lut): Buffer {
  const values = [...before, nodes, ...after];
  const head = Buffer.alloc(CURVES);
  head.write('mft2', 'latin1');
  head.set([inputs, outputs, grid], COUNTS);
  for (const i of [0, 4, 8]) head.writeInt32BE(0x10000, 12 + 4 * i);
  head.writeUInt16BE(before[0]?.length ?? 0, ENTRIES);
  head.writeUInt16BE(after[0]?.length ?? 0, ENTRIES + 2);
  const body = Buffer.alloc(2 * values.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of values) for (const value of list) at = body.writeUInt16BE(Math.round(value * FULL), at);
  return Buffer.concat([head, body]);
}

/** A curve at x, straight between its entries. */
function onCurve(curve: Float64Array, x: number): number {
  const place = Math.min(1, Math.max(0, x)) * (curve.length - 1);
  const i = Math.min(curve.length - 2, Math.floor(place));
  const [left = 0, right = 0] = [curve[i], curve[i + 1]];
  return left + (right - left) * (place - i);
}

/** Where a rising curve has a value. */
export function underCurve(curve: Float64Array, y: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (onCurve(curve, middle) < y) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * What the table makes of values. The last three are interpolated in tetrahedra and any before them between their
 * neighbours, as Little CMS does it: on a grid as coarse as this in the darks another way is another colour.
 */
export function throughLut(lut: Lut, values: ArrayLike<number>): Float64Array {
  const { grid, inputs, outputs, before, nodes, after } = lut;
  const mixed = new Float64Array(outputs);
  const share = new Float64Array(inputs);
  const stride = new Int32Array(inputs);
  let first = 0;
  for (let d = inputs - 1, step = outputs; d >= 0; d--, step *= grid) {
    const place = onCurve(before[d] ?? STRAIGHT, values[d] ?? 0) * (grid - 1);
    const i = Math.min(grid - 2, Math.floor(place));
    share[d] = place - i;
    stride[d] = step;
    first += i * step;
  }
  const outer = inputs - 3;
  const inner = [outer, outer + 1, outer + 2].sort((left, right) => (share[right] ?? 0) - (share[left] ?? 0));
  const add = (at: number, weight: number): void => {
    if (weight === 0) return;
    for (let c = 0; c < outputs; c++) mixed[c] = (mixed[c] ?? 0) + weight * (nodes[at + c] ?? 0);
  };
  for (let corner = 0; corner < 1 << outer; corner++) {
    let weight = 1;
    let at = first;
    for (let d = 0; d < outer; d++) {
      const isFar = ((corner >> d) & 1) === 1;
      weight *= isFar ? (share[d] ?? 0) : 1 - (share[d] ?? 0);
      at += isFar ? (stride[d] ?? 0) : 0;
    }
    let left = 1;
    for (const d of inner) {
      add(at, weight * (left - (share[d] ?? 0)));
      left = share[d] ?? 0;
      at += stride[d] ?? 0;
    }
    add(at, weight * left);
  }
  for (let c = 0; c < outputs; c++) mixed[c] = onCurve(after[c] ?? STRAIGHT, mixed[c] ?? 0);
  return mixed;
}

const STRAIGHT = new Float64Array([0, 1]);
