import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { cssFont, fontOfFamily } from '../typography/register-faces.ts';
import type { Mark } from '../vector/marks.ts';

/** Draws marks as the pen drew them that they were kept from. */
export function drawMarks(context: SKRSContext2D, marks: readonly Mark[]): void {
  for (const mark of marks) {
    context.save();
    context.transform(...mark.matrix);
    context.fillStyle = mark.colour;
    context.strokeStyle = mark.colour;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    if (mark.kind === 'fill') context.fill(new Path2D(mark.path));
    else if (mark.kind === 'stroke') {
      context.lineWidth = mark.width;
      context.stroke(new Path2D(mark.path));
    } else {
      context.font = cssFont(fontOfFamily(mark.family), mark.size);
      context.letterSpacing = `${mark.spacing}px`;
      if (mark.outline === undefined) context.fillText(mark.text, mark.x, mark.y);
      else {
        context.lineWidth = mark.outline;
        context.strokeText(mark.text, mark.x, mark.y);
      }
    }
    context.restore();
  }
}
