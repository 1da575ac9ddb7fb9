import { type Box, type Size, shortSide } from '../../../ad/geometry.ts';
import type { SeasonName } from '../../../ad/scene.ts';
import type { Oklch } from '../../colour.ts';
import { type Random, seededRandom } from '../../random.ts';
import { drawFoliage, type Foliage } from '../gobo/foliage.ts';
import { cloud, fir, frame, hills, leaf, petals, ridge, roundTree, surf } from './shapes.ts';
import type { Sheet } from './sheet.ts';

/** Where a paper scene is built, and in which papers. */
export interface PaperPlace extends Size {
  /** Row where the upright sheets end and the floor begins. */
  readonly line: number;
  /** Side on which the large shapes are: −1 left, 1 right. The other side stays calm. */
  readonly side: -1 | 1;
  readonly season?: SeasonName;
  readonly night: boolean;
  /** Papers from the farthest (0) to the nearest (1). */
  ramp(depth: number): Oklch;
  /** For petals. */
  readonly accent: Oklch;
  readonly sun: Oklch;
  readonly pale: Oklch;
}

export type PaperScene = (place: PaperPlace, random: Random) => Sheet[];

/** Every sheet is cut more than once, for its shadow too: what is random in it is drawn from its own seed. */
function same(
  random: Random,
  cut: (context: Parameters<Sheet['cut']>[0], random: Random) => void,
): Sheet['cut'] {
  const seed = Math.floor(random() * 2 ** 32);
  return (context) => cut(context, seededRandom(seed));
}

const round = (x: number, y: number, radius: number): Box => ({
  x: x - radius - 1,
  y: y - radius - 1,
  width: radius * 2 + 2,
  height: radius * 2 + 2,
});

/** The whole width from a row down to the floor. */
const band = ({ width, line }: PaperPlace, from: number): Box => ({
  x: 0,
  y: Math.max(0, from),
  width,
  height: Math.max(0, line + 1 - Math.max(0, from)),
});

/** What of a box is above the floor. */
const onWall = ({ line }: PaperPlace, box: Box): Box => ({
  ...box,
  height: Math.max(0, Math.min(box.height, line - box.y)),
});

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
function snow(place: PaperPlace, random: Random): Sheet {
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

function clipped(place: PaperPlace, cut: Sheet['cut']): Sheet['cut'] {
  return (context) => {
    context.save();
    context.beginPath();
    context.rect(-place.width, -place.height, place.width * 3, place.height + place.line);
    context.clip();
    cut(context);
    context.restore();
  };
}

const lighter = ([l, c, h]: Oklch, by: number): Oklch => [Math.min(0.95, l + by), c * (1 - by * 2.4), h];
