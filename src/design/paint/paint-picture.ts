import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { PictureLayer } from '../../ad/design.ts';
import { toCanvas } from '../../imaging/canvas.ts';
import { luminanceAt, oklabToRgb, parseHex, rgbToOklab } from '../../imaging/colour.ts';
import { cropRaster } from '../../imaging/crop.ts';
import { createRaster, type Raster } from '../../imaging/raster.ts';
import { archPath, castSoftly, turnedAbout, unshaded } from './paint-fill.ts';

export function paintPicture(context: SKRSContext2D, layer: PictureLayer, photo: Raster): void {
  const { box, part, angle, duotone, shape, radius = 0, stroke, shadow } = layer;
  const cropped = cropRaster(photo, part);
  const shown = toCanvas(duotone === undefined ? cropped : inTwoTones(cropped, duotone));
  turnedAbout(context, box, angle, () => {
    const path = new Path2D();
    const { x, y, width, height } = box;
    if (shape === 'disc')
      path.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
    else if (shape === 'arch') archPath(path, box, radius);
    else path.roundRect(x, y, width, height, radius);
    if (shadow) {
      castSoftly(context, box);
      context.fillStyle = '#ffffff';
      context.fill(path);
      unshaded(context);
    }
    context.save();
    context.clip(path);
    context.imageSmoothingQuality = 'high';
    context.drawImage(shown, x, y, width, height);
    if (stroke !== undefined) {
      context.strokeStyle = stroke.colour;
      context.lineWidth = 2 * stroke.width;
      context.stroke(path);
    }
    context.restore();
  });
}

/** Lightness at which a tone is wholly the dark one, and the light one. */
const DARKEST = 0.06;
const LIGHTEST = 0.82;

/** A photo's lightness shown from one colour to another, mixed in OKLab. */
function inTwoTones(photo: Raster, { dark, light }: NonNullable<PictureLayer['duotone']>): Raster {
  const from = rgbToOklab(parseHex(dark));
  const to = rgbToOklab(parseHex(light));
  const table = Array.from({ length: 256 }, (_, i) => {
    const share = Math.max(0, Math.min(1, (i / 255 - DARKEST) / (LIGHTEST - DARKEST)));
    const eased = share * share * (3 - 2 * share) * 0.4 + share * 0.6;
    return oklabToRgb(
      [0, 1, 2].map((c) => (from[c] ?? 0) + ((to[c] ?? 0) - (from[c] ?? 0)) * eased) as [
        number,
        number,
        number,
      ],
    );
  });
  const out = createRaster(photo.width, photo.height);
  for (let i = 0; i < photo.data.length; i += 4) {
    const [r, g, b] = table[Math.round(255 * Math.cbrt(luminanceAt(photo.data, i)))] ?? [0, 0, 0];
    out.data[i] = r;
    out.data[i + 1] = g;
    out.data[i + 2] = b;
    out.data[i + 3] = 255;
  }
  return out;
}
