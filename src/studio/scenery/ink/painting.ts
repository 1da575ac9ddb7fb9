import type { Size } from '../../../ad/geometry.ts';
import { hexToOklch } from '../../../imaging/colour.ts';
import type { Random } from '../../../imaging/random.ts';
import { oklchToLinear } from '../../renderer/linear-colour.ts';
import type { LinearPicture } from '../../renderer/linear-picture.ts';
import type { BackdropRequest } from '../../scene.ts';
import { type Bud, bamboo, blossom, pineBranch, plumBranch } from './plants.ts';
import { disc, halo, type Ink, mountains, soak, strokes } from './wash.ts';

/** The sheet that is painted on, at its own scale. */
export interface Sheet extends Size {
  /** Row where the table hides it. */
  readonly foot: number;
  readonly unit: number;
  /** Where the painting is; the other side stays bare. */
  readonly side: -1 | 1;
}

const SOOT: Ink = [0.035, 0.04, 0.048];
const BROWN: Ink = [0.06, 0.045, 0.035];

export function paintScene(
  stain: LinearPicture,
  place: Sheet,
  request: BackdropRequest,
  random: Random,
): void {
  const { palette, season, darkness } = request;
  const [, , inkHue] = hexToOklch(palette.ink);
  const ink = inkHue > 20 && inkHue < 110 ? BROWN : SOOT;
  const { unit, foot, width, side } = place;
  const x = width / 2 + side * unit * (0.19 + 0.08 * random());
  const y = foot - unit * (0.42 + 0.06 * random());
  const radius = unit * (0.105 + 0.035 * random());
  // A full moon in autumn and by night, a red sun in winter's new year; otherwise either.
  const moon = season === 'autumn' || darkness > 0.5 || (season !== 'winter' && random() < 0.5);
  const draw = random();
  const land = season === 'spring' ? draw < 0.35 : draw < 0.72;
  if (moon) {
    soak(stain, ink, halo(stain, x, y, radius, random), 0.2);
    soak(
      stain,
      oklchToLinear([0.87, 0.085, 88]),
      disc(stain, x, y, radius + unit * 0.0025, random),
      season === 'autumn' ? 0.9 : 0.4,
    );
  } else {
    const [accentL, accentC, accentH] = hexToOklch(palette.accent);
    const warm = accentH < 75 || accentH > 345;
    const red = warm
      ? oklchToLinear([
          Math.min(0.66, Math.max(0.5, accentL)),
          Math.min(0.17, Math.max(0.12, accentC)),
          accentH,
        ])
      : oklchToLinear([0.57, 0.16, 31]);
    soak(stain, red, disc(stain, x, y, radius * 0.92, random), 0.85);
  }
  if (land) {
    for (const [k, strength] of [0.2, 0.34, 0.52].entries()) {
      const range = mountains(
        stain,
        {
          crest: foot - unit * (0.42 - 0.105 * k),
          height: unit * (0.2 - 0.02 * k),
          mist: unit * (0.1 - 0.012 * k),
          peaks: 1.5 + 0.35 * k,
          side: (k === 1 ? -side : side) as -1 | 1,
        },
        random,
      );
      soak(stain, ink, range, strength);
    }
    if (random() < 0.55) growBranch(stain, place, request, ink, random);
  } else {
    growBranch(stain, place, request, ink, random);
  }
}

/** A plant of the season that reaches in from the painting's side. */
function growBranch(
  stain: LinearPicture,
  { width, unit, foot, side }: Sheet,
  request: BackdropRequest,
  ink: Ink,
  random: Random,
): void {
  const edge = side < 0 ? 0 : width;
  const { season } = request;
  const draw = random();
  const kind =
    season === 'spring'
      ? 'plum'
      : season === 'summer'
        ? 'bamboo'
        : season === 'winter'
          ? draw < 0.5
            ? 'pine'
            : 'plum'
          : (['plum', 'pine', 'bamboo'] as const)[Math.floor(draw * 3)]!;
  const inwards = side < 0 ? 0 : Math.PI;
  if (kind === 'bamboo') {
    const mask = strokes(
      stain,
      (context) =>
        bamboo(context, edge - side * unit * 0.06, foot + unit * 0.05, unit * 0.8, -side as -1 | 1, random),
      0.6,
      0.35,
      random,
    );
    soak(stain, ink, mask, 0.75);
    return;
  }
  if (kind === 'pine') {
    const mask = strokes(
      stain,
      (context) =>
        pineBranch(
          context,
          edge + side * unit * 0.02,
          unit * (0.08 + 0.06 * random()),
          inwards - side * 0.22,
          unit * 0.46,
          random,
        ),
      0.5,
      0.3,
      random,
    );
    soak(stain, ink, mask, 0.8);
    return;
  }
  const buds: Bud[] = [];
  const start = unit * (0.04 + 0.05 * random());
  const mask = strokes(
    stain,
    (context) =>
      plumBranch(
        context,
        edge + side * unit * 0.02,
        start,
        inwards - side * (0.3 + 0.2 * random()),
        unit * 0.46,
        random,
        (bud) => buds.push(bud),
      ),
    0.6,
    0.4,
    random,
  );
  soak(stain, ink, mask, 0.8);
  const pink = oklchToLinear([0.72, 0.13, 12]);
  const petals = strokes(
    stain,
    (context) => {
      for (const { x, y, size } of buds) blossom(context, x, y, unit * 0.017 * size, x + y);
    },
    0.7,
    0.25,
    random,
  );
  soak(stain, pink, petals, 0.8);
  const hearts = strokes(
    stain,
    (context) => {
      for (const { x, y, size } of buds) {
        context.beginPath();
        context.arc(x, y, unit * 0.0035 * size, 0, 2 * Math.PI);
        context.fill();
      }
    },
    0.4,
    0,
    random,
  );
  soak(stain, oklchToLinear([0.45, 0.15, 20]), hearts, 0.8);
}
