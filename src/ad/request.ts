import type { AdCopy } from './copy.ts';
import type { MenuRow } from './design-part.ts';
import type { Point } from './geometry.ts';
import type { Locale } from './locale.ts';
import type { LoopKind } from './motion.ts';
import type { PageOrder } from './page.ts';
import type { LayeredKind } from './place.ts';
import type { HexColour } from './scene.ts';
import type { StyleName } from './style.ts';

/** A picture that someone gave us, by its content; the bytes lie in storage. */
export interface PhotoRef {
  /** Of the file's bytes, 64 hex digits. */
  readonly sha256: string;
  /** What the person called it, for messages only. */
  readonly name?: string;
}

/** A photo of a product. */
export interface ProductPhoto extends PhotoRef {
  /** Which of the things in it is meant: from 1, or PICK_ALL; absent = the largest that is whole, with what belongs to it. */
  readonly pick?: number;
}

/** Asks for all things in a photo together. */
export const PICK_ALL = 0;

/** What a shop has set for all of its ads. */
export interface Brand {
  readonly shopName?: string;
  readonly logo?: PhotoRef;
  /** Loudest first. */
  readonly colours?: readonly HexColour[];
  /** A face of fonts/fonts.yaml. */
  readonly face?: string;
  /** What the QR code of every ad says, unless an ad has another or none. */
  readonly qr?: string;
}

/** What an ad has besides its words and its picture. */
export interface RequestParts {
  /** What its QR code says: a link or a text, 1–300 bytes of UTF-8. */
  readonly qr?: string;
  /** 1–24 rows. */
  readonly menu?: readonly MenuRow[];
}

/** The format whose proportions are nearest to the first photo's. */
export const LIKE_PHOTO = 'like-photo';

/** What the photos are for: set up in a new scene, or restyled as a whole. */
type PhotoUse = 'composite' | 'restyle';

/** Engines that can be asked for; `auto` = the best that is there. */
export const ENGINE_CHOICES = ['auto', 'studio', 'zimage'] as const;

export type EngineChoice = (typeof ENGINE_CHOICES)[number];

/** All that someone asked for. Parsed at the edges, so every name in it is one that exists. */
export interface AdRequest {
  /** Their words, 1–2,000 characters. */
  readonly text: string;
  readonly locale: Locale;
  /** 0–4. */
  readonly photos: readonly ProductPhoto[];
  readonly use: PhotoUse;
  /** How far a restyle may go from the photo, above 0 up to 1. */
  readonly strength: number;
  /** Words given by the person; what is absent is written for them, unless `lettering` is false. */
  readonly copy: AdCopy;
  readonly lettering: boolean;
  /** A row of presets/trades/; absent = found from the text. */
  readonly industry?: string;
  /** Absent = found from the text, else the industry's. */
  readonly style?: StyleName;
  /** A name of presets/formats.yaml: '1:1', '4:5'; or LIKE_PHOTO, which a recipe never holds. */
  readonly format: string;
  /**
   * Where the ad goes: a name of presets/places.yaml, or a size in pixels as '300x250'; its size and rules are then the
   * place's, and `format` is the one nearest to it. Absent = nowhere in particular.
   */
  readonly place?: string;
  /** Which page it is of several that the request makes together; absent = all is told in one picture. */
  readonly page?: PageOrder;
  /** 0 – 2³²−1. The same request with the same seed makes the same picture. */
  readonly seed: number;
  /** Seed of the words' layout alone, for another lettering on the same picture; absent = `seed`. */
  readonly letteringSeed?: number;
  /** Product height as a share of the ad's; absent = from the layout advisor. */
  readonly scale?: number;
  /** Where the product's centre stands, 0–1 of the ad's sides; absent = from the layout advisor. */
  readonly position?: Point;
  /** How far the product's colours move towards the scene's, 0–1; absent = not at all: its pixels stay its own. */
  readonly harmonise?: number;
  /** Composites only: a background to start from, and how far to go from it, above 0 up to 1. */
  readonly backdrop?: { readonly photo: PhotoRef; readonly strength: number };
  readonly engine: EngineChoice;
  /**
   * A design family of presets/designs/, ANY_FAMILY or SCENE_FAMILY; absent = the last, as in recipes of before there were
   * others.
   */
  readonly family?: string;
  /** Families of the ads that this one is to differ from: they are taken only where no other takes it. */
  readonly otherFamilies?: readonly string[];
  /** How the ad moves: a row of presets/motions.yaml or ANY_MOTION; absent = it stands still. */
  readonly motion?: string;
  /** Files that a moving ad is made as; absent = the one that its place takes. */
  readonly motionFiles?: readonly LoopKind[];
  readonly brand?: Brand;
  /** With the brand's own where nothing else was asked for. */
  readonly parts?: RequestParts;
  /** Files besides in which somebody can go on working on it, layer by layer; absent = none. */
  readonly layers?: readonly LayeredKind[];
}

/** All that a request says in people's own words. */
export function wordsOf({
  text,
  copy,
  brand,
  parts,
}: Pick<AdRequest, 'text' | 'copy' | 'brand' | 'parts'>): string {
  return [text, brand?.shopName ?? '', ...Object.values(copy), parts?.qr ?? '', ...menuWords(parts)].join(
    '\n',
  );
}

/** All that is lettered of the parts. */
export const menuWords = (parts: RequestParts | undefined): readonly string[] =>
  (parts?.menu ?? []).flatMap(({ name, price, old, note }) =>
    [name, old, price, note].filter((words) => words !== undefined),
  );
