import type { SKRSContext2D } from '@napi-rs/canvas';
import type { BadgePart } from '../../ad/design-part.ts';
import type { Face } from '../../ad/face.ts';
import { centre, type Size } from '../../ad/geometry.ts';
import type { HexColour } from '../../ad/scene.ts';
import { breakUnits } from '../../typography/break-lines.ts';
import { chooseBreaks } from '../../typography/choose-breaks.ts';
import type { TextStyle } from '../../typography/style.ts';
import { setLine } from '../../typography/typeset.ts';
import { traceBurst, traceDisc, tracePill, traceScallop } from './outlines.ts';
import { noRoom, type PartDrawer } from './part-drawer.ts';
import { readable, SIGNS, WORDS } from './readable.ts';
import { drawWords, type SizedWords, sizedLines, smallestEm, styleOf } from './words.ts';

/** Sizes against the offer's own em: of the small lines, the old price's digits, and lines without a number. */
const SMALL = 0.34;
const OLD = 0.52;
const WORDS_ALONE = 0.6;

/** What the old price is set in within a price (typography/typeset). */
const OLD_IN_PRICE = 0.42;

/** Between lines, in the offer's em. */
const GAP = 0.2;

/** Radius of the circle that the words stand in, as a share of the sign's. */
const INSIDE: Readonly<Record<Exclude<BadgePart['shape'], 'pill'>, number>> = {
  disc: 0.9,
  burst: 0.8,
  scallop: 0.84,
};

/** A line inside the edge: where it is, and how thick, as shares of the radius. */
const RING = { at: 0.9, width: 0.022 };

/** By how much the words keep away from a ring. */
const INSIDE_RING = 0.9;

/** Largest em of an offer, as a share of the radius: more says nothing louder. */
const LARGEST = 1.05;

const MAX_LINES = 3;
const STEP = 0.97;

/** Words around a pill, in its em. */
const PILL = { across: 0.75, down: 0.42 };

interface StackedLine {
  readonly words: SizedWords;
  /** Of its ink, from the middle of the stack. */
  readonly top: number;
}

/** The lines of a badge under one another, at an em of the offer. @param lines those of the offer */
function stackOf(
  part: BadgePart,
  lines: readonly string[],
  em: number,
  faces: readonly Face[],
): readonly StackedLine[] {
  const small = styleOf('badge', part.face, part.weight);
  const price = styleOf('price', part.face, part.weight, { lineHeight: 1.06 });
  const rows: Omit<StackedLine, 'top'>[] = [];
  const add = (text: string, style: TextStyle, size: number): void => {
    rows.push({ words: sizedLines([text], style, size, faces) });
  };
  if (part.label !== undefined) add(part.label, small, SMALL * em);
  if (part.old !== undefined) add(`~~${part.old}~~`, price, (OLD / OLD_IN_PRICE) * em);
  for (const line of lines) {
    // Within a price, words are a whisper; alone on a line of a badge they are half of what is shouted.
    if (/\d/.test(line)) add(line, price, em);
    else add(line, small, (lines.length === 1 ? 1 : WORDS_ALONE) * em);
  }
  if (part.note !== undefined) add(part.note, small, SMALL * em);
  const gap = GAP * em;
  const height = rows.reduce((sum, { words }) => sum + words.height, gap * (rows.length - 1));
  let y = -height / 2;
  return rows.map((row) => {
    const top = y;
    y += row.words.height + gap;
    return { ...row, top };
  });
}

const isInCircle = ({ words: { width, height }, top }: StackedLine, radius: number): boolean =>
  Math.hypot(width / 2, Math.max(Math.abs(top), Math.abs(top + height))) <= radius;

/** The ways to break an offer into lines. */
function waysOf(part: BadgePart, faces: readonly Face[]): readonly (readonly string[])[] {
  const units = breakUnits(part.text);
  const style = styleOf('price', part.face, part.weight);
  const widthOf = (text: string): number => setLine(text, style, faces).advance;
  const most = part.shape === 'pill' ? 1 : MAX_LINES;
  return Array.from({ length: most }, (_, i) => chooseBreaks(units, i + 1, widthOf)?.lines).filter(
    (lines) => lines !== undefined,
  );
}

/** The stack whose offer is largest in a circle of a radius, in pixels. */
function inCircle(
  part: BadgePart,
  radius: number,
  faces: readonly Face[],
): readonly StackedLine[] | undefined {
  if (part.shape === 'pill') return undefined;
  const room = radius * INSIDE[part.shape] * (part.ring ? INSIDE_RING : 1);
  let best: { readonly em: number; readonly stack: readonly StackedLine[] } | undefined;
  for (const lines of waysOf(part, faces)) {
    for (let em = LARGEST * radius; em >= Math.max(1, best?.em ?? 0); em *= STEP) {
      const stack = stackOf(part, lines, em, faces);
      if (!stack.every((line) => isInCircle(line, room))) continue;
      if (best === undefined || em > best.em) best = { em, stack };
      break;
    }
  }
  return best?.stack;
}

/** The one line of a pill, label and note beside the offer being part of it, at its largest in a box. */
function inPill(part: BadgePart, { width, height }: Size, faces: readonly Face[]) {
  const text = [part.label, part.old && `~~${part.old}~~`, part.text, part.note].filter(Boolean).join(' ');
  const style = styleOf('badge', part.face, part.weight);
  const priced = part.old === undefined ? style : { ...style, slot: 'price' as const };
  const set = sizedLines([text], priced, 1, faces);
  const em = Math.min(width / (set.width + 2 * PILL.across), height / (set.height + 2 * PILL.down));
  return { words: sizedLines([text], priced, em, faces), em };
}

export const badge: PartDrawer<BadgePart> = {
  measure(part, { width, height, smallest }, faces) {
    if (part.shape === 'pill') {
      const { words, em } = inPill(part, { width, height }, faces);
      const smallestText = smallestEm(words);
      if (smallestText < smallest) return undefined;
      return {
        width: Math.min(width, Math.ceil(words.width + 2 * PILL.across * em)),
        height: Math.min(height, Math.ceil(words.height + 2 * PILL.down * em)),
        smallestText,
      };
    }
    const side = Math.floor(Math.min(width, height));
    const stack = inCircle(part, side / 2, faces);
    if (stack === undefined) return undefined;
    const smallestText = Math.min(...stack.map(({ words }) => smallestEm(words)));
    return smallestText < smallest ? undefined : { width: side, height: side, smallestText };
  },
  paint(context, part, box, { ground, ink, accent }, faces) {
    const letters = readable(ink, ground, WORDS);
    context.fillStyle = ground;
    context.beginPath();
    if (part.shape === 'pill') {
      const { words } = inPill(part, box, faces);
      tracePill(context, box);
      context.fill();
      const at = { x: box.x + (box.width - words.width) / 2, y: box.y + (box.height - words.height) / 2 };
      drawWords(context, words, at, letters, faces, 'centre');
      return;
    }
    const radius = Math.min(box.width, box.height) / 2;
    const middle = centre(box);
    const stack = inCircle(part, radius, faces);
    if (stack === undefined) throw noRoom(part, box);
    context.save();
    context.translate(middle.x, middle.y);
    context.rotate((part.angle * Math.PI) / 180);
    traceShape(context, part.shape, radius);
    context.fill();
    if (part.ring)
      drawRing(context, radius * (INSIDE[part.shape] / INSIDE.disc), readable(accent, ground, SIGNS));
    for (const { words, top } of stack) {
      drawWords(context, words, { x: -words.width / 2, y: top }, letters, faces, 'centre');
    }
    context.restore();
  },
};

function traceShape(context: SKRSContext2D, shape: 'disc' | 'burst' | 'scallop', radius: number): void {
  if (shape === 'disc') traceDisc(context, radius);
  else if (shape === 'burst') traceBurst(context, radius);
  else traceScallop(context, radius);
}

function drawRing(context: SKRSContext2D, radius: number, colour: HexColour): void {
  context.strokeStyle = colour;
  context.lineWidth = RING.width * radius;
  context.beginPath();
  context.arc(0, 0, RING.at * radius, 0, 2 * Math.PI);
  context.stroke();
}
