import type { Box } from '../../../ad/geometry.ts';
import { PICK_ALL } from '../../../ad/request.ts';
import { UserError } from '../../../errors/user-error.ts';
import { createPlane, type Plane, type Raster } from '../../raster.ts';
import { type FoundThings, STRAY } from './find-things.ts';

/**
 * Which of the things are meant.
 *
 * @param pick from 1, as people count; PICK_ALL; absent = what is meant unless somebody says otherwise
 * @returns indices in `things`; none where nothing was found
 * @throws UserError `pick-unknown` where there are not so many
 */
export function pickThings(found: Pick<FoundThings, 'things' | 'default'>, pick?: number): readonly number[] {
  const { things } = found;
  if (pick === undefined || things.length === 0) return found.default;
  if (pick === PICK_ALL) return things.map((_, i) => i);
  if (things[pick - 1] === undefined) throw new UserError('pick-unknown', { pick, count: things.length });
  return [pick - 1];
}

/**
 * What a plane says of the chosen things alone.
 *
 * @param part of the photo that the plane covers, in the photo's pixels
 * @param picked indices in the things
 * @returns the same plane where there is nothing to leave out; else with 0 wherever another thing is nearest
 */
export function withoutOthers(
  plane: Plane,
  part: Box,
  photo: Pick<Raster, 'width' | 'height'>,
  { things, territory }: FoundThings,
  picked: readonly number[],
): Plane {
  const all = picked.length === things.length;
  const kept = (owner: number): boolean => owner !== STRAY && (all || picked.includes(owner));
  if (territory.owners.every(kept)) return plane;
  const out = createPlane(plane.width, plane.height);
  const [perX, perY] = [part.width / plane.width, part.height / plane.height];
  for (let y = 0; y < plane.height; y++) {
    const row = placeOf(part.y + (y + 0.5) * perY, photo.height, territory.height) * territory.width;
    for (let x = 0; x < plane.width; x++) {
      const column = placeOf(part.x + (x + 0.5) * perX, photo.width, territory.width);
      const i = y * plane.width + x;
      if (kept(territory.owners[row + column]!)) out.data[i] = plane.data[i]!;
    }
  }
  return out;
}

/** A position in a photo as a place of a grid. */
function placeOf(position: number, side: number, places: number): number {
  return Math.min(places - 1, Math.max(0, Math.floor((position * places) / side)));
}
