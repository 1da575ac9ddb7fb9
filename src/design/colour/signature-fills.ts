import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import type { DesignFamily } from '../../presets/design.ts';
import type { ColourSources } from './colour-sources.ts';
import { fillOf } from './fill.ts';
import { inGamut } from './gamut.ts';
import { besideGround, inkOn, SEEN } from './mood-fills.ts';
import { type Fills, PLANS, stepOf } from './plan-fills.ts';
import { distance } from './surface-colours.ts';

/** Degrees that a family's grounds are pulled at most towards the shop's hue. */
const PULL = 12;

/** Share of the way to the shop's hue that they are pulled. */
const SHARE = 0.1;

/**
 * The fills of a family that has grounds of its own, by which it is told at a glance; the accent is the shop's. A shop
 * with colours of its own has those as grounds.
 *
 * @param main the shop's colour
 * @returns undefined where the family has none, or the shop has colours
 */
export function signatureFills(
  { plan, signature }: DesignFamily['colours'],
  main: Oklch,
  sources: ColourSources,
): Fills | undefined {
  if (signature === undefined || sources.brand.length > 0) return undefined;
  const own = pulled(signature.ground, main);
  const fills = PLANS[plan](own, sources);
  const ground = fillOf(own);
  const field = signature.field === undefined ? besideGround(ground) : fillOf(pulled(signature.field, main));
  const accents = [fills.accent, hexToOklch(sources.palette.accent)];
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

/** The colour, its hue moved a little towards another's. */
function pulled([l, c, hue]: readonly [number, number, number], [, , to]: Oklch): Oklch {
  const way = ((to - hue + 540) % 360) - 180;
  const turn = Math.max(-PULL, Math.min(PULL, SHARE * way));
  return [l, c, (hue + turn + 360) % 360];
}
