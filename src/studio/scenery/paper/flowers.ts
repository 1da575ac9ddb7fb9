import { shortSide } from '../../../ad/geometry.ts';
import type { Oklch } from '../../../imaging/colour.ts';
import { clipped, lighter, onWall, type PaperScene, round } from './paper-scene.ts';
import { leaf, petals } from './shapes.ts';
import type { Sheet } from './sheet.ts';

/** Flowers of several rings of petals in two corners, each ring a sheet of its own. */
export const flowers: PaperScene = (place, random) => {
  const { width, line, side } = place;
  const unit = shortSide(place);
  const sheets: Sheet[] = [];
  const edge = side < 0 ? 0 : width;
  const spots = [
    { x: edge - side * unit * 0.06, y: unit * 0.1, size: 0.2 },
    { x: edge - side * unit * 0.3, y: unit * 0.045, size: 0.13 },
    { x: edge - side * unit * 0.055, y: unit * 0.36, size: 0.12 },
    { x: width - edge + side * unit * 0.05, y: line - unit * 0.08, size: 0.15 },
    { x: width - edge + side * unit * 0.2, y: line - unit * 0.025, size: 0.085 },
  ];
  for (const spot of spots) {
    const turn = random() * Math.PI;
    for (let k = 0; k < 4; k++) {
      const angle = turn + k * 1.9;
      const length = unit * spot.size * (1.1 + 0.3 * random());
      sheets.push({
        tone: [0.66 + 0.05 * (k % 2), 0.07, 140],
        gap: 0.01,
        box: onWall(place, round(spot.x, spot.y, length)),
        cut: clipped(place, (context) => leaf(context, spot.x, spot.y, angle, length, length * 0.4)),
      });
    }
  }
  for (const [s, spot] of spots.entries()) {
    const count = 5 + Math.floor(random() * 3);
    const turn = random() * Math.PI;
    const notch = random() < 0.5 ? 0.12 : 0;
    const tones: readonly Oklch[] =
      s % 2 === 0
        ? [place.accent, lighter(place.accent, 0.07), lighter(place.accent, 0.13)]
        : [lighter(place.accent, 0.14), lighter(place.accent, 0.09), place.pale];
    for (let ring = 0; ring < 3; ring++) {
      const radius = unit * spot.size * (0.95 - 0.27 * ring);
      sheets.push({
        tone: tones[ring]!,
        gap: 0.011,
        box: onWall(place, round(spot.x, spot.y, radius * 1.1)),
        cut: clipped(place, (context) =>
          petals(context, spot.x, spot.y, radius, count, turn + ring * 0.5, notch),
        ),
      });
    }
    const heart = unit * spot.size * 0.16;
    sheets.push({
      tone: [0.86, 0.13, 90],
      gap: 0.008,
      box: onWall(place, round(spot.x, spot.y, heart)),
      cut: clipped(place, (context) => {
        context.beginPath();
        context.arc(spot.x, spot.y, heart, 0, 2 * Math.PI);
        context.fill();
      }),
    });
  }
  return sheets;
};
