/** Cosines and sines of the angles by which each row's pairs are turned: [1, rows, pairs]. */
export interface RotaryTable {
  readonly rows: number;
  readonly pairs: number;
  readonly cos: Float32Array;
  readonly sin: Float32Array;
}

/** θ^(−2k/width) for k = 0 … width/2 − 1. */
const frequencies = (theta: number, width: number): number[] =>
  Array.from({ length: width / 2 }, (_, k) => theta ** ((-2 * k) / width));

/**
 * The table of a text encoder: row p is turned by p·θ^(−2k/width), in 32-bit floats as transformers computes them.
 */
export function sequenceRotary(rows: number, width: number, theta: number): RotaryTable {
  const pairs = width / 2;
  const table = empty(rows, pairs);
  const steps = frequencies(theta, width).map(Math.fround);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < pairs; k++) turn(table, row * pairs + k, Math.fround(row * steps[k]!));
  }
  return table;
}

/** A place along the sequence, and a row and a column of tokens. */
export type Position = readonly [sequence: number, y: number, x: number];

/**
 * The table of the transformer: each head's pairs are shared out between the three axes. Angles are computed in
 * 64 bits and rounded once, as diffusers does.
 */
export function positionRotary(
  positions: readonly Position[],
  axesDims: readonly [number, number, number],
  theta: number,
): RotaryTable {
  const pairs = (axesDims[0] + axesDims[1] + axesDims[2]) / 2;
  const table = empty(positions.length, pairs);
  const steps = axesDims.map((width) => frequencies(theta, width));
  let at = 0;
  for (const position of positions) {
    for (const [axis, place] of position.entries()) {
      for (const step of steps[axis]!) turn(table, at++, Math.fround(place * step));
    }
  }
  return table;
}

function empty(rows: number, pairs: number): RotaryTable {
  return { rows, pairs, cos: new Float32Array(rows * pairs), sin: new Float32Array(rows * pairs) };
}

function turn(table: RotaryTable, at: number, angle: number): void {
  table.cos[at] = Math.cos(angle);
  table.sin[at] = Math.sin(angle);
}

/** Captions and pictures are filled up to a multiple of this many tokens. */
const ROWS_MULTIPLE = 32;

export const paddedRows = (rows: number): number => ROWS_MULTIPLE * Math.ceil(rows / ROWS_MULTIPLE);

/** Positions of a caption's rows, those of its padding included, which go on counting. */
export const captionPositions = (padded: number): Position[] =>
  Array.from({ length: padded }, (_, i): Position => [1 + i, 0, 0]);

/**
 * Positions of a picture's tokens, row by row, which follow the padded caption; those of its padding are the
 * origin.
 */
export function imagePositions(rows: number, columns: number, captionRows: number): Position[] {
  const tokens = rows * columns;
  return Array.from(
    { length: paddedRows(tokens) },
    (_, i): Position => (i < tokens ? [captionRows + 1, Math.floor(i / columns), i % columns] : [0, 0, 0]),
  );
}
