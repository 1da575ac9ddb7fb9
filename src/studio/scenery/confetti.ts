import type { SKRSContext2D } from '@napi-rs/canvas';
import { shortSide } from '../../ad/geometry.ts';
import { type Oklch, oklchToHex } from '../../imaging/colour.ts';
import type { Random } from '../../imaging/random.ts';
import type { LinearRgb } from '../renderer/linear-colour.ts';
import type { LinearPicture } from '../renderer/linear-picture.ts';
import { overlayDrawing } from '../renderer/overlay-drawing.ts';

export interface ConfettiOptions {
  /** Row down to which it falls. */
  readonly until: number;
  /** The middle is kept free for the product: half of its width, pixels. */
  readonly clear: number;
  readonly colours: readonly Oklch[];
  readonly light: LinearRgb;
}

/** Three depths: small and far, in focus, and a few large pieces close to the lens. */
const DEPTHS = [
  { count: 34, size: 0.012 },
  { count: 40, size: 0.021 },
  { count: 6, size: 0.045, blur: 0.0075 },
] as const;

/** Throws paper confetti over the picture: densest at the sides, thin where words and the product are. In place. */
export function scatterConfetti(picture: LinearPicture, place: ConfettiOptions, random: Random): void {
  const unit = shortSide(picture);
  const { width } = picture;
  const strew = (context: SKRSContext2D, count: number, size: number): void => {
    for (let i = 0; i < (count * width) / unit; i++) {
      const side = random() < 0.5 ? -1 : 1;
      // The power crowds pieces to the sides.
      const away = 1 - random() ** 1.7;
      const x =
        width / 2 + side * (place.clear + (width / 2 - place.clear) * away) + (random() - 0.5) * unit * 0.05;
      const y = place.until * random() ** 1.15;
      const lit = 0.82 + 0.28 * random();
      const [l, c, h] = place.colours[Math.floor(random() * place.colours.length)]!;
      context.save();
      context.translate(x, y);
      context.rotate(random() * Math.PI);
      // A piece of paper tumbles: it is seen at any slant.
      const slant = 0.25 + 0.75 * Math.abs(Math.cos(random() * Math.PI));
      context.fillStyle = oklchToHex([Math.min(0.97, l * lit), c, h]);
      piece(context, size * unit * (0.7 + 0.6 * random()), slant, random);
      context.restore();
    }
  };
  const [far, focused, near] = DEPTHS;
  overlayDrawing(
    picture,
    (context) => {
      strew(context, far.count, far.size);
      strew(context, focused.count, focused.size);
    },
    { light: place.light },
  );
  overlayDrawing(picture, (context) => strew(context, near.count, near.size), {
    light: place.light,
    blur: near.blur * unit,
  });
}

function piece(context: SKRSContext2D, size: number, slant: number, random: Random): void {
  const kind = random();
  context.beginPath();
  if (kind < 0.5) context.rect(-size / 2, (-size * slant) / 3.2, size, (size * slant) / 1.6);
  else if (kind < 0.75) context.ellipse(0, 0, size * 0.42, size * 0.42 * slant, 0, 0, 2 * Math.PI);
  else {
    // A curled ribbon, drawn with its breadth.
    const turns = 1.2 + random();
    for (let side = 1; side >= -1; side -= 2) {
      for (let step = 0; step <= 24; step++) {
        const t = (side > 0 ? step : 24 - step) / 24;
        const wave = Math.sin(t * turns * 2 * Math.PI) * size * 0.34 * slant;
        context.lineTo((t - 0.5) * size * 2.2, wave + side * size * 0.11);
      }
    }
    context.closePath();
  }
  context.fill();
}
