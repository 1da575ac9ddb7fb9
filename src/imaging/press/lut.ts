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
export function onCurve(curve: Float64Array, x: number): number {
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

/** What the table makes of values, multilinear between its nodes. */
export function throughLut(lut: Lut, values: ArrayLike<number>): Float64Array {
  const { grid, inputs, outputs, before, nodes, after } = lut;
  const share = new Float64Array(inputs);
  const step = new Int32Array(inputs);
  let first = 0;
  for (let d = inputs - 1, stride = outputs; d >= 0; d--, stride *= grid) {
    const place = onCurve(before[d] ?? STRAIGHT, values[d] ?? 0) * (grid - 1);
    const i = Math.min(grid - 2, Math.floor(place));
    share[d] = place - i;
    step[d] = stride;
    first += i * stride;
  }
  const mixed = new Float64Array(outputs);
  for (let corner = 0; corner < 1 << inputs; corner++) {
    let weight = 1;
    let at = first;
    for (let d = 0; d < inputs; d++) {
      const part = share[d] ?? 0;
      if ((corner >> d) & 1) {
        weight *= part;
        at += step[d] ?? 0;
      } else weight *= 1 - part;
    }
    if (weight === 0) continue;
    for (let c = 0; c < outputs; c++) mixed[c] = (mixed[c] ?? 0) + weight * (nodes[at + c] ?? 0);
  }
  for (let c = 0; c < outputs; c++) mixed[c] = onCurve(after[c] ?? STRAIGHT, mixed[c] ?? 0);
  return mixed;
}

const STRAIGHT = new Float64Array([0, 1]);
