import type { CopySlot } from '../ad/copy.ts';
import type { HexColour, Palette } from '../ad/scene.ts';
import {
  deltaEOk,
  hexToOklch,
  mixHex,
  type Oklab,
  type Oklch,
  oklabToOklch,
  oklchToHex,
  parseHex,
  rgbToOklab,
} from '../imaging/colour.ts';
import { type BackgroundTones, backgroundOf, type Contrast, contrastOn } from '../typography/contrast.ts';
import { isEnough } from './measure/legibility.ts';

/** Dark letters on light ground, or light ones on dark. */
export type Tone = 'dark' | 'light';

/** OKLab lightness from which on a colour serves as paper, and up to which as ink. */
const PAPER = 0.9;
const INK = 0.4;

/** The palette's colours of a tone, best first; the last is as extreme as letters get. */
function lettersOf(tone: Tone, palette: Palette): readonly HexColour[] {
  const own = [palette.ink, palette.background].map((hex) => ({ hex, lch: hexToOklch(hex) }));
  if (tone === 'dark') {
    const darkest = own.reduce((a, b) => (b.lch[0] < a.lch[0] ? b : a));
    const [l, c, h] = darkest.lch;
    const inks = l <= INK ? [darkest.hex] : [];
    return [...inks, oklchToHex([0.24, Math.min(c, 0.07), h]), oklchToHex([0.16, Math.min(c, 0.03), h])];
  }
  const lightest = own.reduce((a, b) => (b.lch[0] > a.lch[0] ? b : a));
  const [l, c, h] = lightest.lch;
  const papers = l >= PAPER ? [lightest.hex] : [];
  return [...papers, oklchToHex([0.975, Math.min(c, 0.02), h]), '#ffffff'];
}

/** Chroma below which a colour is a grey and says nothing. */
const COLOURFUL = 0.06;

/** Lightness that an accent may be moved by before it is another colour. */
const ACCENT_STEPS = [0, 0.05, 0.1, 0.15, 0.2];

/** The colours that a slot's letters may take, best first. */
function coloursFor(slot: CopySlot, tone: Tone, palette: Palette): readonly HexColour[] {
  const letters = lettersOf(tone, palette);
  if (slot === 'price') return [...accentsOf(tone, palette.accent), ...letters];
  if (slot !== 'sub' && slot !== 'details') return letters;
  // Second voices are a breath softer than the headline, where the contrast can bear it.
  const [first] = letters;
  const ground = tone === 'dark' ? '#ffffff' : '#000000';
  return first === undefined ? letters : [mixHex(first, ground, 0.14), ...letters];
}

function accentsOf(tone: Tone, accent: HexColour): HexColour[] {
  const [l, c, h] = hexToOklch(accent);
  if (c < COLOURFUL) return [];
  const steps = ACCENT_STEPS.map((step) => (tone === 'dark' ? l - step : l + step));
  return steps
    .filter((lightness) => (tone === 'dark' ? lightness <= 0.62 && lightness > 0.3 : lightness >= 0.68))
    .map((lightness) => oklchToHex([Math.min(0.93, lightness), c, h]));
}

/** Distance in OKLab × 100 at which a pill stands out from what is behind it. */
const STANDS_OUT = 14;

/**
 * WCAG ratio of a pill's letters: a little over what is asked of them, since around long words the pill's soft edge is
 * among the pixels behind them and takes some hundredths.
 */
const PILL_CONTRAST = 4.6;

export interface Pill {
  readonly fill: HexColour;
  readonly letters: HexColour;
  readonly contrast: Contrast;
}

/**
 * The call to action's colours: the palette's accent with letters that can be read on it, made darker or lighter as far
 * as it needs to be; ink or paper where the accent would be lost on its ground.
 *
 * @param behind mean colour of the picture there
 */
export function pillFor(palette: Palette, behind: HexColour): Pill {
  const [dark] = lettersOf('dark', palette);
  const [light] = lettersOf('light', palette);
  const inks = [light, dark, '#ffffff', '#141210'].filter((ink): ink is HexColour => ink !== undefined);
  const [l, c, h] = hexToOklch(palette.accent);
  const steps = [0, -0.04, 0.04, -0.08, 0.08, -0.12, 0.12, -0.16, -0.2, -0.25, 0.2];
  const accents = steps.map((step) => oklchToHex([l + step, c, h] as Oklch));
  const fills = [...accents, ...inks];
  const around = rgbToOklab(parseHex(behind));
  let fallback: Pill | undefined;
  for (const fill of fills) {
    const ground = backgroundOf(fill);
    for (const letters of inks) {
      const contrast = contrastOn(ground, letters);
      if (!isEnough('cta', contrast) || contrast.wcag < PILL_CONTRAST) continue;
      const pill = { fill, letters, contrast };
      if (deltaEOk(rgbToOklab(parseHex(fill)), around) >= STANDS_OUT) return pill;
      fallback ??= pill;
    }
  }
  // Black and white are among the inks, so some fill has always had letters.
  if (fallback === undefined) throw new Error('No letters can be read on any pill');
  return fallback;
}

/** What a panel is made of under words of a tone: the other end of the palette. */
export function sheetFor(tone: Tone, palette: Palette): HexColour {
  const [first] = lettersOf(tone === 'dark' ? 'light' : 'dark', palette);
  const sheet = first ?? (tone === 'dark' ? '#ffffff' : '#141210');
  const [l, c, h] = hexToOklch(sheet);
  return tone === 'dark' ? sheet : oklchToHex([Math.min(l, 0.26), c, h]);
}

/** What shades a picture under words of a tone: its own colour there, nearly black or nearly white. */
export function shadeFor(tone: Tone, ground: Oklab): HexColour {
  const [, c, h] = oklabToOklch(ground);
  return tone === 'dark'
    ? oklchToHex([0.97, Math.min(0.3 * c, 0.02), h])
    : oklchToHex([0.2, Math.min(0.7 * c, 0.05), h]);
}

/**
 * The best colour of a tone on a ground that can be read; undefined when none can.
 *
 * @param wish comes before all others, whatever its tone
 */
export function readableColour(
  slot: CopySlot,
  tone: Tone,
  palette: Palette,
  ground: BackgroundTones,
  wish?: HexColour,
): { colour: HexColour; contrast: Contrast } | undefined {
  const colours = coloursFor(slot, tone, palette);
  for (const colour of wish === undefined ? colours : [wish, ...colours]) {
    const contrast = contrastOn(ground, colour);
    if (isEnough(slot, contrast)) return { colour, contrast };
  }
  return undefined;
}
