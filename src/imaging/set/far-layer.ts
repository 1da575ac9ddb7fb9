/** Things far behind the product, out of focus: colours multiplied by alpha, ready to lie over the last board. */
export interface FarLayer {
  /** The layer's row; undefined where it is empty. */
  row(row: number): FarRow | undefined;
}

export interface FarRow {
  /** Moves to a column: the four numbers are then its values. */
  at(column: number): void;
  r: number;
  g: number;
  b: number;
  alpha: number;
}
