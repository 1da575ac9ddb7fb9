import { shortSide } from '../../../ad/geometry.ts';
import type { Oklch } from '../../../imaging/colour.ts';
import { drawFoliage, type Foliage } from '../../lighting/gobo/foliage.ts';
import { band, type PaperScene, same } from './paper-scene.ts';
import { leaf } from './shapes.ts';
import type { Sheet } from './sheet.ts';

/** Leaves in autumn, from the farthest sheet to the nearest. */
const TURNED: readonly Oklch[] = [
  [0.78, 0.1, 78],
  [0.66, 0.14, 48],
  [0.74, 0.14, 66],
];

/** Leaves that reach in from the upper corner and both sides, in three depths. */
export const leaves: PaperScene = (place, random) => {
  const { width, line, side, season } = place;
  const unit = shortSide(place);
  const sheets: Sheet[] = [];
  const kinds: readonly Foliage[] =
    season === 'summer'
      ? ['monstera', 'palm', 'monstera']
      : season === 'autumn'
        ? ['branch', 'eucalyptus', 'branch']
        : ['palm', 'eucalyptus', 'fern'];
  const edge = side < 0 ? 0 : width;
  for (let k = 0; k < 3; k++) {
    const depth = 0.25 + 0.3 * k;
    const kind = kinds[k]!;
    sheets.push({
      tone: season === 'autumn' ? TURNED[k]! : place.ramp(depth),
      gap: 0.018 + 0.009 * k,
      cut: same(random, (context, own) => {
        context.save();
        context.beginPath();
        context.rect(0, 0, width, line + 1);
        context.clip();
        for (let stem = 0; stem < 3; stem++) {
          // From the corner inwards, and up from the foot at both sides.
          const turn = side < 0 ? 0 : Math.PI;
          const down = 0.25 + 0.42 * stem + 0.25 * own();
          const angle = side < 0 ? turn + down : turn - down;
          drawFoliage(
            context,
            kind,
            edge - side * unit * 0.02,
            unit * (-0.03 + 0.1 * stem),
            angle,
            unit * (0.4 + 0.12 * own() - 0.05 * k),
            own,
          );
        }
        const foot = side < 0 ? width : 0;
        const up = -Math.PI / 2 + side * (0.25 + 0.4 * own());
        drawFoliage(
          context,
          kind,
          foot + side * unit * 0.02 * k,
          line + unit * 0.02,
          up,
          unit * (0.34 - 0.05 * k + 0.08 * own()),
          own,
        );
        context.restore();
      }),
      box: band(place, 0),
    });
  }
  if (season === 'autumn') return sheets;
  const x = edge - side * unit * 0.13;
  const y = line - unit * 0.07;
  for (let k = 0; k < 5; k++) {
    const angle = -Math.PI / 2 + (k - 2) * 0.42;
    const length = unit * (0.24 - 0.03 * Math.abs(k - 2));
    sheets.push({
      tone: place.ramp(0.5 + 0.1 * (k % 2)),
      gap: 0.012,
      box: { x: x - length, y: y - length, width: length * 2, height: length + unit * 0.08 },
      cut: (context) => leaf(context, x, y + unit * 0.08, angle, length, unit * 0.085),
    });
  }
  return sheets;
};
