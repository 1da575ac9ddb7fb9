import type { Vec3 } from './vector.ts';

const CELL = 0.2;
/** How many cells away `nearest` searches. */
const FAR = 2;

/** Light on a grid of cells, 3 numbers each. */
export class CloudGrid {
  readonly cells: number;
  readonly values: Float32Array;
  private readonly low: Vec3;
  private readonly columns: number;
  private readonly levels: number;
  private readonly rows: number;

  /** @param values as another grid of the same box has them; absent = dark */
  constructor([low, high]: readonly [Vec3, Vec3], values?: Float32Array) {
    this.low = low;
    this.columns = Math.ceil((high[0] - low[0]) / CELL);
    this.levels = Math.ceil((high[1] - low[1]) / CELL);
    this.rows = Math.ceil((high[2] - low[2]) / CELL);
    this.cells = this.columns * this.levels * this.rows;
    this.values = values ?? new Float32Array(this.cells * 3);
  }

  /** The cell that a place is in; places outside count as at the edge. */
  cellAt([x, y, z]: Vec3): number {
    const { low } = this;
    return this.index(
      Math.floor((x - low[0]) / CELL),
      Math.floor((y - low[1]) / CELL),
      Math.floor((z - low[2]) / CELL),
    );
  }

  /** A place in a cell, by the shares of its sides. */
  place(cell: number, u: number, v: number, w: number): Vec3 {
    const { low, columns, rows } = this;
    const column = cell % columns;
    const row = Math.floor(cell / columns) % rows;
    const level = Math.floor(cell / columns / rows);
    return [low[0] + (column + u) * CELL, low[1] + (level + v) * CELL, low[2] + (row + w) * CELL];
  }

  /** The light at a place, blended from the eight cells around. */
  blend([x, y, z]: Vec3): Vec3 {
    const { low, values } = this;
    const [u, v, w] = [(x - low[0]) / CELL - 0.5, (y - low[1]) / CELL - 0.5, (z - low[2]) / CELL - 0.5];
    const [i, j, k] = [Math.floor(u), Math.floor(v), Math.floor(w)];
    let [r, g, b] = [0, 0, 0];
    for (let corner = 0; corner < 8; corner++) {
      const [a, c, d] = [corner & 1, (corner >> 1) & 1, corner >> 2];
      const share = (a ? u - i : 1 - u + i) * (c ? v - j : 1 - v + j) * (d ? w - k : 1 - w + k);
      const from = this.index(i + a, j + c, k + d) * 3;
      r += values[from]! * share;
      g += values[from + 1]! * share;
      b += values[from + 2]! * share;
    }
    return [r, g, b];
  }

  /** Mixes each wanted cell with those of its 26 neighbours that are wanted. */
  soften(wanted: (cell: number) => boolean): void {
    const before = this.values.slice();
    for (let cell = 0; cell < this.cells; cell++) {
      if (!wanted(cell)) continue;
      let total = 0;
      const sum = [0, 0, 0];
      this.around(cell, 1, (other, distance) => {
        if (!wanted(other)) return;
        const weight = Math.exp(-distance / 2);
        total += weight;
        for (let i = 0; i < 3; i++) sum[i]! += weight * before[other * 3 + i]!;
      });
      for (let i = 0; i < 3; i++) this.values[cell * 3 + i] = sum[i]! / total;
    }
  }

  /** For each cell the nearest that is wanted, itself if it is; 0 when there is none within `FAR` cells. */
  nearest(wanted: (cell: number) => boolean): Int32Array {
    const found = new Int32Array(this.cells);
    for (let cell = 0; cell < this.cells; cell++) {
      if (wanted(cell)) {
        found[cell] = cell;
        continue;
      }
      let best = Number.POSITIVE_INFINITY;
      this.around(cell, FAR, (other, distance) => {
        if (distance >= best || !wanted(other)) return;
        best = distance;
        found[cell] = other;
      });
    }
    return found;
  }

  /** Visits the cells up to `far` away in each direction, with the squares of their distances in cells. */
  private around(cell: number, far: number, visit: (other: number, distance: number) => void): void {
    const column = cell % this.columns;
    const row = Math.floor(cell / this.columns) % this.rows;
    const level = Math.floor(cell / this.columns / this.rows);
    for (let dy = -far; dy <= far; dy++) {
      for (let dz = -far; dz <= far; dz++) {
        for (let dx = -far; dx <= far; dx++) {
          visit(this.index(column + dx, level + dy, row + dz), dx * dx + dy * dy + dz * dz);
        }
      }
    }
  }

  private index(column: number, level: number, row: number): number {
    const inside = clamp(level, this.levels) * this.rows + clamp(row, this.rows);
    return inside * this.columns + clamp(column, this.columns);
  }
}

const clamp = (i: number, size: number): number => (i < 0 ? 0 : i >= size ? size - 1 : i);
