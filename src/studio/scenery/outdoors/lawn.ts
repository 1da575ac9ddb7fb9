import type { SKRSContext2D } from '@napi-rs/canvas';
import { shortSide } from '../../../ad/geometry.ts';
import { oklchToHex } from '../../../imaging/colour.ts';
import type { Random } from '../../../imaging/random.ts';
import type { LinearRgb } from '../../renderer/linear-colour.ts';
import type { LinearPicture } from '../../renderer/linear-picture.ts';
import { overlayDrawing } from '../../renderer/overlay-drawing.ts';

export interface LawnOptions {
  /** Row where the bank begins. */
  readonly edge: number;
  readonly light: LinearRgb;
  readonly side: -1 | 1;
  readonly autumn: boolean;
}

/** Bands of the bank from back to front: how deep into it, how far out of focus, how many blades. */
const BANDS = [
  { from: -0.06, to: 0.16, blur: 0.0052, blades: 1700 },
  { from: 0.13, to: 0.34, blur: 0.0022, blades: 1900 },
  { from: 0.3, to: 0.82, blur: 0, blades: 3400 },
  { from: 0.84, to: 1.12, blur: 0.0065, blades: 800 },
] as const;

/** A bank of mown grass, blade by blade: sharp where the product stands, soft behind and close to the lens. In place. */
export function lawn(picture: LinearPicture, place: LawnOptions, random: Random): void {
  const unit = shortSide(picture);
  const { width, height } = picture;
  const depth = height - place.edge;
  const hue = place.autumn ? 102 : 128;
  for (const band of BANDS) {
    overlayDrawing(
      picture,
      (context) => {
        const top = place.edge + depth * band.from;
        // The soil and the shade between the blades.
        context.fillStyle = oklchToHex([0.45 + 0.1 * (1 - band.from), 0.1, hue]);
        if (band.from < 0.8) context.fillRect(0, top + unit * 0.012, width, height - top);
        const count = Math.round((band.blades * width) / unit);
        for (let blade = 0; blade < count; blade++) {
          // From back to front, so that near blades cover far ones.
          const t = (blade + random()) / count;
          const deep = band.from + (band.to - band.from) * t;
          const y = place.edge + depth * deep;
          const size = unit * (0.02 + 0.045 * Math.max(0, deep)) * (0.6 + 0.7 * random());
          drawBlade(
            context,
            width * random() * 1.04 - width * 0.02,
            y + size * 0.35,
            size,
            hue,
            place.side,
            random,
          );
        }
      },
      { light: place.light, blur: band.blur * unit },
    );
  }
}

function drawBlade(
  context: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  hue: number,
  side: number,
  random: Random,
): void {
  const lean = (random() - 0.5) * size * 0.9;
  const width = size * (0.045 + 0.035 * random());
  // Blades that turn to the sun are lighter and yellower; some are dry.
  const lit = 0.5 + 0.5 * Math.sign(lean) * side * random();
  const dry = random() < 0.05;
  context.fillStyle = oklchToHex([
    0.54 + 0.26 * lit * random() + 0.07 * random(),
    dry ? 0.08 : 0.125 + 0.03 * random(),
    dry ? 95 : hue - 12 * lit + 8 * (random() - 0.5),
  ]);
  const tipX = x + lean;
  const tipY = y - size;
  context.beginPath();
  context.moveTo(x - width, y);
  context.quadraticCurveTo(x - width * 0.6 + lean * 0.25, y - size * 0.55, tipX, tipY);
  context.quadraticCurveTo(x + width * 0.9 + lean * 0.3, y - size * 0.5, x + width, y);
  context.fill();
}
