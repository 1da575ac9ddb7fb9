import type { HexColour } from '../../ad/scene.ts';
import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import { seedFor } from '../../imaging/random.ts';
import type { DesignFamily } from '../../presets/design.ts';
import { isAsked } from '../../presets/mood.ts';
import type { ColourSources } from './colour-sources.ts';
import { fillOf } from './fill.ts';
import { inGamut } from './gamut.ts';
import { type Fills, stepOf } from './plan-fills.ts';
import { distance } from './surface-colours.ts';

type Plan = DesignFamily['colours']['plan'];

/** Which of a mood's grounds a plan stands on: how light or loud a family is, it stays. */
export const GROUNDS: Readonly<Record<Plan, 'quiet' | 'strong' | 'night'>> = {
  tint: 'quiet',
  paper: 'quiet',
  split: 'quiet',
  loud: 'strong',
  deep: 'strong',
  duotone: 'strong',
  dark: 'night',
  neon: 'night',
  photo: 'night',
};

/** Distance from the ground at which an accent is seen as one. */
export const SEEN = 22;

/** Lightness that parts dark from light grounds. */
const MIDDLE = 0.55;

/**
 * The fills of a plan in the colours of a mood, or of a ground that was asked for. A shop's own loudest colour stays its
 * accent.
 *
 * @returns undefined where neither is there, and for a season where the shop has colours of its own
 */
export function moodFills(plan: Plan, sources: ColourSources): Fills | undefined {
  const { mood, asked, brand, palette, seed } = sources;
  const felt = mood !== undefined && (isAsked(mood) || brand.length === 0) ? mood : undefined;
  if (felt === undefined && asked === undefined) return undefined;
  const grounds = asked === undefined ? felt : aroundAsked(asked);
  if (grounds === undefined) return undefined;
  const pick = (colours: readonly HexColour[], of: string): Oklch =>
    hexToOklch(colours[seedFor(seed, of) % colours.length] ?? palette.background);
  const inks = plan === 'duotone' ? [lightestOf([...grounds.strong, ...(felt?.accents ?? [])])] : undefined;
  const ground = fillOf(pick(inks ?? grounds[GROUNDS[plan]], 'mood ground'));
  const strong = fillOf(pick(grounds.strong, 'mood ground'));
  const night = fillOf(pick(grounds.night, 'mood ground'));
  const own: readonly Oklch[] = brand.map(hexToOklch).filter(([, c]) => c > 0.07);
  const felts: readonly Oklch[] = (felt?.accents ?? [palette.accent]).map(hexToOklch);
  const turn = seedFor(seed, 'mood accent') % felts.length;
  const accents: readonly Oklch[] = [...own.slice(0, 1), ...felts.slice(turn), ...felts.slice(0, turn)];
  const accent = accents.find((one) => distance(fillOf(one), ground) >= SEEN) ?? inkOn(ground);
  return {
    ground,
    step: stepOf(ground, 0.035),
    field: plan === 'split' ? strong : besideGround(ground),
    card: felt?.card ?? '#ffffff',
    accent,
    dark: night,
  };
}

/** The light ink of a print in two. */
const lightestOf = (colours: readonly HexColour[]): HexColour =>
  colours.reduce((a, b) => (hexToOklch(b)[0] > hexToOklch(a)[0] ? b : a));

/** An accent where none of the colours is seen: as letters are. */
export const inkOn = (ground: HexColour): Oklch => [hexToOklch(ground)[0] > MIDDLE ? 0.24 : 0.95, 0.03, 60];

/** A second ground beside the first, a shade deeper where that is light, and lighter where it is dark. */
export function besideGround(ground: HexColour): HexColour {
  const [l, c, h] = hexToOklch(ground);
  return fillOf([l > MIDDLE ? l - 0.07 : l + 0.06, Math.min(0.2, 1.35 * c), h]);
}

/** Grounds of a colour that was asked for: itself, paler and darker as the plans have theirs. */
function aroundAsked(asked: HexColour): Record<'quiet' | 'strong' | 'night', readonly HexColour[]> {
  const [l, c, h] = hexToOklch(asked);
  const isGrey = c < 0.03;
  if (isGrey && l > 0.9) return { quiet: [asked], strong: [asked], night: [asked] };
  return {
    quiet: [l > 0.8 || isGrey ? asked : inGamut([0.9, Math.min(c, 0.1), h])],
    strong: [asked],
    night: [isGrey ? asked : inGamut([Math.min(l, 0.42), Math.min(c, 0.14), h])],
  };
}
