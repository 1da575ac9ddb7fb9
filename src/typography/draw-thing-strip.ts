import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Face } from '../ad/face.ts';
import { type Box, centre } from '../ad/geometry.ts';
import { drawn, toCanvas } from '../imaging/canvas.ts';
import type { Raster } from '../imaging/raster.ts';
import { cssFont, fontOf } from './register-faces.ts';

/** A photo and the things in it, in the order of their numbers. */
export interface StripRow {
  readonly photo: Raster;
  /** In the photo's pixels. */
  readonly boxes: readonly Box[];
  /** Indices of those that are in the ad. */
  readonly picked: readonly number[];
}

export interface StripRequest {
  /** At least one. */
  readonly rows: readonly StripRow[];
  readonly faces: readonly Face[];
}

/** Pixels: side of a small picture, room around it, radius of its number, and of its corners. */
const SIDE = 240;
const MARGIN = 14;
const BADGE = 30;
const CORNER = 18;

/** Room that is shown around a thing, as a share of its longer side. */
const AROUND = 0.12;

const SHEET = '#f2f1ee';
const TILE = '#ffffff';
const INK = '#1f2328';
/** Of what is in the ad. */
const CHOSEN = '#1a7f45';

/**
 * What can be chosen in photos, as one picture: a small picture of each thing with its number, a row for each photo. What
 * is in the ad has a green frame.
 */
export function drawThingStrip({ rows, faces }: StripRequest): Raster {
  const columns = Math.max(...rows.map(({ boxes }) => boxes.length));
  const pitch = SIDE + MARGIN;
  return drawn(columns * pitch + MARGIN, rows.length * pitch + MARGIN, (context) => {
    context.fillStyle = SHEET;
    context.fillRect(0, 0, columns * pitch + MARGIN, rows.length * pitch + MARGIN);
    for (const [row, { photo, boxes, picked }] of rows.entries()) {
      const canvas = toCanvas(photo);
      for (const [column, box] of boxes.entries()) {
        const at = { x: MARGIN + column * pitch, y: MARGIN + row * pitch };
        const from = shownPart(box, photo);
        context.save();
        context.beginPath();
        context.roundRect(at.x, at.y, SIDE, SIDE, CORNER);
        context.fillStyle = TILE;
        context.fill();
        context.clip();
        context.imageSmoothingQuality = 'high';
        context.drawImage(canvas, from.x, from.y, from.width, from.height, at.x, at.y, SIDE, SIDE);
        context.restore();
        const colour = picked.includes(column) ? CHOSEN : INK;
        if (picked.includes(column)) frame(context, at.x, at.y);
        numbered(context, at.x + BADGE + 6, at.y + BADGE + 6, String(column + 1), colour, faces);
      }
    }
  });
}

/** A square around a thing, inside of the photo as far as that goes. */
function shownPart(box: Box, photo: Raster): Box {
  const side = Math.max(box.width, box.height) * (1 + 2 * AROUND);
  const middle = centre(box);
  const start = (at: number, room: number): number =>
    side >= room ? (room - side) / 2 : Math.min(room - side, Math.max(0, at - side / 2));
  return { x: start(middle.x, photo.width), y: start(middle.y, photo.height), width: side, height: side };
}

function frame(context: SKRSContext2D, x: number, y: number): void {
  context.strokeStyle = CHOSEN;
  context.lineWidth = 8;
  context.beginPath();
  context.roundRect(x + 4, y + 4, SIDE - 8, SIDE - 8, CORNER - 4);
  context.stroke();
}

function numbered(
  context: SKRSContext2D,
  x: number,
  y: number,
  number: string,
  colour: string,
  [face]: readonly Face[],
): void {
  context.beginPath();
  context.arc(x, y, BADGE, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  context.strokeStyle = TILE;
  context.lineWidth = 4;
  context.stroke();
  if (face === undefined) return;
  context.font = cssFont(fontOf(face, 700), 1.3 * BADGE);
  context.fillStyle = TILE;
  context.textAlign = 'center';
  const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } = context.measureText(number);
  context.fillText(number, x, y + (above - below) / 2);
}
