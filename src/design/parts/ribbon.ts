import type { SKRSContext2D } from '@napi-rs/canvas';
import type { RibbonPart } from '../../ad/design-part.ts';
import type { Face } from '../../ad/face.ts';
import type { Box, Point, Size } from '../../ad/geometry.ts';
import { mixHex } from '../../imaging/colour.ts';
import { noRoom, type PartDrawer } from './part-drawer.ts';
import { readable, WORDS } from './readable.ts';
import { drawWords, type SizedWords, sizedLines, smallestEm, styleOf } from './words.ts';

/** In em of the words: around them on the band, and what an end sticks out by. */
const AROUND = { across: 0.9, down: 0.5 };
const END = 1.15;

/** By how much an end lies lower than the band, and how deep its notch is, in em. */
const DROP = 0.34;
const NOTCH = 0.5;

/** How much of an end lies under the band, in em. */
const UNDER = 0.55;

function setRibbon(part: RibbonPart, { width, height }: Size, faces: readonly Face[]): SizedWords {
  const style = styleOf('badge', part.face, part.weight);
  const { set } = sizedLines([part.text], style, 1, faces);
  const drop = part.ends === 'folded' ? DROP : 0;
  const em = Math.min(
    width / (set.width + 2 * (AROUND.across + END - (part.ends === 'folded' ? 0 : NOTCH))),
    height / (set.height + 2 * AROUND.down + drop),
  );
  return sizedLines([part.text], style, em, faces);
}

/** A band across its box, as a shop lays it over a corner or under a headline. */
export const ribbon: PartDrawer<RibbonPart> = {
  measure(part, limits, faces) {
    const words = setRibbon(part, limits, faces);
    const smallestText = smallestEm(words);
    if (smallestText < limits.smallest) return undefined;
    const size = sizeOf(part, words);
    return {
      width: Math.min(limits.width, Math.ceil(size.width)),
      height: Math.min(limits.height, Math.ceil(size.height)),
      smallestText,
    };
  },
  paint(context, part, box, { ground, ink }, faces) {
    const words = setRibbon(part, box, faces);
    if (!(words.size > 0)) throw noRoom(part, box);
    const size = sizeOf(part, words);
    const em = words.size;
    const drop = part.ends === 'folded' ? DROP * em : 0;
    const y = box.y + (box.height - size.height) / 2;
    const outside = part.ends === 'folded' ? END * em : (END - NOTCH) * em;
    const band: Box = { x: box.x + outside, y, width: box.width - 2 * outside, height: size.height - drop };
    const behind = mixHex(ground, '#000000', 0.22);
    const fold = mixHex(ground, '#000000', 0.45);
    for (const side of [-1, 1] as const) {
      const edge = side === -1 ? band.x : band.x + band.width;
      if (part.ends === 'folded') drawFolded(context, { x: edge, y }, side, em, band.height, behind, fold);
      else drawTail(context, { x: edge, y }, side, em, band.height, ground);
    }
    context.fillStyle = ground;
    context.fillRect(band.x, band.y, band.width, band.height);
    const at = {
      x: band.x + (band.width - words.width) / 2,
      y: band.y + (band.height - words.height) / 2,
    };
    drawWords(context, words, at, readable(ink, ground, WORDS), faces, 'centre');
  },
};

function sizeOf({ ends }: RibbonPart, { width, height, size }: SizedWords): Size {
  const outside = ends === 'folded' ? END : END - NOTCH;
  return {
    width: width + 2 * (AROUND.across + outside) * size,
    height: height + (2 * AROUND.down + (ends === 'folded' ? DROP : 0)) * size,
  };
}

/** An end that goes back under the band, notched, and the fold that joins the two. */
function drawFolded(
  context: SKRSContext2D,
  { x, y }: Point,
  side: -1 | 1,
  em: number,
  height: number,
  behind: string,
  fold: string,
): void {
  const top = y + DROP * em;
  const out = x + side * END * em;
  const under = x - side * UNDER * em;
  fillPath(context, behind, [
    [under, top],
    [out, top],
    [out - side * NOTCH * em, top + height / 2],
    [out, top + height],
    [under, top + height],
  ]);
  fillPath(context, fold, [
    [x, y + height],
    [under, y + height],
    [under, top + height],
  ]);
}

/** The band goes on and is cut to a tail. */
function drawTail(
  context: SKRSContext2D,
  { x, y }: Point,
  side: -1 | 1,
  em: number,
  height: number,
  colour: string,
): void {
  const out = x + side * (END - NOTCH) * em;
  fillPath(context, colour, [
    [x - side, y],
    [out, y],
    [out - side * NOTCH * em, y + height / 2],
    [out, y + height],
    [x - side, y + height],
  ]);
}

function fillPath(
  context: SKRSContext2D,
  colour: string,
  points: readonly (readonly [number, number])[],
): void {
  context.fillStyle = colour;
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.closePath();
  context.fill();
}
