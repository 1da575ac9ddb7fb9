import type { CloudField } from './cloud.ts';
import { CloudGrid } from './cloud-grid.ts';
import type { LookOut } from './cloud-look.ts';

/** Directions in which each cell looks out. */
const LOOKS = 96;
const SWEEPS = 160;

/** What all cells found: sums of light and of shares, and for each look where it ended (−1 nowhere) and with what weight. */
interface Findings {
  readonly light: Float32Array;
  readonly shares: Float32Array;
  readonly ends: Int32Array;
  readonly weights: Float32Array;
}

/**
 * The light that reaches the particles of a cloud from all sides, on a coarse grid. Milk throws light about dozens of
 * times, which paths from the lens would have to follow; but its particles send light on evenly, so the mean light at
 * each place is all there is to know. Each cell looks out in many directions: what it sees is windows and walls, or other
 * cells. That is a system of linear equations as in radiosity (Goral et al., 1984), solved by sweeping over it.
 */
export function solveGlow(cloud: CloudField, lookOut: LookOut): CloudGrid {
  const grid = new CloudGrid(cloud.box);
  const found = lookAround(cloud, grid, lookOut);
  const stands = grid.nearest((cell) => found.shares[cell]! > 0);
  for (let i = 0; i < found.ends.length; i++) {
    if (found.ends[i]! >= 0) found.ends[i] = stands[found.ends[i]!]!;
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let i = 0; i < grid.cells; i++) {
      // Up and down in turn, so that light spreads both ways.
      relax(found, sweep % 2 === 0 ? i : grid.cells - 1 - i, grid.values);
    }
  }
  grid.soften((cell) => found.shares[cell]! > 0);
  for (let cell = 0; cell < grid.cells; cell++) {
    const from = stands[cell]! * 3;
    if (found.shares[cell] === 0) grid.values.copyWithin(cell * 3, from, from + 3);
  }
  return grid;
}

function lookAround(cloud: CloudField, grid: CloudGrid, lookOut: LookOut): Findings {
  const found: Findings = {
    light: new Float32Array(grid.cells * 3),
    shares: new Float32Array(grid.cells),
    ends: new Int32Array(grid.cells * LOOKS).fill(-1),
    weights: new Float32Array(grid.cells * LOOKS * 3),
  };
  for (let cell = 0; cell < grid.cells; cell++) {
    let to = cell * LOOKS;
    for (const { share, light, end } of lookOut.around(cloud, grid, cell, LOOKS)) {
      found.shares[cell]! += share;
      for (let i = 0; i < 3; i++) found.light[cell * 3 + i]! += share * light[i]!;
      if (!end) continue;
      found.ends[to] = grid.cellAt(end.at);
      for (let i = 0; i < 3; i++) found.weights[to * 3 + i] = share * end.weight[i]!;
      to++;
    }
  }
  return found;
}

/** Sets a cell's light to the mean of what it sees at present. */
function relax({ light, shares, ends, weights }: Findings, cell: number, values: Float32Array): void {
  const total = shares[cell]!;
  if (total === 0) return;
  let r = light[cell * 3]!;
  let g = light[cell * 3 + 1]!;
  let b = light[cell * 3 + 2]!;
  for (let look = cell * LOOKS; look < (cell + 1) * LOOKS; look++) {
    const end = ends[look]! * 3;
    if (end < 0) break;
    r += weights[look * 3]! * values[end]!;
    g += weights[look * 3 + 1]! * values[end + 1]!;
    b += weights[look * 3 + 2]! * values[end + 2]!;
  }
  values[cell * 3] = r / total;
  values[cell * 3 + 1] = g / total;
  values[cell * 3 + 2] = b / total;
}
