import type { SKRSContext2D } from '@napi-rs/canvas';
import type { DividerPart, FramePart } from '../../ad/design-part.ts';
import { type Box, bottom, centre, right, shortSide } from '../../ad/geometry.ts';
import type { HexColour } from '../../ad/scene.ts';
import type { PartDrawer } from './part-drawer.ts';
import { readable, SIGNS } from './readable.ts';

/** As shares of a frame's shorter side: a hairline, the heavier of two lines, the room between, and a corner's turn. */
const HAIRLINE = 0.0022;
const HEAVY = 0.0055;
const BETWEEN = 0.012;
const TURN = 0.045;

/** Dots, as shares of the shorter side. */
const DOT = { radius: 0.0036, pitch: 0.021 };

const hair = (side: number): number => Math.max(1.5, HAIRLINE * side);

export const frame: PartDrawer<FramePart> = {
  measure: (_, { width, height }) => ({ width, height }),
  paint(context, { style }, box, { ground, ink }) {
    const side = shortSide(box);
    const colour = readable(ink, ground, SIGNS);
    context.save();
    context.strokeStyle = colour;
    if (style === 'dotted') drawDots(context, perimeter(box, side), side, colour);
    else if (style === 'corners') drawTurned(context, box, side);
    else {
      strokeInside(context, box, style === 'double' ? Math.max(3, HEAVY * side) : hair(side));
      if (style === 'double') {
        const gap = BETWEEN * side + Math.max(3, HEAVY * side);
        strokeInside(context, inset(box, gap), hair(side));
      }
    }
    context.restore();
  },
};

const inset = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});

/** A line that lies wholly inside of the box. */
function strokeInside(context: SKRSContext2D, box: Box, width: number): void {
  const { x, y, width: wide, height } = inset(box, width / 2);
  context.lineWidth = width;
  context.strokeRect(x, y, wide, height);
}

/** A hairline whose corners are cut by quarter circles that turn in, and a dot in each. */
function drawTurned(context: SKRSContext2D, whole: Box, side: number): void {
  const box = inset(whole, hair(side) / 2);
  const turn = TURN * side;
  const [left, top, end, low] = [box.x, box.y, right(box), bottom(box)];
  context.lineWidth = hair(side);
  context.beginPath();
  context.moveTo(left + turn, top);
  context.lineTo(end - turn, top);
  context.arc(end, top, turn, Math.PI, Math.PI / 2, true);
  context.lineTo(end, low - turn);
  context.arc(end, low, turn, -Math.PI / 2, -Math.PI, true);
  context.lineTo(left + turn, low);
  context.arc(left, low, turn, 0, -Math.PI / 2, true);
  context.lineTo(left, top + turn);
  context.arc(left, top, turn, Math.PI / 2, 0, true);
  context.stroke();
  context.fillStyle = context.strokeStyle;
  const dot = 0.14 * turn;
  for (const x of [left + 0.42 * turn, end - 0.42 * turn]) {
    for (const y of [top + 0.42 * turn, low - 0.42 * turn]) {
      context.beginPath();
      context.arc(x, y, dot, 0, 2 * Math.PI);
      context.fill();
    }
  }
}

/** Places along the four sides, evenly, one in each corner. */
function perimeter(box: Box, side: number): readonly (readonly [number, number])[] {
  const radius = Math.max(1.5, DOT.radius * side);
  const { x, y, width, height } = inset(box, radius);
  const steps = (length: number): number => Math.max(1, Math.round(length / (DOT.pitch * side)));
  const [across, down] = [steps(width), steps(height)];
  const horizontal = Array.from({ length: across + 1 }, (_, i) => x + (i * width) / across);
  const vertical = Array.from({ length: down - 1 }, (_, i) => y + ((i + 1) * height) / down);
  return [
    ...horizontal.flatMap((at) => [[at, y] as const, [at, y + height] as const]),
    ...vertical.flatMap((at) => [[x, at] as const, [x + width, at] as const]),
  ];
}

function drawDots(
  context: SKRSContext2D,
  places: readonly (readonly [number, number])[],
  side: number,
  colour: HexColour,
): void {
  context.fillStyle = colour;
  for (const [x, y] of places) {
    context.beginPath();
    context.arc(x, y, Math.max(1.5, DOT.radius * side), 0, 2 * Math.PI);
    context.fill();
  }
}

/** Thickness of a divider against its length, and the least height that an ornament needs against it. */
const THIN = 0.0035;
const ORNAMENT = 0.018;

export const divider: PartDrawer<DividerPart> = {
  measure: ({ style }, { width, height }) => {
    const thick = Math.max(2, THIN * width);
    const needed = { hairline: thick, double: 5 * thick, dotted: 2 * thick, ornament: 2 * ORNAMENT * width };
    return { width, height: Math.min(height, Math.ceil(needed[style])) };
  },
  paint(context, { style }, box, { ground, ink }) {
    const { y } = centre(box);
    const thick = Math.min(box.height, Math.max(2, THIN * box.width));
    const colour = readable(ink, ground, SIGNS);
    context.fillStyle = colour;
    if (style === 'dotted') {
      const pitch = 5 * thick;
      const count = Math.max(1, Math.floor(box.width / pitch));
      const from = box.x + (box.width - (count - 1) * pitch) / 2;
      for (let i = 0; i < count; i++) {
        context.beginPath();
        context.arc(from + i * pitch, y, Math.min(thick, box.height / 2), 0, 2 * Math.PI);
        context.fill();
      }
      return;
    }
    if (style === 'double') {
      const apart = Math.min(2 * thick, (box.height - thick) / 2);
      context.fillRect(box.x, y - apart - thick / 2, box.width, thick);
      context.fillRect(box.x, y + apart - thick / 2, box.width, thick);
      return;
    }
    if (style === 'hairline') {
      context.fillRect(box.x, y - thick / 2, box.width, thick);
      return;
    }
    const half = Math.min(box.height / 2, ORNAMENT * box.width);
    const middle = box.x + box.width / 2;
    const open = middle - 2.2 * half - box.x;
    context.fillRect(box.x, y - thick / 2, open, thick);
    context.fillRect(middle + 2.2 * half, y - thick / 2, open, thick);
    context.beginPath();
    context.moveTo(middle - half, y);
    context.lineTo(middle, y - half);
    context.lineTo(middle + half, y);
    context.lineTo(middle, y + half);
    context.closePath();
    context.fill();
  },
};
