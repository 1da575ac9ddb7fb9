import type { SKRSContext2D } from '@napi-rs/canvas';
import type { DesignPart, PartColours, PartKind, PartOf, PlacedPart } from '../../ad/design-part.ts';
import type { Face } from '../../ad/face.ts';
import type { Box } from '../../ad/geometry.ts';
import type { Pen } from '../../typography/pen.ts';
import { badge } from './badge.ts';
import { details } from './details.ts';
import { divider, frame } from './lines.ts';
import { lockup } from './lockup.ts';
import { menu } from './menu.ts';
import type { PartDrawer, PartLimits, PartPictures, PartSize } from './part-drawer.ts';
import { qr } from './qr.ts';
import { rating } from './rating.ts';
import { ribbon } from './ribbon.ts';
import { stamp } from './stamp.ts';
import { ticket } from './ticket.ts';

/** Who draws each kind of part. A kind that is missing here does not compile. */
const DRAWERS: { readonly [K in PartKind]: PartDrawer<PartOf<K>> } = {
  badge,
  ribbon,
  stamp,
  ticket,
  details,
  menu,
  qr,
  rating,
  lockup,
  frame,
  divider,
};

/** The entry of the part's own kind, which the union of all kinds cannot express. */
const drawerOf = (part: DesignPart): PartDrawer<DesignPart> => DRAWERS[part.kind] as PartDrawer<DesignPart>;

/**
 * Draws a part with a pen that knows paths and text alone; false where the part is of pixels, and nothing was drawn. The
 * rest as PartDrawer.paint.
 */
export function drawPart(
  pen: Pen,
  { part, box, colours }: Pick<PlacedPart, 'part' | 'box' | 'colours'>,
  faces: readonly Face[],
): boolean {
  if (part.kind === 'qr') qr.paint(pen, part, box, colours, faces, {});
  else if (part.kind === 'menu') menu.paint(pen, part, box, colours, faces, {});
  else return false;
  return true;
}

/** See PartDrawer.measure. */
export function measurePart(
  part: DesignPart,
  limits: PartLimits,
  faces: readonly Face[],
): PartSize | undefined {
  return drawerOf(part).measure(part, limits, faces);
}

/** See PartDrawer.paint. */
export function paintPart(
  context: SKRSContext2D,
  part: DesignPart,
  box: Box,
  colours: PartColours,
  faces: readonly Face[],
  pictures: PartPictures = {},
): void {
  drawerOf(part).paint(context, part, box, colours, faces, pictures);
}
