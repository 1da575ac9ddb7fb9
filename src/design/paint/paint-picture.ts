import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { PictureLayer } from '../../ad/design.ts';
import { toCanvas } from '../../imaging/canvas.ts';
import { cropRaster } from '../../imaging/crop.ts';
import type { Raster } from '../../imaging/raster.ts';
import { archPath, castSoftly, pixelScale, turnedAbout, unshaded } from './paint-fill.ts';
import { inTwoTones } from './two-tones.ts';

export function paintPicture(context: SKRSContext2D, layer: PictureLayer, photo: Raster): void {
  const { box, part, angle, duotone, shape, radius = 0, stroke, shadow } = layer;
  const cropped = cropRaster(photo, part);
  const scale = pixelScale(context);
  const shown = toCanvas(
    duotone === undefined
      ? cropped
      : inTwoTones(
          cropped,
          { ...duotone, ...(duotone.dots === undefined ? {} : { dots: scale * duotone.dots }) },
          { width: Math.round(scale * box.width), height: Math.round(scale * box.height) },
        ),
  );
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
