import type { PlacedPart } from '../../ad/design-part.ts';
import type { Face } from '../../ad/face.ts';
import { shortSide } from '../../ad/geometry.ts';
import { UserError } from '../../errors/user-error.ts';
import { fromCanvas, toCanvas } from '../../imaging/canvas.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { Pen } from '../../typography/pen.ts';
import { paintPart } from '../parts/paint-part.ts';
import { qrReads } from '../parts/read-qr.ts';

export interface PaintPartsRequest {
  /** The ad, words and all. */
  readonly image: Raster;
  readonly placed: readonly PlacedPart[];
}

/** Rounding of a sheet's corners, as a share of its shorter side. */
const ROUNDING = 0.05;

/**
 * Draws the parts onto the finished ad. A QR code is read from the picture before anybody is given it: at its size, and
 * at half of it.
 *
 * @throws UserError `qr-unreadable`
 */
export function paintParts({ image, placed }: PaintPartsRequest, faces: readonly Face[]): Raster {
  const drawn = painted(image, placed, faces);
  const codes = placed.flatMap(({ part }) => (part.kind === 'qr' ? [part.content] : []));
  if (codes.every((content) => qrReads(drawn, content))) return drawn;
  // In black: whatever the palette's ink is, there is nothing darker.
  const plain = painted(image, placed.map(inBlack), faces);
  if (codes.every((content) => qrReads(plain, content))) return plain;
  throw new UserError('qr-unreadable', {});
}

/** A QR code in nothing but black and white. */
export const inBlack = (placed: PlacedPart): PlacedPart =>
  placed.part.kind === 'qr'
    ? { ...placed, colours: { ground: '#ffffff', ink: '#000000', accent: '#000000' } }
    : placed;

function painted(image: Raster, placed: readonly PlacedPart[], faces: readonly Face[]): Raster {
  const canvas = toCanvas(image);
  const context = canvas.getContext('2d');
  for (const one of placed) {
    paintSheet(context, one);
    paintPart(context, one.part, one.box, one.colours, faces);
  }
  return fromCanvas(canvas);
}

/** Draws what lies under a part and around it. */
export function paintSheet(context: Pen, { sheet, colours }: PlacedPart): void {
  if (sheet === undefined) return;
  context.fillStyle = colours.ground;
  context.beginPath();
  context.roundRect(sheet.x, sheet.y, sheet.width, sheet.height, ROUNDING * shortSide(sheet));
  context.fill();
}
