import type { Box } from './geometry.ts';

/** A colour as `#rrggbb`, lower case. */
export type HexColour = `#${string}`;

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
  /** Calm areas that words may take, best first. */
  readonly freeSpace: readonly Box[];
}

/** Colours of a scene: ground, words on it, and the one loud colour (call to action). */
export interface Palette {
  readonly background: HexColour;
  readonly ink: HexColour;
  readonly accent: HexColour;
}

/** The studio's backdrops, one function each in studio/scenes. */
export const BACKDROP_NAMES = [
  'sweep',
  'table',
  'podium',
  'arch',
  'gobo',
  'bokeh',
  'colour-block',
  'paper-cut',
  'fabric',
  'outdoor',
  'water',
  'sunburst',
  'hanji',
  'chalkboard',
  'shelf',
  'tiles',
] as const;

export type BackdropName = (typeof BACKDROP_NAMES)[number];

export const MATERIAL_NAMES = [
  'oak',
  'walnut',
  'marble',
  'dark-marble',
  'linen',
  'terrazzo',
  'concrete',
  'plaster',
  'slate',
  'silk',
  'hanji',
  'kraft',
] as const;

export type MaterialName = (typeof MATERIAL_NAMES)[number];

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

/** Things that the studio can show without a photo, one function each in studio/props. */
export const PROP_NAMES = [
  'latte',
  'strawberry-latte',
  'matcha-latte',
  'americano',
  'ade',
  'coffee',
  'beer',
  'wine',
  'cake',
  'bread',
  'donut',
  'macarons',
  'noodles',
  'bibimbap',
  'chicken',
  'strawberries',
  'oranges',
  'apples',
  'bottle',
  'serum',
  'cream',
  'tube',
  'perfume',
  'lipstick',
  'gift',
  'bag',
  'books',
  'bouquet',
  'candle',
  'jar',
  'phone',
  'jewel',
  'kettlebell',
  'spectacles',
  'pet-bowl',
  'tteokbokki',
  'sashimi',
  'pork-belly',
  'towels',
  'camera',
  'potted-plant',
  'pill-bottle',
  'yoga-mat',
] as const;

export type PropName = (typeof PROP_NAMES)[number];

/** The scene that a request asks for, in words that a maker of pictures understands. */
export interface SceneBrief {
  /** Backdrops that suit, best first; never empty. */
  readonly backdrops: readonly BackdropName[];
  /** Surfaces that suit, best first; may be empty. */
  readonly materials: readonly MaterialName[];
  readonly lighting: LightingName;
  readonly palette: Palette;
  readonly season?: SeasonName;
  /** Where the request says it. */
  readonly outlook?: OutlookName;
  /** 0 = noon in a white room; 1 = night. */
  readonly darkness: number;
  /** Small things around the product, in English: 'coffee beans', 'linen napkin'. */
  readonly props: readonly string[];
  /** What the picture shows where there is no photo of a product; the studio alone heeds it. */
  readonly subject?: PropName;
  /** Mean colour of the product to be shown, where one is known: the backdrop keeps away from it in lightness. */
  readonly productColour?: HexColour;
}
