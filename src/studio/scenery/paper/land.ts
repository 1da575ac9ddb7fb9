import { shortSide } from '../../../ad/geometry.ts';
import { type Random, seededRandom } from '../../../imaging/random.ts';
import { band, type PaperOptions, type PaperScene, round, same } from './paper-scene.ts';
import { cloud, fir, hills, ridge, roundTree } from './shapes.ts';
import type { Sheet } from './sheet.ts';

/** Hills behind hills, the sun or the moon, and clouds. */
export const land: PaperScene = (place, random) => {
  const { width, line, side, season, night } = place;
  const unit = shortSide(place);
  const sheets: Sheet[] = [];
  const sunX = width / 2 + side * unit * (0.2 + 0.08 * random());
  const sunY = line - unit * (0.43 + 0.05 * random());
  const radius = unit * (0.1 + 0.025 * random());
  sheets.push({
    tone: night ? [0.93, 0.05, 95] : place.sun,
    gap: 0.012,
    box: round(sunX, sunY, radius),
    cut(context) {
      context.beginPath();
      context.arc(sunX, sunY, radius, 0, 2 * Math.PI);
      context.fill();
    },
  });
  for (let k = 0; k < 3; k++) {
    const size = unit * (0.2 + 0.12 * random());
    const x = width / 2 + (k === 0 ? side * unit * 0.3 : (random() - 0.5) * (width + size * 0.4));
    const y = line - unit * (k === 0 ? 0.36 : 0.3 + 0.24 * random());
    sheets.push({
      tone: place.pale,
      gap: 0.016 + 0.006 * k,
      box: { x: x - size * 0.6, y: y - size * 0.5, width: size * 1.2, height: size * 0.5 + 2 },
      cut: same(random, (context, own) => cloud(context, x, y, size, own)),
    });
  }
  const ranges = 4;
  for (let k = 0; k < ranges; k++) {
    const depth = 0.25 + (0.6 * k) / (ranges - 1);
    const crest = line - unit * (0.25 - 0.062 * k);
    const height = unit * (0.055 - 0.006 * k);
    const outline = Math.floor(random() * 2 ** 32);
    if (k === 1 || k === 2) {
      sheets.push({
        tone: place.ramp(depth + 0.2),
        gap: 0.014,
        box: band(place, crest - unit * 0.2),
        cut: same(random, (context, own) => {
          const row = ridge(width, crest, height, seededRandom(outline));
          for (let tree = 0; tree < 8; tree++) {
            // None behind the product.
            const aside = 0.23 + 0.34 * own() * (width / unit);
            const x = width / 2 + (own() < 0.5 ? -1 : 1) * aside * unit;
            const tall = unit * (0.1 + 0.06 * own());
            const foot = row(x) + unit * 0.012;
            if (season === 'winter' || (season === undefined && k === 1)) fir(context, x, foot, tall);
            else roundTree(context, x, foot, tall);
          }
        }),
      });
    }
    sheets.push({
      tone: place.ramp(depth),
      gap: 0.02 + 0.004 * k,
      box: band(place, crest - height * 2.4),
      cut: (context) => hills(context, width, ridge(width, crest, height, seededRandom(outline)), line + 1),
    });
  }
  if (season === 'winter') sheets.push(snow(place, random));
  return sheets;
};

/** Dots of white paper in the air, fewer behind the product. */
function snow(place: PaperOptions, random: Random): Sheet {
  const { width, line } = place;
  const unit = shortSide(place);
  return {
    tone: [0.97, 0.005, 240],
    gap: 0.012,
    box: band(place, 0),
    cut: same(random, (context, own) => {
      context.beginPath();
      for (let flake = 0; flake < (46 * width) / unit; flake++) {
        const side = own() < 0.5 ? -1 : 1;
        const x = width / 2 + side * (width / 2) * (1 - own() ** 1.5);
        const y = line * own();
        const radius = unit * (0.003 + 0.006 * own());
        context.moveTo(x + radius, y);
        context.arc(x, y, radius, 0, 2 * Math.PI);
      }
      context.fill();
    }),
  };
}
