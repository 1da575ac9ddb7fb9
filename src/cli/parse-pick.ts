import { MAX_PHOTOS, REQUEST_RANGES } from '../ad/parse/request-limits.ts';
import { parseNumber } from './parse-number.ts';

/**
 * Which thing of each photo is meant: `2` of the first, `2,1` of two, `,2` of the second alone; `0` for all things of a
 * photo.
 *
 * @throws UserError `bad-number`
 */
export function parsePick(typed: string): readonly (number | undefined)[] {
  // One more than photos can be: too many are refused where the photos are known.
  const parts = typed.split(',', MAX_PHOTOS + 1);
  return parts.map((part) =>
    parts.length > 1 && part.trim() === '' ? undefined : parseNumber('--pick', part, REQUEST_RANGES.pick),
  );
}
