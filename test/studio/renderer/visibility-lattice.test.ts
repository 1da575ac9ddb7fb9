import { describe, expect, it } from 'vitest';
import {
  createVisibilityLattice,
  interpolateVisibility,
  setVisibility,
} from '../../../src/studio/renderer/visibility-lattice.ts';

const COLUMNS = 17;
const ROWS = 32;

const latticeOf = (share: (column: number, row: number) => number | undefined) => {
  const lattice = createVisibilityLattice(Math.ceil(COLUMNS / 2), Math.ceil(ROWS / 4));
  for (let row = 0; row < lattice.rows; row++) {
    for (let column = 0; column < lattice.columns; column++) {
      const value = share(column, row);
      if (value !== undefined) setVisibility(lattice, column, row, value);
    }
  }
  return lattice;
};

describe('spreadShares', () => {
  it('keeps what is even', () => {
    for (const share of interpolateVisibility(
      latticeOf(() => 0.4),
      COLUMNS,
      ROWS,
    ))
      expect(share).toBeCloseTo(0.4, 5);
  });

  it('goes in steps so small that none is seen, and stays between the shares that were asked', () => {
    const out = interpolateVisibility(
      latticeOf((column) => (column < 4 ? 0 : 1)),
      COLUMNS,
      ROWS,
    );
    for (let i = 1; i < COLUMNS; i++) expect(Math.abs(out[i]! - out[i - 1]!)).toBeLessThan(0.3);
    expect(Math.min(...out)).toBeCloseTo(0, 5);
    expect(Math.max(...out)).toBeCloseTo(1, 5);
  });

  it('does not brighten the dark beside places that nobody sees', () => {
    const out = interpolateVisibility(
      latticeOf((_, row) => (row < 3 ? undefined : 0.2)),
      COLUMNS,
      ROWS,
    );
    for (let i = 3 * 4 * COLUMNS; i < out.length; i++) expect(out[i]).toBeCloseTo(0.2, 5);
  });
});
