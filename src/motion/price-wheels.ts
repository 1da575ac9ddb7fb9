import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Face } from '../ad/face.ts';
import { type Box, contains, expand } from '../ad/geometry.ts';
import type { TextBlock } from '../ad/layout.ts';
import { drawn, fromCanvas } from '../imaging/canvas.ts';
import type { Raster } from '../imaging/raster.ts';
import { measureRun } from '../typography/measure.ts';
import { paintBehind } from '../typography/paint-block.ts';
import { fillLetters, type PlacedText, placeLines } from '../typography/paint-text.ts';
import { cssFont } from '../typography/register-faces.ts';
import type { Wheel } from './loop.ts';

/** The digits of a price that turn, and the block without them. */
export interface TurningPrice {
  readonly wheels: readonly Wheel[];
  readonly bare: Raster;
}

/** Digits on a strip: once around, and the one that it begins with again. */
const ON_STRIP = 11;

/** Above and below the digits in their window, in their em. */
const AIR = 0.1;

/**
 * What is needed to turn the digits of a price. The old price stays as it is, and so do digits of words beside it:
 * only the largest turn. Undefined where none can: letters that are turned, in columns, or with something drawn
 * around them.
 *
 * @param box of the block's picture
 */
export function turningPrice(block: TextBlock, box: Box, faces: readonly Face[]): TurningPrice | undefined {
  const isPlain =
    block.treatment === 'none' ||
    block.treatment === 'scrim' ||
    block.treatment === 'panel' ||
    block.treatment === 'blur';
  if (block.slot !== 'price' || block.vertical || block.angle !== undefined || !isPlain) return undefined;
  const placed = placeLines(block, faces);
  const largest = Math.max(
    ...placed.runs.filter(({ run }) => !run.struck && HAS_DIGIT.test(run.text)).map(({ run }) => run.scale),
    0,
  );
  const isTurning = ({ run }: PlacedText['runs'][number]): boolean =>
    !run.struck && run.scale === largest && HAS_DIGIT.test(run.text);
  const turning = placed.runs.filter(isTurning);
  const em = placed.size * largest;
  const wheels = turning.flatMap((run) => wheelsOf(run, em, block.colour));
  const isApart = wheels.every((wheel) => contains(expand(box, 0), wheel.box));
  if (wheels.length < 2 || !isApart) return undefined;
  const bare = drawn(box.width, box.height, (context) => {
    context.translate(-box.x, -box.y);
    paintBehind(context, block, faces);
    context.fillStyle = block.colour;
    fillLetters(context, { ...placed, runs: placed.runs.filter((run) => !isTurning(run)) });
    for (const { run, x, y } of turning) {
      context.font = cssFont(run.font, em);
      for (const { character, at } of charactersOf(run)) {
        if (!DIGIT.test(character)) context.fillText(character, x + at * em, y);
      }
    }
  });
  return { wheels, bare };
}

const DIGIT = /^[0-9]$/;
const HAS_DIGIT = /[0-9]/;

/** Each character with where it begins, in em of its run. */
function charactersOf(run: PlacedText['runs'][number]['run']) {
  const characters = [...run.text];
  return characters.map((character, i) => {
    const before = characters.slice(0, i).join('');
    const at = before === '' ? 0 : measureRun(before, run.font, run.tracking).advance + run.tracking;
    return { character, at };
  });
}

function wheelsOf({ run, x, y }: PlacedText['runs'][number], em: number, colour: string): readonly Wheel[] {
  const digits = [...'0123456789'].map((digit) => ({ digit, extent: measureRun(digit, run.font, 0) }));
  const ascent = Math.max(...digits.map(({ extent }) => extent.ascent)) + AIR;
  const descent = Math.max(...digits.map(({ extent }) => extent.descent)) + AIR;
  return charactersOf(run).flatMap(({ character, at }) => {
    const own = digits.findIndex(({ digit }) => digit === character);
    const extent = digits[own]?.extent;
    if (extent === undefined) return [];
    const left = x + at * em;
    const middle = left + (extent.advance * em) / 2;
    const width = Math.max(...digits.map((each) => each.extent.advance)) * em;
    const box = {
      x: Math.floor(middle - width / 2),
      y: Math.floor(y - ascent * em),
      width: Math.ceil(width) + 1,
      height: Math.ceil((ascent + descent) * em),
    };
    const canvas = createCanvas(box.width, ON_STRIP * box.height);
    const context = canvas.getContext('2d');
    context.font = cssFont(run.font, em);
    context.fillStyle = colour;
    for (let i = 0; i < ON_STRIP; i++) drawDigit(context, digits[(own + i) % 10], i, { box, em, middle, y });
    return [{ box, strip: fromCanvas(canvas) }];
  });
}

function drawDigit(
  context: SKRSContext2D,
  shown: { readonly digit: string; readonly extent: { readonly advance: number } } | undefined,
  row: number,
  {
    box,
    em,
    middle,
    y,
  }: { readonly box: Box; readonly em: number; readonly middle: number; readonly y: number },
): void {
  if (shown === undefined) return;
  const x = middle - box.x - (shown.extent.advance * em) / 2;
  context.fillText(shown.digit, x, row * box.height + y - box.y);
}
