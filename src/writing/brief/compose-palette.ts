import type { HexColour, Palette } from '../../ad/scene.ts';
import { hexToOklch, luminance, mixHex, oklchToHex, parseHex, wcagRatio } from '../../imaging/colour.ts';
import type { Mood } from '../../presets/mood.ts';

/** What may change a trade's palette, in the order of who is heard first. */
export interface PaletteWishes {
  readonly trade: Palette;
  /** Loudest first. */
  readonly brand?: readonly HexColour[];
  /** A colour that the request asks for. */
  readonly colour?: HexColour;
  /** A colour that the letters are asked in. */
  readonly letters?: HexColour;
  /** Colours of a mood that is asked for, first that suit best. */
  readonly mood?: Pick<Mood, 'quiet' | 'accents'>;
  readonly occasion?: Palette;
  /** Mixed into light grounds. */
  readonly seasonTint?: HexColour;
  /** 0 = noon, 1 = night. */
  readonly darkness: number;
}

/** Ink on the ground: WCAG's AAA for text, so that the words stay readable over what is drawn there. */
const INK_CONTRAST = 7;

/** The accent must be told from the ground at a glance. */
const ACCENT_CONTRAST = 1.9;

/** From here on a scene is dark, and its ground with it. */
const NIGHT = 0.55;
/** Below this a dark ground would contradict the light. */
const DAY = 0.3;

const SEASON_SHARE = 0.4;

/** Lightness that parts dark from light grounds. */
const MIDDLE = 0.5;

/** Colours of a scene in which the words can be read, from the trade's and what was asked for. */
export function composePalette(wishes: PaletteWishes): Palette {
  const base = clearGround(grounded(chosen(wishes), wishes.darkness));
  if (wishes.letters !== undefined) return lettered(base, wishes.letters, wishes.colour !== undefined);
  return { ...base, ink: legibleInk(base), accent: visibleAccent(base) };
}

function chosen({ trade, brand, colour, mood, occasion, seasonTint, darkness }: PaletteWishes): Palette {
  const [loudest, second] = brand ?? [];
  if (loudest !== undefined) return fromBrand(loudest, second, trade);
  if (colour !== undefined) return fromColour(colour, trade);
  if (mood !== undefined)
    return {
      ...trade,
      background: mood.quiet[0] ?? trade.background,
      accent: mood.accents[0] ?? trade.accent,
    };
  if (occasion !== undefined) return occasion;
  const light = hexToOklch(trade.background)[0] > MIDDLE;
  if (seasonTint === undefined || !light || darkness >= NIGHT) return trade;
  return { ...trade, background: mixHex(trade.background, seasonTint, SEASON_SHARE) };
}

/** Lightness of letters that are read on light grounds, up to here, and on dark ones, from here on. */
const LETTERS = { dark: 0.4, light: 0.9 };

/** Above this lightness a colour of letters is told from others on a dark ground only: yellow, pink, white. */
const PALE = 0.75;

/** The letters in their own hue on a ground that shows it, which is turned over unless it was asked for as well. */
function lettered(base: Palette, letters: HexColour, groundAsked: boolean): Palette {
  const [lightness, chroma, hue] = hexToOklch(letters);
  const [, groundChroma, groundHue] = hexToOklch(base.background);
  const onDark = groundAsked ? hexToOklch(base.background)[0] < MIDDLE : lightness > PALE;
  const turned = onDark !== hexToOklch(base.background)[0] < MIDDLE;
  const background = turned
    ? oklchToHex([onDark ? 0.2 : 0.95, Math.min(groundChroma, 0.03), groundHue])
    : base.background;
  const ink = oklchToHex([
    onDark ? Math.max(lightness, LETTERS.light) : Math.min(lightness, LETTERS.dark),
    chroma,
    hue,
  ]);
  return { background, ink, accent: visibleAccent({ ...base, background, accent: letters }) };
}

/** The brand's loudest colour is the accent, untouched; the ground is a quiet tone of the other one. */
function fromBrand(loudest: HexColour, second: HexColour | undefined, trade: Palette): Palette {
  const [, chroma, hue] = hexToOklch(second ?? loudest);
  const light = hexToOklch(trade.background)[0] > MIDDLE;
  const background = oklchToHex(
    light ? [0.945, Math.min(chroma, 0.03), hue] : [0.19, Math.min(chroma, 0.03), hue],
  );
  return { background, ink: oklchToHex([light ? 0.25 : 0.96, Math.min(chroma, 0.04), hue]), accent: loudest };
}

/** A ground in the colour asked for: black and white as they are, others as a calm tone. */
function fromColour(colour: HexColour, trade: Palette): Palette {
  const [lightness, chroma, hue] = hexToOklch(colour);
  if (lightness < 0.3)
    return {
      background: oklchToHex([0.18, Math.min(chroma, 0.02), hue]),
      ink: '#f7f4ef',
      accent: trade.accent,
    };
  const background = oklchToHex([Math.max(lightness, 0.86), Math.min(chroma, 0.075), hue]);
  return { background, ink: oklchToHex([0.27, Math.min(chroma, 0.07), hue]), accent: trade.accent };
}

/** The ground as dark or as light as the scene. */
function grounded(palette: Palette, darkness: number): Palette {
  const [lightness, chroma, hue] = hexToOklch(palette.background);
  if (darkness >= NIGHT && lightness > MIDDLE) {
    return { ...palette, background: oklchToHex([0.21, Math.min(chroma, 0.03), hue]) };
  }
  if (darkness < DAY && lightness < MIDDLE) {
    return { ...palette, background: oklchToHex([0.93, Math.min(chroma, 0.02), hue]) };
  }
  return palette;
}

const contrast = (a: HexColour, b: HexColour): number =>
  wcagRatio(luminance(parseHex(a)), luminance(parseHex(b)));

const BLACK = '#000000';
const WHITE = '#ffffff';

/** Whether dark ink reads better on a ground than light ink. */
const wantsDarkInk = (ground: HexColour): boolean => contrast(ground, BLACK) >= contrast(ground, WHITE);

/** The ground moved out of the middle greys, on which no ink is legible. */
function clearGround(palette: Palette): Palette {
  let { background } = palette;
  const [lightness, chroma, hue] = hexToOklch(background);
  const lighter = wantsDarkInk(background);
  for (let step = 1; step <= 25; step++) {
    if (Math.max(contrast(background, BLACK), contrast(background, WHITE)) >= INK_CONTRAST + 0.5) break;
    background = oklchToHex([lightness + (lighter ? 0.02 : -0.02) * step, chroma, hue]);
  }
  return { ...palette, background };
}

/** The ink moved away from the ground in lightness, its hue kept, until it is legible. */
function legibleInk({ background, ink }: Palette): HexColour {
  if (contrast(background, ink) >= INK_CONTRAST) return ink;
  const [, chroma, hue] = hexToOklch(ink);
  const dark = wantsDarkInk(background);
  for (let step = 0; step <= 20; step++) {
    const lightness = dark ? 0.3 - 0.015 * step : 0.9 + 0.005 * step;
    const moved = oklchToHex([lightness, Math.min(chroma, 0.05) * (1 - step / 20), hue]);
    if (contrast(background, moved) >= INK_CONTRAST) return moved;
  }
  return dark ? BLACK : WHITE;
}

/** The accent moved in lightness, its hue and chroma kept, until it stands out. */
function visibleAccent({ background, accent }: Palette): HexColour {
  const [lightness, chroma, hue] = hexToOklch(accent);
  const down = wantsDarkInk(background);
  for (let step = 0; step <= 20; step++) {
    const moved = step === 0 ? accent : oklchToHex([lightness + (down ? -0.02 : 0.02) * step, chroma, hue]);
    if (contrast(background, moved) >= ACCENT_CONTRAST) return moved;
  }
  return accent;
}
