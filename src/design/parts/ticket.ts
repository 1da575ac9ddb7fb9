import type { SKRSContext2D } from '@napi-rs/canvas';
import type { TicketPart } from '../../ad/design-part.ts';
import { type Box, bottom, right, shortSide } from '../../ad/geometry.ts';
import { mixHex } from '../../imaging/colour.ts';
import type { PartDrawer } from './part-drawer.ts';
import { readable, SIGNS } from './readable.ts';

/** As shares of the sheet's shorter side: rounding of corners, radius of a notch, of the small ones, and the dashes. */
const ROUNDING = 0.06;
const NOTCH = 0.06;
const SMALL = 0.022;
const DASH = { long: 0.028, gap: 0.022, width: 0.009 };

/** Narrowest sheet whose edge can be made out, in pixels. */
const LEAST = 24;

/** A sheet to be torn off: notches where it is torn, and a dashed line between them. */
export const ticket: PartDrawer<TicketPart> = {
  measure: (_, { width, height }) => (Math.min(width, height) < LEAST ? undefined : { width, height }),
  paint(context, part, box, { ground, ink }) {
    context.fillStyle = ground;
    context.beginPath();
    traceTicket(context, part, box);
    context.fill();
    const side = shortSide(box);
    const inset = NOTCH * side + DASH.gap * side;
    const thick = Math.max(2, DASH.width * side);
    const { x, y } = tearOf(part, box);
    context.save();
    context.strokeStyle = mixHex(readable(ink, ground, SIGNS), ground, 0.45);
    context.lineWidth = thick;
    context.lineCap = 'round';
    context.setLineDash([Math.max(3, DASH.long * side), Math.max(3, DASH.gap * side)]);
    context.beginPath();
    if (part.tear === 'across') {
      context.moveTo(box.x + inset, y);
      context.lineTo(right(box) - inset, y);
    } else {
      context.moveTo(x, box.y + inset);
      context.lineTo(x, bottom(box) - inset);
    }
    context.stroke();
    context.restore();
  },
};

const tearOf = ({ at }: TicketPart, box: Box): { readonly x: number; readonly y: number } => ({
  x: box.x + at * box.width,
  y: box.y + at * box.height,
});

/** The outline, clockwise from its left top corner; notches are cut out of it, so that what lies behind shows. */
function traceTicket(context: SKRSContext2D, part: TicketPart, box: Box): void {
  const side = shortSide(box);
  const corner = ROUNDING * side;
  const [left, top, end, low] = [box.x, box.y, right(box), bottom(box)];
  const cuts = cutsOf(part, box);
  context.moveTo(left + corner, top);
  for (const { at, radius } of cuts.top) context.arc(at, top, radius, Math.PI, 0, true);
  context.arcTo(end, top, end, low, corner);
  for (const { at, radius } of cuts.side) context.arc(end, at, radius, -Math.PI / 2, Math.PI / 2, true);
  context.arcTo(end, low, left, low, corner);
  for (const { at, radius } of cuts.top.toReversed()) context.arc(at, low, radius, 0, Math.PI, true);
  context.arcTo(left, low, left, top, corner);
  for (const { at, radius } of cuts.side.toReversed())
    context.arc(left, at, radius, Math.PI / 2, -Math.PI / 2, true);
  context.arcTo(left, top, end, top, corner);
  context.closePath();
}

interface Cut {
  readonly at: number;
  readonly radius: number;
}

/** Notches along the top and bottom edges, and along left and right ones. */
function cutsOf(part: TicketPart, box: Box): { readonly top: readonly Cut[]; readonly side: readonly Cut[] } {
  const side = shortSide(box);
  const { x, y } = tearOf(part, box);
  const notch = { radius: NOTCH * side };
  const own =
    part.tear === 'across'
      ? { top: [], side: [{ ...notch, at: y }] }
      : { top: [{ ...notch, at: x }], side: [] };
  if (part.edge === 'notched') return own;
  // The short sides are stamped: those that the tear ends on, or, torn downwards, those beside it.
  const small = SMALL * side;
  const pitch = 3.2 * small;
  const room = box.height - 2 * ROUNDING * side;
  const count = Math.floor(room / pitch);
  const from = box.y + (box.height - (count - 1) * pitch) / 2;
  const stamps = Array.from({ length: count }, (_, i) => ({ at: from + i * pitch, radius: small })).filter(
    ({ at }) => part.tear === 'down' || Math.abs(at - y) > notch.radius + pitch / 2,
  );
  return { top: own.top, side: [...own.side, ...stamps].sort((a, b) => a.at - b.at) };
}
