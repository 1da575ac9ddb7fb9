import { area, type Box } from '../../../ad/geometry.ts';
import type { Raster } from '../../raster.ts';
import { type Bar, findBar } from './find-bar.ts';
import { findFramedPhoto } from './find-framed-photo.ts';
import { SIDES, type Side, without } from './lines.ts';

/** What was round a photo. */
export interface Trimmed {
  readonly box: Box;
  readonly around: 'bars' | 'screenshot';
}

/** Height against width from which on a picture may be a phone's screen: the oldest in use have 16:9. */
const SCREEN = 1.6;

/** How often it is looked for bars anew: bars within bars are an edited video's, or a screenshot of one. */
const ROUNDS = 3;

/**
 * Finds the photo within the bars of a letterbox or the surroundings that a phone's gallery, a chat or a social app shows
 * it in: bars of one colour at any side, and on a phone's screen above and below with what is written on them, or margins
 * all round.
 *
 * @returns undefined where there is nothing around the photo
 */
export function trimBars(photo: Raster): Trimmed | undefined {
  const whole: Box = { x: 0, y: 0, width: photo.width, height: photo.height };
  const isScreen = photo.height >= SCREEN * photo.width;
  const framed = isScreen ? findFramedPhoto(photo) : undefined;
  let box = framed ?? whole;
  let screenshot = framed !== undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const before = box;
    for (const side of SIDES) {
      const bar = barAt(photo, box, side, isScreen);
      if (bar === undefined) continue;
      box = without(box, side, bar.lines);
      screenshot ||= bar.written;
    }
    if (box === before) break;
  }
  return area(box) === area(whole) ? undefined : { box, around: screenshot ? 'screenshot' : 'bars' };
}

const barAt = (photo: Raster, box: Box, side: Side, isScreen: boolean): Bar | undefined =>
  findBar(photo, { box, side, written: isScreen && (side === 'top' || side === 'bottom') });
