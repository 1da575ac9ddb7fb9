import type { HexColour } from '../../ad/scene.ts';
import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import type { DesignFamily, SURFACES } from '../../presets/design.ts';
import type { ColourSources } from './colour-sources.ts';
import { fillOf } from './fill.ts';
import { inGamut } from './gamut.ts';
import { moodFills } from './mood-fills.ts';
import { PLANS } from './plan-fills.ts';
import { signatureFills } from './signature-fills.ts';
import { type SurfaceColours, surfaceColours } from './surface-colours.ts';

type SurfaceName = (typeof SURFACES)[number];

export type ColourPlan = Readonly<Record<SurfaceName, SurfaceColours>>;

/** Chroma below which a colour is a grey and has no hue to speak of. */
const COLOURFUL = 0.05;

/** Hues for shops of which nothing is known: red, orange, yellow, green, blue, violet. */
const ANY_HUE = [27, 55, 90, 150, 255, 300];

/** The surfaces of a family's colour plan, each with letters that can be read on it (https://bottosson.github.io/posts/oklab/). */
export function colourPlan({ colours }: Pick<DesignFamily, 'colours'>, sources: ColourSources): ColourPlan {
  const main = mainColour(colours.from, sources);
  const own = signatureFills(colours, main, sources) ?? moodFills(colours.plan, sources);
  const fills = own ?? PLANS[colours.plan](main, sources);
  const hue = own === undefined ? main[2] : hexToOklch(own.ground)[2];
  const make = (fill: HexColour, step = fill): SurfaceColours =>
    surfaceColours(fill, step, hue, fills.accent);
  const accentFill = fillOf(fills.accent);
  const dark = fills.dark ?? inGamut([0.2, 0.03, hue]);
  return {
    ground: make(fills.ground, fills.step),
    field: make(fills.field),
    card: make(fills.card),
    accent: surfaceColours(accentFill, accentFill, hue, hexToOklch(fills.ground)),
    dark: make(dark),
    step: make(fills.step),
  };
}

function mainColour(from: DesignFamily['colours']['from'], sources: ColourSources): Oklch {
  const { palette, brand, product, seed } = sources;
  const known: Readonly<Record<(typeof from)[number], readonly Oklch[]>> = {
    brand: brand.map(hexToOklch),
    palette: [palette.accent, palette.background, palette.ink].map(hexToOklch),
    product: product === undefined ? [] : [hexToOklch(product)],
  };
  const found = from.flatMap((source) => known[source]);
  const colourful = found.find(([, c]) => c >= COLOURFUL);
  if (colourful !== undefined) return colourful;
  const random = seededRandom(seedFor(seed, 'design-hue'));
  return [0.6, 0.15, ANY_HUE[Math.floor(random() * ANY_HUE.length)] ?? 27];
}
