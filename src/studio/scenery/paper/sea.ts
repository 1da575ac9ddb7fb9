import { shortSide } from '../../../ad/geometry.ts';
import { seededRandom } from '../../../imaging/random.ts';
import { band, type PaperScene, round, same } from './paper-scene.ts';
import { cloud, surf } from './shapes.ts';
import type { Sheet } from './sheet.ts';

/** The sea: waves before waves, the sun, and clouds. */
export const sea: PaperScene = (place, random) => {
  const { width, line, side } = place;
  const unit = shortSide(place);
  const sheets: Sheet[] = [];
  const radius = unit * 0.13;
  const sunX = width / 2 + side * unit * (0.22 + 0.06 * random());
  const sunY = line - unit * 0.36;
  for (const [grow, tone] of [
    [1.55, place.ramp(0.12)],
    [1, place.night ? ([0.93, 0.05, 95] as const) : place.sun],
  ] as const) {
    sheets.push({
      tone,
      gap: 0.012,
      box: round(sunX, sunY, radius * grow),
      cut(context) {
        context.beginPath();
        context.arc(sunX, sunY, radius * grow, 0, 2 * Math.PI);
        context.fill();
      },
    });
  }
  for (let k = 0; k < 2; k++) {
    const size = unit * (0.2 + 0.1 * random());
    const x = width / 2 + (k === 0 ? -side : side) * unit * (0.3 + 0.12 * random());
    const y = line - unit * (0.4 + 0.16 * random());
    sheets.push({
      tone: place.pale,
      gap: 0.02,
      box: { x: x - size * 0.6, y: y - size * 0.5, width: size * 1.2, height: size * 0.5 + 2 },
      cut: same(random, (context, own) => cloud(context, x, y, size, own)),
    });
  }
  for (let k = 0; k < 4; k++) {
    const crest = line - unit * (0.225 - 0.055 * k);
    const height = unit * 0.055;
    const outline = Math.floor(random() * 2 ** 32);
    // Foam is a second, white sheet that looks out behind the wave.
    for (const rise of [0.013, 0]) {
      sheets.push({
        tone: rise > 0 ? place.pale : place.ramp(0.25 + 0.2 * k),
        gap: rise > 0 ? 0.02 : 0.008,
        box: band(place, crest - height),
        cut: (context) =>
          surf(
            context,
            width,
            { crest: crest - unit * rise, height, length: unit * (0.23 + 0.03 * k), foot: line + 1 },
            seededRandom(outline),
          ),
      });
    }
  }
  return sheets;
};
