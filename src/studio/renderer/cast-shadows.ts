import type { Camera } from './camera.ts';
import { createCasters } from './casters.ts';
import { type FirstHits, hides } from './first-hits.ts';
import type { Lights } from './light.ts';
import { lampVisibility, skyVisibility } from './light-visibility.ts';
import { type Strip, viewRows } from './profile.ts';
import { COLUMN_STEP, type RoomShadows, stepsAcross } from './room.ts';
import { createRay, type Solid } from './solid.ts';
import { createVisibilityLattice, interpolateVisibility, setVisibility } from './visibility-lattice.ts';

/** Neighbours ask in other directions, so that the mean of any four holds all. */
const skyTurn = (step: number, row: number): number => ((row & 4) / 2 + (step & 2) / 2) * 0.31;

/**
 * How much of the lamps' and of the general light reaches the boards past the things that stand on them.
 *
 * Each place asks a turned set of points, the turn repeating every few places, and the answers are then averaged
 * over as many: soft shadows without grain or steps. Every second row is worked out, the others lie between; what is
 * kept of the light from everywhere changes slowly, so for it every second place of every fourth row is enough.
 */
export function castShadows(
  camera: Camera,
  strips: readonly Strip[],
  lights: Lights,
  solids: readonly Solid[],
  seen: FirstHits,
): RoomShadows {
  const columns = stepsAcross(camera.width);
  const size = columns * camera.height;
  const whole = (): Float32Array => new Float32Array(size).fill(1);
  const key = whole();
  const sky = createVisibilityLattice(Math.ceil(columns / 2), Math.ceil(camera.height / 4));
  const second = lights.second === undefined ? key : whole();
  const rows = viewRows(camera, strips);
  const casters = createCasters(solids.filter((solid) => solid.recessed !== true));
  const ray = createRay();
  for (let row = 0; row < camera.height; row += 2) {
    const { y, z, ny, nz } = rows[row]!.first;
    const across = z / camera.focal;
    for (let step = 0; step < columns; step++) {
      const column = step * COLUMN_STEP;
      // Where a solid hides the room and what is next to it, nobody sees the shadow.
      if (
        hides(seen, solids, column - COLUMN_STEP, row) &&
        hides(seen, solids, column, row + 4) &&
        hides(seen, solids, column, row - 4) &&
        hides(seen, solids, column + COLUMN_STEP, row)
      ) {
        continue;
      }
      const x = (column + 0.5 - camera.centre) * across;
      const i = row * columns + step;
      const turn = ((row & 2) + (step & 1)) * 0.31;
      ray.ox = x;
      ray.oy = y + ny * 1e-3;
      ray.oz = z + nz * 1e-3;
      key[i] = lampVisibility(ray, lights.key, casters, turn, undefined);
      if (lights.second !== undefined)
        second[i] = lampVisibility(ray, lights.second, casters, turn, undefined);
      if ((row & 3) === 0 && (step & 1) === 0) {
        setVisibility(
          sky,
          step >> 1,
          row >> 2,
          skyVisibility(ray, 0, ny, nz, casters, skyTurn(step, row), undefined),
        );
      }
    }
  }
  for (const share of second === key ? [key] : [key, second]) {
    between(share, columns, camera.height);
    smooth(share, columns, camera.height);
  }
  const fill = interpolateVisibility(sky, columns, camera.height);
  return { columns, key, second, fill };
}

/** Fills every second row with the mean of its neighbours. */
function between(data: Float32Array, columns: number, rows: number): void {
  for (let row = 1; row < rows; row += 2) {
    const above = (row - 1) * columns;
    const below = row + 1 < rows ? above + 2 * columns : above;
    for (let i = 0; i < columns; i++) data[row * columns + i] = 0.5 * (data[above + i]! + data[below + i]!);
  }
}

/** Mean over three columns and five rows, in place. */
function smooth(data: Float32Array, columns: number, rows: number): void {
  const source = data.slice();
  const line = new Float32Array(columns);
  for (let row = 0; row < rows; row++) {
    line.fill(0);
    let count = 0;
    for (let y = Math.max(0, row - 2); y <= Math.min(rows - 1, row + 2); y++) {
      for (let i = 0; i < columns; i++) line[i]! += source[y * columns + i]!;
      count++;
    }
    const to = row * columns;
    for (let i = 0; i < columns; i++) {
      const left = line[Math.max(0, i - 1)]!;
      const right = line[Math.min(columns - 1, i + 1)]!;
      data[to + i] = (0.5 * line[i]! + 0.25 * (left + right)) / count;
    }
  }
}
