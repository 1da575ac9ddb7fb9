import { shortSide } from '../../../ad/geometry.ts';
import { type PaperScene, same } from './paper-scene.ts';
import { frame } from './shapes.ts';
import type { Sheet } from './sheet.ts';

/** A cave of wavy frames, one before the other, open to the middle. */
export const cave: PaperScene = (place, random) => {
  const { width, height, line } = place;
  const unit = shortSide(place);
  const sheets: Sheet[] = [];
  const count = 5;
  const x = width / 2 + (random() - 0.5) * unit * 0.08;
  const y = line * 0.52;
  for (let k = 0; k < count; k++) {
    const grow = k / (count - 1);
    const hole = {
      x: x + (random() - 0.5) * unit * 0.05,
      y: y + (random() - 0.5) * unit * 0.04,
      rx: width * 0.29 + (width * 0.2 - unit * 0.015) * grow,
      ry: line * 0.4 + line * 0.2 * grow,
    };
    sheets.push({
      tone: place.ramp(0.16 + 0.68 * grow),
      gap: 0.028,
      cut: same(random, (context, own) => {
        context.save();
        context.beginPath();
        context.rect(-width, -height, width * 3, height + line + 1);
        context.clip();
        frame(context, place, hole, own);
        context.restore();
      }),
    });
  }
  return sheets;
};
