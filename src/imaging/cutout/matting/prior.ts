import type { Size } from '../../../ad/geometry.ts';
import { resizePlane } from '../../filter.ts';
import { createPlane, type Plane } from '../../raster.ts';
import type { FoundMap } from '../found-map.ts';

/** Share of a closer look's sides over which it takes over from the first. */
const SEAM = 0.08;

/** Two looks that agree less than this (intersection over union) saw different things, and the first one counts. */
const SAME_THING = 0.4;

/** How far a closer look counts against the first, both being as sure: it sees more, and less round about. */
const CLOSER = 2;

/** What a look counts where it is not sure at all. */
const UNSURE = 0.05;

/**
 * What a model found, at another size: the first look at the whole photo, and in their parts the closer ones.
 *
 * @param maps the first covers the photo
 * @param photo whose pixels the maps' boxes are in
 * @param size of the result
 * @returns 0–1
 */
export function priorOf(maps: readonly FoundMap[], photo: Size, { width, height }: Size): Plane {
  const [first, ...closer] = maps;
  if (first === undefined) throw new RangeError('Expected at least one map');
  const prior = createPlane(width, height);
  prior.data.set(resizePlane(first.map, width, height).data);
  const [perX, perY] = [width / photo.width, height / photo.height];
  for (const { map, box } of closer) {
    const left = Math.round(box.x * perX);
    const top = Math.round(box.y * perY);
    const part = resizePlane(
      map,
      Math.max(1, Math.min(width, Math.round((box.x + box.width) * perX)) - left),
      Math.max(1, Math.min(height, Math.round((box.y + box.height) * perY)) - top),
    );
    if (agreement(prior, part, left, top) >= SAME_THING) lay(prior, part, left, top);
  }
  return prior;
}

/** Intersection over union of the soft maps in the part. */
function agreement(prior: Plane, part: Plane, left: number, top: number): number {
  let [both, either] = [0, 0];
  for (let y = 0; y < part.height; y++) {
    for (let x = 0; x < part.width; x++) {
      const [a, b] = [prior.data[(top + y) * prior.width + left + x]!, part.data[y * part.width + x]!];
      both += Math.min(a, b);
      either += Math.max(a, b);
    }
  }
  return either === 0 ? 0 : both / either;
}

/** Lays the part over the prior, softly along its own border, but for where that is the photo's. In place. */
function lay(prior: Plane, part: Plane, left: number, top: number): void {
  const [right, bottom] = [left + part.width === prior.width, top + part.height === prior.height];
  for (let y = 0; y < part.height; y++) {
    const down = seamAt(y, part.height, top === 0, bottom);
    for (let x = 0; x < part.width; x++) {
      const i = (top + y) * prior.width + left + x;
      const far = prior.data[i]!;
      const near = part.data[y * part.width + x]!;
      const weight = CLOSER * weightOf(near) * down * seamAt(x, part.width, left === 0, right);
      prior.data[i]! += (weight / (weight + weightOf(far))) * (near - far);
    }
  }
}

function seamAt(at: number, length: number, openStart: boolean, openEnd: boolean): number {
  const start = openStart ? 1 : (at + 0.5) / (SEAM * length);
  const end = openEnd ? 1 : (length - at - 0.5) / (SEAM * length);
  return Math.min(1, start, end);
}

/** What a look counts at a place: more the surer it is. */
const weightOf = (value: number): number => UNSURE + (2 * value - 1) ** 2;
