import { seededRandom } from '../../imaging/random.ts';
import { createTile, type Tile } from './tile.ts';

const SIZE = 512;
/** Features a side; the pattern repeats after so many. */
const CELLS = 64;

let made: Tile | undefined;

/**
 * Gradient noise as a tile: one octave, features one unit apart, mean 0, standard deviation 1/3. Far cheaper than
 * createNoise and filtered for any footprint, but it repeats every 64 units and is only bilinear up close: for grain
 * and texture, not for slow gradients. Made once a thread; different places in it serve different seeds.
 */
export function noiseTile(): Tile {
  made ??= createTile(gradientNoise(), SIZE, SIZE / CELLS);
  return made;
}

/** Perlin's gradient noise on a lattice that wraps ("Improving Noise", 2002), with directions drawn at random. */
function gradientNoise(): Float32Array {
  const random = seededRandom(0x7e11);
  const gx = new Float32Array(CELLS * CELLS);
  const gy = new Float32Array(CELLS * CELLS);
  for (let i = 0; i < gx.length; i++) {
    const angle = random() * 2 * Math.PI;
    gx[i] = Math.cos(angle);
    gy[i] = Math.sin(angle);
  }
  const step = CELLS / SIZE;
  const data = new Float32Array(SIZE * SIZE);
  let power = 0;
  for (let row = 0; row < SIZE; row++) {
    const y = (row + 0.5) * step;
    const top = Math.floor(y);
    const fy = y - top;
    const sy = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
    for (let column = 0; column < SIZE; column++) {
      const x = (column + 0.5) * step;
      const left = Math.floor(x);
      const fx = x - left;
      const sx = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
      const a = top * CELLS + left;
      const b = top * CELLS + ((left + 1) % CELLS);
      const c = ((top + 1) % CELLS) * CELLS + left;
      const d = ((top + 1) % CELLS) * CELLS + ((left + 1) % CELLS);
      const upper = gx[a]! * fx + gy[a]! * fy;
      const lower = gx[c]! * fx + gy[c]! * (fy - 1);
      const first = upper + sx * (gx[b]! * (fx - 1) + gy[b]! * fy - upper);
      const second = lower + sx * (gx[d]! * (fx - 1) + gy[d]! * (fy - 1) - lower);
      const value = first + sy * (second - first);
      data[row * SIZE + column] = value;
      power += value * value;
    }
  }
  const gain = 1 / (3 * Math.sqrt(power / data.length));
  for (let i = 0; i < data.length; i++) data[i]! *= gain;
  return data;
}
