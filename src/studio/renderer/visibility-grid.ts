import { type FirstHits, readHit } from './first-hits.ts';
import { createRay } from './solid.ts';
import type { TracedScene, Visibility } from './traced-scene.ts';
import { traceVisibility } from './visibility.ts';

/**
 * Shares of light on the solids, asked at every second pixel each way where a solid may shade itself, and at every
 * fourth on plain ones. Each is the mean with its neighbours on the same surface, and pixels lie between: soft, and
 * without grain.
 */
export interface VisibilityGrid {
  readonly fine: Lattice;
  readonly coarse: Lattice;
}

interface Lattice {
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
  /** Pixel of the frame that each cell was asked at; −1 = none. */
  readonly pixel: Int32Array;
  readonly key: Float32Array;
  readonly second: Float32Array;
  readonly sky: Float32Array;
}

export function createVisibilityGrid(scene: TracedScene, seen: FirstHits): VisibilityGrid {
  return { fine: ask(scene, seen, 2, true), coarse: ask(scene, seen, 4, false) };
}

function ask(scene: TracedScene, seen: FirstHits, step: number, selfShadows: boolean): Lattice {
  const { width, height } = seen.frame;
  const columns = Math.ceil(width / step);
  const rows = Math.ceil(height / step);
  const count = columns * rows;
  const lattice: Lattice = {
    step,
    columns,
    rows,
    pixel: new Int32Array(count).fill(-1),
    key: new Float32Array(count),
    second: new Float32Array(count),
    sky: new Float32Array(count),
  };
  const wanted = scene.solids.map((solid) => solid.selfShadows === selfShadows);
  const ray = createRay();
  const visibility: Visibility = { key: 1, second: 1, sky: 1 };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const own = pixelIn(seen, column * step, row * step, step, wanted);
      if (own < 0) continue;
      const solid = scene.solids[(seen.solidIds[own]! >> 6) - 1]!;
      const x = own % width;
      const y = (own - x) / width;
      readHit(seen, scene.camera, x, y, ray);
      if ((solid.materials[ray.materialIndex] ?? solid.materials[0]!).transmission !== undefined) continue;
      traceVisibility(scene, solid, ray, ((row & 1) * 2 + (column & 1)) * 0.31, visibility);
      const cell = row * columns + column;
      lattice.pixel[cell] = own;
      lattice.key[cell] = visibility.key;
      lattice.second[cell] = visibility.second;
      lattice.sky[cell] = visibility.sky;
    }
  }
  return calmed(lattice, seen);
}

/** The lattice with each value the mean of those about it on the same surface, weighed 1, 2, 1 each way. */
function calmed(lattice: Lattice, seen: FirstHits): Lattice {
  const { columns, rows, pixel, key, second, sky } = lattice;
  const out = { key: key.slice(), second: second.slice(), sky: sky.slice() };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      const own = pixel[cell]!;
      if (own < 0) continue;
      let sumKey = 0;
      let sumSecond = 0;
      let sumSky = 0;
      let total = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          const other = y * columns + x;
          const at = pixel[other]!;
          if (at < 0 || seen.solidIds[at] !== seen.solidIds[own] || !alike(seen, own, at)) continue;
          const weight = (x === column ? 2 : 1) * (y === row ? 2 : 1);
          sumKey += weight * key[other]!;
          sumSecond += weight * second[other]!;
          sumSky += weight * sky[other]!;
          total += weight;
        }
      }
      out.key[cell] = sumKey / total;
      out.second[cell] = sumSecond / total;
      out.sky[cell] = sumSky / total;
    }
  }
  return { ...lattice, ...out };
}

/** The first pixel of a cell, by halves, that shows a wanted solid; −1 = none. */
function pixelIn(seen: FirstHits, x: number, y: number, step: number, wanted: readonly boolean[]): number {
  const { width, height } = seen.frame;
  const half = step / 2;
  for (let dy = 0; dy < step && y + dy < height; dy += half) {
    for (let dx = 0; dx < step && x + dx < width; dx += half) {
      const i = (y + dy) * width + x + dx;
      const own = seen.solidIds[i]!;
      if (own !== 0 && wanted[(own >> 6) - 1] === true) return i;
    }
  }
  return -1;
}

/** Cosine from which normals count as turned alike, times 127². */
const ALIKE = 14000;

/** Whether two pixels' surfaces are turned alike. */
function alike({ normals }: FirstHits, one: number, other: number): boolean {
  const i = one * 3;
  const n = other * 3;
  return (
    normals[i]! * normals[n]! + normals[i + 1]! * normals[n + 1]! + normals[i + 2]! * normals[n + 2]! >= ALIKE
  );
}

/**
 * Shares at pixel `x`, `y` of the frame for the surface `own` (as in Seen), into `shares`; undefined where no place
 * near was asked.
 */
export function readVisibility(
  grid: VisibilityGrid,
  seen: FirstHits,
  selfShadows: boolean,
  x: number,
  y: number,
  own: number,
  visibility: Visibility,
): Visibility | undefined {
  const lattice = selfShadows ? grid.fine : grid.coarse;
  return (
    readWithin(lattice, seen, x, y, own, 1, visibility) ?? readWithin(lattice, seen, x, y, own, 2, visibility)
  );
}

/** The mean of the places on the surface that are less than `reach` cells away, the nearer the more. */
function readWithin(
  { step, columns, rows, pixel, key, second, sky }: Lattice,
  seen: FirstHits,
  x: number,
  y: number,
  own: number,
  reach: number,
  visibility: Visibility,
): Visibility | undefined {
  const { solidIds, frame } = seen;
  const across = (x - 0.5 * (step - 1)) / step;
  const down = (y - 0.5 * (step - 1)) / step;
  const left = Math.floor(across) + 1 - reach;
  const top = Math.floor(down) + 1 - reach;
  const here = y * frame.width + x;
  const same = solidIds[here] === own;
  let sumKey = 0;
  let sumSecond = 0;
  let sumSky = 0;
  let total = 0;
  for (let row = Math.max(0, top); row < Math.min(rows, top + 2 * reach); row++) {
    const wy = reach - Math.abs(row - down);
    if (wy <= 0) continue;
    for (let column = Math.max(0, left); column < Math.min(columns, left + 2 * reach); column++) {
      const wx = reach - Math.abs(column - across);
      if (wx <= 0) continue;
      const cell = row * columns + column;
      const at = pixel[cell]!;
      if (at < 0 || solidIds[at] !== own) continue;
      if (same && !alike(seen, here, at)) continue;
      const weight = wx * wy;
      sumKey += weight * key[cell]!;
      sumSecond += weight * second[cell]!;
      sumSky += weight * sky[cell]!;
      total += weight;
    }
  }
  if (total === 0) return undefined;
  visibility.key = sumKey / total;
  visibility.second = sumSecond / total;
  visibility.sky = sumSky / total;
  return visibility;
}
