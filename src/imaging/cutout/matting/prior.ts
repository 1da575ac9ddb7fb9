import type { Box, Size } from '../../../ad/geometry.ts';
import { createPlane, type Plane } from '../../raster.ts';
import { smoothstep } from '../../smoothstep.ts';
import type { FoundMap } from '../found-map.ts';
import { doubtIn } from '../looks.ts';
import { sampleAt } from './sample-at.ts';

/** Share of a closer look's sides over which it takes over from the first. */
const SEAM = 0.08;

/** Two looks that agree less than this (intersection over union) saw different things, and the first one counts: a little where it was in doubt itself, and much where it was not. */
const SAME_THING_IN_DOUBT = 0.4;
const SAME_THING = 0.87;

/** Doubts of the first look (`doubtIn`) between which the one becomes the other. */
const [CLEAR, IN_DOUBT] = [0.3, 0.4];

/** How far a closer look counts against the first, both being as sure: it sees more, and less round about. */
const CLOSER = 2;

/** What a look counts where it is not sure at all. */
const UNSURE = 0.05;

/**
 * What a model found of a part of a photo: the first look at the whole photo, and in their parts the closer ones.
 *
 * @param maps the first covers the photo
 * @param part what is asked for, in the photo's pixels as the maps' boxes are
 * @param size of the result
 * @returns 0–1
 */
export function priorOf(maps: readonly FoundMap[], part: Box, { width, height }: Size): Plane {
  const [first, ...closer] = maps;
  if (first === undefined) throw new RangeError('Expected at least one map');
  const prior = createPlane(width, height);
  const size = { width, height };
  lay(prior, lookAt(first, part, size), () => 1);
  const doubt = smoothstep((doubtIn(first.map) - CLEAR) / (IN_DOUBT - CLEAR));
  const sameThing = SAME_THING + doubt * (SAME_THING_IN_DOUBT - SAME_THING);
  for (const found of closer) {
    const look = lookAt(found, part, size);
    if (agreement(prior, look) < sameThing) continue;
    const seam = seamOf(found.box, first.box);
    lay(prior, look, (column, row, near, far) => {
      const weight = CLOSER * weightOf(near) * seam(column, row);
      return weight / (weight + weightOf(far));
    });
  }
  return prior;
}

/** A map as it lies on the result: for each column and row, where on its own box they are, 0–1; beyond it outside. */
interface Look {
  readonly map: Plane;
  readonly columns: Float32Array;
  readonly rows: Float32Array;
}

function lookAt({ map, box }: FoundMap, part: Box, { width, height }: Size): Look {
  const columns = Float32Array.from(
    { length: width },
    (_, x) => (part.x + ((x + 0.5) * part.width) / width - box.x) / box.width,
  );
  const rows = Float32Array.from(
    { length: height },
    (_, y) => (part.y + ((y + 0.5) * part.height) / height - box.y) / box.height,
  );
  return { map, columns, rows };
}

/** Calls `each` for all places of the result that the look covers, with what it shows there. */
function overlay(
  { map, columns, rows }: Look,
  each: (i: number, value: number, column: number, row: number) => void,
): void {
  for (let y = 0; y < rows.length; y++) {
    const row = rows[y]!;
    if (row < 0 || row > 1) continue;
    const down = Math.max(0, Math.min(map.height - 1, row * map.height - 0.5));
    for (let x = 0; x < columns.length; x++) {
      const column = columns[x]!;
      if (column < 0 || column > 1) continue;
      const across = Math.max(0, Math.min(map.width - 1, column * map.width - 0.5));
      each(y * columns.length + x, sampleAt(map, across, down), column, row);
    }
  }
}

/** Intersection over union of the soft maps where the look is. */
function agreement(prior: Plane, look: Look): number {
  let [both, either] = [0, 0];
  overlay(look, (i, near) => {
    const far = prior.data[i]!;
    both += Math.min(far, near);
    either += Math.max(far, near);
  });
  return either === 0 ? 0 : both / either;
}

/** Mixes a look in, by its weight (0–1) at each place. In place. */
function lay(
  prior: Plane,
  look: Look,
  weightAt: (column: number, row: number, near: number, far: number) => number,
): void {
  overlay(look, (i, near, column, row) => {
    const far = prior.data[i]!;
    prior.data[i] = far + weightAt(column, row, near, far) * (near - far);
  });
}

/** How far a closer look counts: softly less along its own border, but for where that is the photo's. */
function seamOf(box: Box, photo: Box): (column: number, row: number) => number {
  const [left, top] = [box.x <= photo.x, box.y <= photo.y];
  const right = box.x + box.width >= photo.x + photo.width;
  const bottom = box.y + box.height >= photo.y + photo.height;
  const along = (at: number, open: boolean, shut: boolean): number =>
    Math.min(1, open ? 1 : at / SEAM, shut ? 1 : (1 - at) / SEAM);
  return (column, row) => along(column, left, right) * along(row, top, bottom);
}

/** What a look counts at a place: more the surer it is. */
const weightOf = (value: number): number => UNSURE + (2 * value - 1) ** 2;
