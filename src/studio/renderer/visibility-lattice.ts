/** Shares of light, 0–1, asked at few places and smooth in between. */
export interface VisibilityLattice {
  readonly columns: number;
  readonly rows: number;
  /** −1 = not asked: nobody sees the place. */
  readonly visibility: Float32Array;
}

export const createVisibilityLattice = (columns: number, rows: number): VisibilityLattice => ({
  columns,
  rows,
  visibility: new Float32Array(columns * rows).fill(-1),
});

export function setVisibility(
  { visibility, columns }: VisibilityLattice,
  column: number,
  row: number,
  share: number,
): void {
  visibility[row * columns + column] = share;
}

/**
 * The lattice with straight lines between its places, each the mean of those about it that were asked.
 *
 * @param columns and `rows`: size of the result, of which the lattice has every second column and every fourth row
 */
export function interpolateVisibility(
  lattice: VisibilityLattice,
  columns: number,
  rows: number,
): Float32Array {
  const calm = calmed(lattice);
  const out = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const above = (row >> 2) * lattice.columns;
    const below = Math.min(lattice.rows - 1, (row >> 2) + 1) * lattice.columns;
    const down = (row & 3) / 4;
    for (let column = 0; column < columns; column++) {
      const left = column >> 1;
      const right = Math.min(lattice.columns - 1, left + (column & 1));
      const upper = calm[above + left]! + calm[above + right]!;
      const lower = calm[below + left]! + calm[below + right]!;
      out[row * columns + column] = 0.5 * (upper + (lower - upper) * down);
    }
  }
  return out;
}

/** Weights 1, 2, 1 each way over the places that were asked; 1 where none was. */
function calmed({ visibility, columns, rows }: VisibilityLattice): Float32Array {
  const out = new Float32Array(visibility.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      let total = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          const share = visibility[y * columns + x]!;
          if (share < 0) continue;
          const weight = (x === column ? 2 : 1) * (y === row ? 2 : 1);
          sum += weight * share;
          total += weight;
        }
      }
      out[row * columns + column] = total > 0 ? sum / total : 1;
    }
  }
  return out;
}
