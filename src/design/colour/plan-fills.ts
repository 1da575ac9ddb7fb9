import type { HexColour } from '../../ad/scene.ts';
import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import type { DesignFamily } from '../../presets/design.ts';
import type { ColourSources } from './colour-sources.ts';
import { fillOf, isReadable } from './fill.ts';
import { hueDistance, inGamut } from './gamut.ts';
import { distance } from './surface-colours.ts';

/** What the surfaces of a plan are filled with, and its one accent. */
export interface Fills {
  readonly ground: HexColour;
  /** The ground's texture, one step lighter or darker. */
  readonly step: HexColour;
  readonly field: HexColour;
  readonly card: HexColour;
  readonly accent: Oklch;
  readonly dark?: HexColour;
}

/** Hues whose light tones are the lively ones: from orange to lime, and the blue of the sky; dark orange is brown. */
const isLightHue = (hue: number): boolean => (hue > 42 && hue < 140) || (hue > 180 && hue < 235);

/** Hues whose readable tones are peach and brown: golden yellow is as warm, and alive. */
const DULL = [43, 75] as const;
const GOLDEN = 84;

/** Hues whose deep tones are mud, and the deep green that ads have in their place. */
const MUD = [30, 112] as const;
const BOARD_GREEN = 162;

const deepHue = (hue: number): number => (hue > MUD[0] && hue < MUD[1] ? BOARD_GREEN : hue);

/** The liveliest flat colour of a hue that small letters can be read on. */
function loud([l, , own]: Oklch): HexColour {
  const h = own > DULL[0] && own < DULL[1] ? GOLDEN : own;
  const light = isLightHue(h) || l > 0.8;
  const steps = light ? [0.83, 0.85, 0.87, 0.89, 0.91] : [0.58, 0.55, 0.52, 0.49, 0.46];
  const options = steps.map((lightness) => inGamut([lightness, 0.24, h]));
  return options.find(isReadable) ?? inGamut([light ? 0.9 : 0.45, 0.16, h]);
}

/** Accents that ads have always had beside a loud ground: red, yellow, blue, ink. */
const LOUD_ACCENTS: readonly Oklch[] = [
  [0.55, 0.23, 27],
  [0.88, 0.18, 95],
  [0.46, 0.22, 264],
  [0.24, 0.03, 280],
];

/** Distance of a disc's colour from the ground's at which it leaps out. */
const LEAPS = 32;

function loudAccent(ground: HexColour, { palette, brand }: ColourSources): Oklch {
  const [, , hue] = hexToOklch(ground);
  const own = [...brand.slice(1), palette.accent].map(hexToOklch);
  const wished = own.filter(([, c, h]) => c > 0.1 && hueDistance(h, hue) > 50);
  const options = [...wished, ...LOUD_ACCENTS];
  return options.find((option) => distance(fillOf(option), ground) >= LEAPS) ?? [0.24, 0.03, 280];
}

/** A step lighter or darker: away from where letters are. */
export function stepOf(ground: HexColour, by: number): HexColour {
  const [l, c, h] = hexToOklch(ground);
  return inGamut([l > 0.7 ? Math.min(0.97, l + by) : l - by * 0.8, c * 0.94, h]);
}

/** The accent of quiet plans: the palette's own where it has a colour, else one across from the ground. */
function quietAccent(main: Oklch, { palette, brand }: ColourSources, lightness: number): Oklch {
  const own = [...brand, palette.accent].map(hexToOklch).find(([, c]) => c > 0.07);
  const [, c, h] = own ?? [0, 0.15, (main[2] + 150) % 360];
  return [lightness, Math.max(0.13, c), h];
}

const PAPER_HUE = 80;
const YELLOW = 92;
const MINT = 165;

export const PLANS: Readonly<
  Record<DesignFamily['colours']['plan'], (main: Oklch, sources: ColourSources) => Fills>
> = {
  loud(main, sources) {
    const ground = loud(main);
    const accent = loudAccent(ground, sources);
    return { ground, step: stepOf(ground, 0.035), field: ground, card: '#ffffff', accent };
  },
  tint(main, sources) {
    const [, c, h] = main;
    const chroma = Math.min(0.03, 0.25 * c);
    return {
      ground: inGamut([0.935, chroma, h]),
      step: inGamut([0.9, chroma * 1.2, h]),
      field: inGamut([0.86, chroma * 1.5, h]),
      card: inGamut([0.985, 0.006, h]),
      accent: quietAccent(main, sources, 0.48),
    };
  },
  dark(main, sources) {
    const [, c, own] = main;
    const h = deepHue(own);
    const chroma = Math.min(0.03, 0.3 * c);
    return {
      ground: inGamut([0.22, chroma, h]),
      step: inGamut([0.26, chroma, h]),
      field: inGamut([0.27, chroma * 1.2, h]),
      card: inGamut([0.97, 0.01, h]),
      accent: quietAccent(main, sources, 0.87),
    };
  },
  neon(main, sources) {
    const [, c, h] = main;
    const [, , hue] = quietAccent(main, sources, 0.8);
    return {
      ground: inGamut([0.17, Math.min(0.02, c), h]),
      step: inGamut([0.21, Math.min(0.02, c), h]),
      field: inGamut([0.26, Math.min(0.03, c), h]),
      card: '#ffffff',
      accent: [isLightHue(hue) ? 0.9 : 0.72, 0.24, hue],
    };
  },
  deep(main, sources) {
    const [, c, own] = main;
    const h = deepHue(own);
    const ground = inGamut([0.38, Math.max(0.1, Math.min(0.17, c)), h]);
    const wished = quietAccent(main, sources, 0.86)[2];
    // On a ground of the accent's own hue another is seen: yellow, as of gold, or the green of mint.
    const away = hueDistance(wished, h) >= 60 ? wished : hueDistance(YELLOW, h) >= 40 ? YELLOW : MINT;
    return {
      ground,
      step: stepOf(ground, 0.03),
      field: inGamut([0.31, Math.max(0.08, c * 0.7), h]),
      card: '#ffffff',
      accent: [0.88, 0.15, away],
    };
  },
  paper(main, sources) {
    return {
      ground: inGamut([0.962, 0.014, PAPER_HUE]),
      step: inGamut([0.935, 0.02, PAPER_HUE]),
      field: inGamut([0.9, 0.03, PAPER_HUE]),
      card: '#ffffff',
      accent: quietAccent(main, sources, 0.5),
    };
  },
  split(main, sources) {
    const [, c, own] = main;
    const h = deepHue(own);
    return {
      ground: inGamut([0.955, 0.018, PAPER_HUE]),
      step: inGamut([0.93, 0.024, PAPER_HUE]),
      field: inGamut([0.36, Math.max(0.06, Math.min(0.11, c * 0.7)), h]),
      card: '#ffffff',
      accent: quietAccent(main, sources, 0.52),
    };
  },
  photo(main, sources) {
    const [, c, h] = main;
    return {
      ground: inGamut([0.2, Math.min(0.03, c), h]),
      step: inGamut([0.2, Math.min(0.03, c), h]),
      field: inGamut([0.28, Math.min(0.04, c), h]),
      card: '#ffffff',
      accent: quietAccent(main, sources, 0.88),
    };
  },
  // As a print in two inks: the light one is the sheet's, the dark one across from it.
  duotone(main) {
    const [, , own] = main;
    const h = own > DULL[0] && own < DULL[1] ? GOLDEN : own;
    const ground = inGamut([0.86, 0.15, h]);
    const opposite = (h + 165) % 360;
    // A dark ink that would be brown is the sheet's own hue.
    const across = opposite > MUD[0] && opposite < MUD[1] ? h : opposite;
    return {
      ground,
      step: stepOf(ground, 0.03),
      field: inGamut([0.91, 0.09, h]),
      card: '#ffffff',
      accent: [0.46, 0.2, across],
      dark: inGamut([0.3, 0.13, across]),
    };
  },
};
