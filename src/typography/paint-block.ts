import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { isPill } from '../ad/copy.ts';
import type { Face } from '../ad/face.ts';
import { expand } from '../ad/geometry.ts';
import type { TextBlock } from '../ad/layout.ts';
import { fillLetters, placeLines, strokeLetters } from './paint-text.ts';
import type { Pen } from './pen.ts';
import { traceStar } from './trace-star.ts';

/**
 * Soft shadow: deviation of its blur in em, and how much of the colour it has. The wide one parts the word from its
 * surroundings, the tight one its letters.
 */
const SHADOWS = [
  { sigma: 0.26, share: 0.8 },
  { sigma: 0.09, share: 0.75 },
] as const;

/** Shadows are blurred on copies this many times smaller. */
const COARSE = 4;

/** Width of an outline outside the letters, in em: small letters need relatively more. */
const OUTLINE = { large: 0.06, small: 0.09, smallBelow: 60 };

/** Draws a block's pill, shadow or outline: all that lies between the picture and its letters. */
export function paintBehind(context: SKRSContext2D, block: TextBlock, faces: readonly Face[]): void {
  paintGround(context, block, faces);
  paintShadow(context, block, faces);
}

/** Draws a block's pill or outline. */
export function paintGround(context: Pen, block: TextBlock, faces: readonly Face[]): void {
  const colour = block.treatmentColour;
  if (colour === undefined) return;
  if (isPill(block.slot)) {
    context.fillStyle = colour;
    context.beginPath();
    if (block.shape === 'burst') traceStar(context, block.box, RAYS, NOTCH);
    else tracePill(context, block);
    context.fill();
  } else if (block.treatment === 'outline') {
    const share = block.size < OUTLINE.smallBelow ? OUTLINE.small : OUTLINE.large;
    context.strokeStyle = colour;
    strokeLetters(context, placeLines(block, faces), 2 * share * block.size);
  }
}

/** Corners of a badge of several lines, against its letters. */
const CORNER = 0.95;

function tracePill(context: Pen, { slot, box, lines, size }: TextBlock): void {
  const { x, y, width, height } = box;
  const isTall = slot === 'badge' && lines.length > 1;
  context.roundRect(x, y, width, height, isTall ? Math.min(height / 2, CORNER * size) : height / 2);
}

/** Rays of a burst, and where the notches between them are, as a share of its radius. */
const RAYS = 20;
const NOTCH = 0.9;

/** Draws a block's soft shadow, which is of pixels whatever its letters are drawn with. */
export function paintShadow(context: SKRSContext2D, block: TextBlock, faces: readonly Face[]): void {
  const colour = block.treatmentColour;
  if (colour === undefined || isPill(block.slot) || block.treatment !== 'shadow') return;
  const area = expand(block.box, Math.ceil(3 * SHADOWS[0].sigma * block.size));
  const width = Math.ceil(area.width / COARSE);
  const height = Math.ceil(area.height / COARSE);
  const letters = createCanvas(width, height);
  const on = letters.getContext('2d');
  on.scale(1 / COARSE, 1 / COARSE);
  on.translate(-area.x, -area.y);
  on.fillStyle = colour;
  on.strokeStyle = colour;
  const placed = placeLines(block, faces);
  fillLetters(on, placed);
  strokeLetters(on, placed, 0.1 * block.size);
  for (const { sigma, share } of SHADOWS) {
    const soft = createCanvas(width, height);
    const blurred = soft.getContext('2d');
    blurred.filter = `blur(${(sigma * block.size) / COARSE}px)`;
    blurred.drawImage(letters, 0, 0);
    context.globalAlpha = share * (block.treatmentStrength ?? 1);
    context.drawImage(soft, area.x, area.y, width * COARSE, height * COARSE);
  }
  context.globalAlpha = 1;
}

/** Draws a block's letters. */
export function paintLetters(context: Pen, block: TextBlock, faces: readonly Face[]): void {
  context.fillStyle = block.colour;
  fillLetters(context, placeLines(block, faces));
}
