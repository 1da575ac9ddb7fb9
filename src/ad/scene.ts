import type { Box } from './geometry.ts';

/** A colour as `#rrggbb`, lower case. */
export type HexColour = `#${string}`;

export const isHexColour = (value: unknown): value is HexColour =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value);

/** Where a picture's main light comes from. */
export interface Light {
  /** Radians, in the picture plane as seen from the front: 0 = from the right, π/2 = from above, π = from the left. */
  readonly azimuth: number;
  /** Radians above the floor, 0 (raking) – π/2 (straight down). Low light throws long shadows. */
  readonly elevation: number;
  /** 0 = a point of sun, hard shadows; 1 = an overcast sky, hardly any. */
  readonly softness: number;
  readonly tint: HexColour;
}

/** The ground that a product can stand on. */
export interface Floor {
  /** Rows in pixels: a product's foot may stand anywhere between them. */
  readonly top: number;
  readonly bottom: number;
  /** Row that suits a foot best; absent = none in particular. */
  readonly ground?: number;
  /** Columns between which a foot may stand, as on a podium; absent = anywhere across the picture. */
  readonly across?: readonly [left: number, right: number];
  /** Mean colour near the foot of a product, for tinting its shadow. */
  readonly colour: HexColour;
  /** 0 = matt, no reflection; 1 = a mirror. */
  readonly gloss: number;
}

/** What the maker of a background knows about it, or what was estimated from its pixels. */
export interface Stage {
  readonly light: Light;
  /** Row of the horizon, or of the line between wall and floor, in pixels. */
  readonly horizon: number;
  /** Absent where nothing can stand, as in a flat pattern: products then float as a sticker or card. */
  readonly floor?: Floor;
  /** What the picture itself shows, where its maker knows: words keep off it as off a product. */
  readonly subject?: Box;
  /** It shows nothing, on purpose: the words are the picture, large and in its middle. */
  readonly lettersAlone?: true;
  /** Calm areas that words may take, best first. */
  readonly freeSpace: readonly Box[];
}

/** Colours of a scene: ground, words on it, and the one loud colour (call to action). */
export interface Palette {
  readonly background: HexColour;
  readonly ink: HexColour;
  readonly accent: HexColour;
}

/**
 * Names of the scenes, materials, props and styles that the studio is delivered with, one union a kind; the indexes of
 * studio/ declare them, so that a name that is mistyped does not compile.
 *
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled where the things are
export interface StudioNames {}

declare const kind: unique symbol;

/** A name that the studio is delivered with, or one that was looked up in a catalogue that has more. */
export type NameOf<Kind extends string> =
  | (StudioNames extends Readonly<Record<Kind, infer Name>> ? Name : never)
  | (string & { readonly [kind]: Kind });

/**
 * The name of what is just being defined.
 *
 * @throws TypeError unless it is in kebab case
 */
export function defineName<Kind extends string>(name: string): NameOf<Kind> {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    throw new TypeError(`Expected a name in kebab case, got "${name}"`);
  }
  // By being defined it becomes one.
  return name as NameOf<Kind>;
}

export type SceneName = NameOf<'scene'>;

export type MaterialName = NameOf<'material'>;

export const LIGHTING_NAMES = [
  'window',
  'blinds',
  'leaves',
  'softbox',
  'sun',
  'spot',
  'neon',
  'dawn',
  'sunset',
  'candle',
  'overcast',
] as const;

export type LightingName = (typeof LIGHTING_NAMES)[number];

export const SEASON_NAMES = ['spring', 'summer', 'autumn', 'winter'] as const;

export type SeasonName = (typeof SEASON_NAMES)[number];

/** What lies behind a stage in the open. */
export const OUTLOOK_NAMES = ['sea', 'meadow'] as const;

export type OutlookName = (typeof OUTLOOK_NAMES)[number];

/** Things that the studio can show without a photo. */
export type PropName = NameOf<'prop'>;

/** A 3D icon that is shown, and the name that it was found by. */
interface SceneIcon {
  /** Code points in hex without variation selectors, joined by '-': '1f353'. */
  readonly id: string;
  readonly name: string;
}

/** The scene that a request asks for, in words that a maker of pictures understands. */
export interface SceneBrief {
  /** Backdrops that suit, best first; never empty. */
  readonly backdrops: readonly SceneName[];
  /** Surfaces that suit, best first; may be empty. */
  readonly materials: readonly MaterialName[];
  readonly lighting: LightingName;
  readonly palette: Palette;
  /** A colour that was asked for as the ground's. */
  readonly asked?: HexColour;
  readonly season?: SeasonName;
  /** Where the request says it. */
  readonly outlook?: OutlookName;
  /** 0 = noon in a white room; 1 = night. */
  readonly darkness: number;
  /** Small things around the product, in English: 'coffee beans', 'linen napkin'. */
  readonly props: readonly string[];
  /** What the picture shows where there is no photo of a product; the studio alone heeds it. */
  readonly subject?: PropName;
  /** In place of a subject: 3D icons that stand side by side, 1–3; the studio alone heeds them. */
  readonly icons?: readonly SceneIcon[];
  /** Mean colour of the product to be shown, where one is known: the backdrop keeps away from it in lightness. */
  readonly productColour?: HexColour;
}
