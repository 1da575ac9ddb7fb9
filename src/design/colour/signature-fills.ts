import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import type { DesignFamily } from '../../presets/design.ts';
import { isAsked } from '../../presets/mood.ts';
import type { ColourSources } from './colour-sources.ts';
import { fillOf } from './fill.ts';
import { hueDistance, inGamut } from './gamut.ts';
import { besideGround, GROUNDS, inkOn, SEEN } from './mood-fills.ts';
import { type Fills, PLANS, stepOf } from './plan-fills.ts';
import { distance } from './surface-colours.ts';

type Plan = DesignFamily['colours']['plan'];

type OklchRow = readonly [number, number, number];

/** Degrees that a family's grounds are pulled at most towards the shop's hue. */
const PULL = 12;

/** Share of the way to the shop's hue that they are pulled. */
const SHARE = 0.1;

/**
 * The fills of a family that has grounds of its own, by which it is told at a glance; the accent is the shop's. A season
 * gives them its hues, as light as the family has them, and its accents. A shop with colours of its own has those as
 * grounds.
 *
 * @param main the shop's colour
 * @returns undefined where the family has none, or the shop has colours, or others are asked for
 */
export function signatureFills(
  { plan, signature }: DesignFamily['colours'],
  main: Oklch,
  sources: ColourSources,
): Fills | undefined {
  const { mood, asked } = sources;
  if (signature === undefined || sources.brand.length > 0 || asked !== undefined) return undefined;
  if (mood !== undefined && isAsked(mood)) return undefined;
  const own = mood === undefined ? pulled(signature.ground, main) : seasoned(signature.ground, mood, plan);
  const fills = PLANS[plan](own, sources);
  const ground = fillOf(own);
  const field =
    signature.field === undefined ? besideGround(ground) : fillOf(fieldOf(signature.field, main, mood));
  const accents = mood?.accents.map(hexToOklch) ?? [fills.accent, hexToOklch(sources.palette.accent)];
  const accent = accents.find((one) => distance(fillOf(one), ground) >= SEEN) ?? inkOn(ground);
  return {
    ...fills,
    ground,
    step: stepOf(ground, 0.035),
    field,
    card: signature.card === undefined ? fills.card : inGamut(signature.card),
    accent,
  };
}

/** A grey ground is tinted so much, or no season would be seen in it. */
const LEAST_CHROMA = 0.03;

type Season = NonNullable<ColourSources['mood']>;

const fieldOf = (field: OklchRow, main: Oklch, season: Season | undefined): Oklch =>
  season === undefined ? pulled(field, main) : seasoned(field, season, 'loud');

/** A family's ground in the hue of a season that is nearest to its own, as light as it is. */
function seasoned([l, chroma, hue]: OklchRow, season: Season, plan: Plan): Oklch {
  const hues = season[GROUNDS[plan]].map(hexToOklch);
  const [, found, to] = hues.reduce((a, b) => (hueDistance(b[2], hue) < hueDistance(a[2], hue) ? b : a));
  return [l, Math.min(found, Math.max(LEAST_CHROMA, chroma)), to];
}

/** The colour, its hue moved a little towards another's. */
function pulled([l, c, hue]: OklchRow, [, , to]: Oklch): Oklch {
  const way = ((to - hue + 540) % 360) - 180;
  const turn = Math.max(-PULL, Math.min(PULL, SHARE * way));
  return [l, c, (hue + turn + 360) % 360];
}
