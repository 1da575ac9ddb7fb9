import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { StampPart } from '../../ad/design-part.ts';
import type { Face } from '../../ad/face.ts';
import { centre } from '../../ad/geometry.ts';
import type { HexColour } from '../../ad/scene.ts';
import { seededRandom } from '../../imaging/random.ts';
import { graphemesOf } from '../../text/graphemes.ts';
import { setLine } from '../../typography/typeset.ts';
import { noRoom, type PartDrawer } from './part-drawer.ts';
import { readable, WORDS } from './readable.ts';
import { drawWords, firstAscent, fittedWords, type SizedWords, sizedLines, styleOf } from './words.ts';

/** As shares of the radius: the two rings' radii and strokes, and the room of the words in the middle. */
const OUTER = { at: 0.955, width: 0.06 };
const INNER = { at: 0.66, width: 0.022 };
/** Where there are no words along it, the rings lie close together. */
const CLOSE = 0.86;
const MIDDLE = 0.86;

/** Em of the words along the ring, and the arc that they may take, degrees. */
const AROUND = { em: 0.165, arc: 300 };

/** Share of the ink that is worn off in specks, and their radius against the stamp's. */
const WORN = 240;
const SPECK = [0.004, 0.016] as const;

interface SetStamp {
  readonly words: SizedWords;
  /** Em in pixels of the words along the ring. */
  readonly around: number;
}

function setStamp(
  part: StampPart,
  radius: number,
  smallest: number,
  faces: readonly Face[],
): SetStamp | undefined {
  const inner = radius * (part.around === undefined ? CLOSE : INNER.at) * MIDDLE;
  // Words in a circle: the largest of several proportions of the room that fits it.
  const rooms = [0.9, 0.8, 0.68, 0.55].map((share) => ({
    width: 2 * inner * share,
    height: 2 * inner * Math.sqrt(1 - share * share),
  }));
  const style = styleOf('headline', part.face, part.weight, { lineHeight: 1.08 });
  const fits = rooms.flatMap((room) => {
    const words = fittedWords(
      part.text,
      style,
      { ...room, smallest, largest: 1.1 * inner, maxLines: 3 },
      faces,
    );
    return words === undefined ? [] : [words];
  });
  const words = fits.toSorted((a, b) => b.size - a.size)[0];
  if (words === undefined) return undefined;
  const em =
    part.around === undefined ? Number.POSITIVE_INFINITY : aroundEm(part.around, part, radius, faces);
  return em < smallest ? undefined : { words, around: em };
}

const baselineRadius = (radius: number, em: number): number =>
  ((OUTER.at + INNER.at) / 2) * radius - 0.36 * em;

function aroundEm(text: string, part: StampPart, radius: number, faces: readonly Face[]): number {
  const em = AROUND.em * radius;
  const length = setLine(text, styleOf('sub', part.face, part.weight, { tracking: 0.06 }), faces).advance;
  const room = ((AROUND.arc * Math.PI) / 180) * baselineRadius(radius, em);
  return Math.min(em, room / length);
}

/** Printed in one ink on what lies behind. */
export const stamp: PartDrawer<StampPart> = {
  measure(part, { width, height, smallest }, faces) {
    const side = Math.floor(Math.min(width, height));
    const set = setStamp(part, side / 2, smallest, faces);
    return set && { width: side, height: side, smallestText: Math.min(set.words.size, set.around) };
  },
  paint(context, part, box, { ground, ink }, faces) {
    const side = Math.floor(Math.min(box.width, box.height));
    const set = setStamp(part, side / 2, 1, faces);
    if (set === undefined) throw noRoom(part, box);
    const colour = readable(ink, ground, WORDS);
    // On a sheet of its own, since what is worn off shows the picture behind.
    const sheet = createCanvas(side, side);
    const on = sheet.getContext('2d');
    on.translate(side / 2, side / 2);
    on.rotate((part.angle * Math.PI) / 180);
    drawRings(on, side / 2, part.around !== undefined, colour);
    drawWords(on, set.words, { x: -set.words.width / 2, y: -set.words.height / 2 }, colour, faces, 'centre');
    if (part.around !== undefined) drawAround(on, part.around, part, side / 2, set.around, colour, faces);
    wear(on, part.seed, side / 2);
    const middle = centre(box);
    context.drawImage(sheet, Math.round(middle.x - side / 2), Math.round(middle.y - side / 2));
  },
};

function drawRings(context: SKRSContext2D, radius: number, spaced: boolean, colour: HexColour): void {
  context.strokeStyle = colour;
  for (const { at, width } of [OUTER, { ...INNER, at: spaced ? INNER.at : CLOSE }]) {
    context.lineWidth = width * radius;
    context.beginPath();
    context.arc(0, 0, at * radius, 0, 2 * Math.PI);
    context.stroke();
  }
}

/** Letters one by one along the ring, their middle at the top. */
function drawAround(
  context: SKRSContext2D,
  text: string,
  part: StampPart,
  radius: number,
  em: number,
  colour: HexColour,
  faces: readonly Face[],
): void {
  const style = styleOf('sub', part.face, part.weight, { tracking: 0.06 });
  const along = baselineRadius(radius, em);
  const letters = graphemesOf(text);
  const advances = letters.map((letter) => (setLine(letter, style, faces).advance || 0.3) * em);
  let angle = -advances.reduce((sum, each) => sum + each, 0) / 2 / along;
  for (const [i, letter] of letters.entries()) {
    const half = (advances[i] ?? 0) / 2 / along;
    angle += half;
    if (letter.trim() !== '') {
      context.save();
      context.rotate(angle);
      const word = sizedLines([letter], style, em, faces);
      drawWords(context, word, { x: -word.width / 2, y: -along - firstAscent(word) }, colour, faces);
      context.restore();
    }
    angle += half;
  }
}

/** Takes specks of ink away: fine over all of it, and more at one side, where the hand pressed less. */
function wear(context: SKRSContext2D, seed: number, radius: number): void {
  const random = seededRandom(seed);
  const weak = random() * 2 * Math.PI;
  context.save();
  context.globalCompositeOperation = 'destination-out';
  for (let i = 0; i < WORN; i++) {
    const angle = weak + (random() + random() + random() - 1.5) * Math.PI;
    // The rim wears first: words stay whole enough to be read.
    const at = radius * Math.sqrt(0.5 + 0.5 * random());
    const size = radius * (SPECK[0] + (SPECK[1] - SPECK[0]) * random() ** 3);
    context.globalAlpha = 0.5 + 0.5 * random();
    context.beginPath();
    context.arc(at * Math.cos(angle), at * Math.sin(angle), size, 0, 2 * Math.PI);
    context.fill();
  }
  context.restore();
}
