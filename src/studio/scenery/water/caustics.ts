import { seededRandom } from '../../../imaging/random.ts';
import { createTile, type Tile } from '../../renderer/tile.ts';

const SIDE = 256;
/** Cells a side: a net with meshes one unit wide. */
const CELLS = 8;

let made: Tile | undefined;

/**
 * The net of light at the bottom of shallow water, as a tile with meshes about one unit wide: 0 between its threads,
 * 1 on them, brighter where they meet. It is where two points of a scattered grid are equally near (Worley, "A
 * cellular texture basis function", 1996). Made once a thread.
 */
export function causticTile(): Tile {
  made ??= createTile(net(), SIDE, SIDE / CELLS);
  return made;
}

function net(): Float32Array {
  const random = seededRandom(0xca51);
  const px = Float32Array.from({ length: CELLS * CELLS }, () => 0.08 + 0.84 * random());
  const py = Float32Array.from({ length: CELLS * CELLS }, () => 0.08 + 0.84 * random());
  const data = new Float32Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const u = ((column + 0.5) * CELLS) / SIDE;
      const v = ((row + 0.5) * CELLS) / SIDE;
      // The net sways, so that its threads are not straight; whole turns keep the tile without a seam.
      const x =
        u +
        0.16 * Math.sin((2 * Math.PI * 2 * v) / CELLS + 1) +
        0.1 * Math.sin((2 * Math.PI * 3 * v) / CELLS);
      const y =
        v +
        0.16 * Math.sin((2 * Math.PI * 2 * u) / CELLS + 2) +
        0.1 * Math.sin((2 * Math.PI * 3 * u) / CELLS);
      const cellX = Math.floor(x);
      const cellY = Math.floor(y);
      let first = 9;
      let second = 9;
      let third = 9;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const cell = ((cellY + dy + 2 * CELLS) % CELLS) * CELLS + ((cellX + dx + 2 * CELLS) % CELLS);
          const away = Math.hypot(cellX + dx + px[cell]! - x, cellY + dy + py[cell]! - y);
          if (away < first) [first, second, third] = [away, first, second];
          else if (away < second) [second, third] = [away, second];
          else if (away < third) third = away;
        }
      }
      const thread = Math.exp(-(second - first) * 10);
      const knot = Math.exp(-(third - first) * 5);
      data[row * SIDE + column] = Math.min(1, 0.75 * thread + 0.5 * knot * thread);
    }
  }
  return data;
}
