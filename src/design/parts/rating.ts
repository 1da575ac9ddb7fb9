import type { SKRSContext2D } from '@napi-rs/canvas';
import type { RatingPart } from '../../ad/design-part.ts';
import type { Face } from '../../ad/face.ts';
import type { Size } from '../../ad/geometry.ts';
import type { HexColour } from '../../ad/scene.ts';
import { mixHex } from '../../imaging/colour.ts';
import { noRoom, type PartDrawer } from './part-drawer.ts';
import { readable, SIGNS, WORDS } from './readable.ts';
import { drawWords, type SizedWords, sizedLines, styleOf } from './words.ts';

const STARS = 5;

/** Points of a star, and its inner radius against the outer: a regular pentagram's is 0.382, a friendlier one's more. */
const POINTS = 5;
const WAIST = 0.45;

/** In em of the number: pitch and radius of stars, gaps, and the size of the source below. */
const PITCH = 0.98;
const RADIUS = 0.45;
const GAP = 0.36;
const SOURCE = 0.5;
const BELOW = 0.42;

interface SetRating extends Size {
  readonly em: number;
  readonly value: SizedWords;
  readonly source: SizedWords;
}

function setRating(part: RatingPart, { width, height }: Size, faces: readonly Face[]): SetRating {
  const loud = styleOf('headline', part.face, Math.min(900, part.weight + 200));
  const quiet = styleOf('sub', part.face, part.weight);
  const at = (em: number): SetRating => {
    const value = sizedLines([part.value], loud, em, faces);
    const source = sizedLines([part.source], quiet, SOURCE * em, faces);
    return {
      em,
      value,
      source,
      width: Math.max(STARS * PITCH * em + GAP * em + value.width, source.width),
      height: Math.max(2 * RADIUS * em, value.height) + BELOW * em + source.height,
    };
  };
  const unit = at(100);
  return at(100 * Math.min(width / unit.width, height / unit.height));
}

/** Five stars, of which as many shine as were given, the number, and below who gave them. */
export const rating: PartDrawer<RatingPart> = {
  measure(part, limits, faces) {
    const set = setRating(part, limits, faces);
    if (set.source.size < limits.smallest) return undefined;
    return {
      width: Math.min(limits.width, Math.ceil(set.width)),
      height: Math.min(limits.height, Math.ceil(set.height)),
      smallestText: set.source.size,
    };
  },
  paint(context, part, box, { ground, ink, accent }, faces) {
    const set = setRating(part, box, faces);
    if (!(set.em > 0)) throw noRoom(part, box);
    const { em, value, source } = set;
    const left = box.x + (box.width - set.width) / 2;
    const top = box.y + (box.height - set.height) / 2;
    const row = Math.max(2 * RADIUS * em, value.height);
    const first = left + (set.width - (STARS * PITCH + GAP) * em - value.width) / 2;
    const letters = readable(ink, ground, WORDS);
    const colours = { full: readable(accent, ground, SIGNS), empty: mixHex(ground, letters, 0.18) };
    for (let i = 0; i < STARS; i++) {
      const middle = { x: first + (i + 0.5) * PITCH * em, y: top + row / 2 };
      drawStar(context, middle.x, middle.y, RADIUS * em, Math.max(0, Math.min(1, part.stars - i)), colours);
    }
    const beside = { x: first + (STARS * PITCH + GAP) * em, y: top + (row - value.height) / 2 };
    drawWords(context, value, beside, letters, faces);
    const under = { x: left + (set.width - source.width) / 2, y: top + row + BELOW * em };
    drawWords(context, source, under, letters, faces);
  },
};

/** @param share of it that shines, from its left, 0–1 */
function drawStar(
  context: SKRSContext2D,
  x: number,
  y: number,
  radius: number,
  share: number,
  { full, empty }: { readonly full: HexColour; readonly empty: HexColour },
): void {
  context.save();
  context.beginPath();
  for (let i = 0; i < 2 * POINTS; i++) {
    const reach = radius * (i % 2 === 0 ? 1 : WAIST);
    const angle = (Math.PI * i) / POINTS;
    context.lineTo(x + reach * Math.sin(angle), y - reach * Math.cos(angle));
  }
  context.closePath();
  context.clip();
  context.fillStyle = empty;
  context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
  context.fillStyle = full;
  context.fillRect(x - radius, y - radius, 2 * radius * share, 2 * radius);
  context.restore();
}
