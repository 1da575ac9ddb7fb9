import type { Size } from './geometry.ts';
import type { LocalizedText } from './locale.ts';
import type { LoopRule } from './motion.ts';

/** Where an ad goes, and what is asked of its file there. */

/** Kinds of files that places take. */
export const FILE_KINDS = ['png', 'jpeg', 'webp', 'pdf'] as const;

export type FileKind = (typeof FILE_KINDS)[number];

/** Files in which somebody can go on working on an ad, layer by layer. */
export const LAYERED_KINDS = ['svg', 'psd'] as const;

export type LayeredKind = (typeof LAYERED_KINDS)[number];

/** Those that are one picture. */
export type PictureFileKind = Exclude<FileKind, 'pdf'>;

/** Who says what a place asks for. */
export interface RuleSource {
  readonly title: LocalizedText;
  readonly url?: string;
  /** When they said so, or when it was read there: '2026-11-30'. */
  readonly date: string;
}

/** One thing that a place asks for, and who says so. */
export interface Rule<T> {
  readonly is: T;
  readonly by: RuleSource;
}

/** Pixels that are kept free at each edge. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** What sorts of places there are, in the order of lists. */
export const PLACE_KINDS = ['social', 'message', 'shop', 'web', 'banner', 'print'] as const;

export type PlaceKind = (typeof PLACE_KINDS)[number];

/** A sheet of paper or film that a press prints. */
export interface PrintSheet {
  /** Millimetres of the sheet once it is cut. */
  readonly trim: Size;
  /** Millimetres by which the picture goes on beyond each edge, to be cut off. */
  readonly bleed: number;
  /** Pixels an inch of what is of pixels. */
  readonly dpi: number;
  /** Round = a knife cuts along the circle inside of the trimmed sheet; absent = the sheet is cut straight. */
  readonly cut?: 'round';
}

/** A place and its rules; a rule that is absent is one that the place does not have. */
export interface Place {
  /** 'instagram-story'; of a size that was asked for in pixels '300x250'. */
  readonly key: string;
  readonly kind: PlaceKind;
  readonly names: LocalizedText;
  readonly pixels: Rule<Size>;
  /** Best first. */
  readonly files: Rule<readonly FileKind[]>;
  /** Most bytes of the file. */
  readonly bytes?: Rule<number>;
  /** Nothing is laid over the picture or around it: no words, badge, QR code, logo or border. */
  readonly bare?: Rule<true>;
  /** A long page: files as high as what stands on them, up to so many pixels; the height of `pixels` says nothing. */
  readonly slices?: Rule<number>;
  /** Nothing but the product, on plain white. */
  readonly ground?: Rule<'white'>;
  /** How many pictures make a set there. */
  readonly cards?: Rule<{ readonly min: number; readonly max: number }>;
  /** Absent = nobody knows that it takes moving ads. */
  readonly motion?: Rule<LoopRule>;
  /** Where no words may be. */
  readonly safe?: Rule<Insets>;
  /** Of a sheet that a knife cuts round: pixels from its middle beyond which no words may be. */
  readonly round?: Rule<number>;
  /** Least em of letters, pixels. */
  readonly letters?: Rule<number>;
  /** Absent = it is looked at on a screen. `pixels` are then those in which the ad is laid out, bleed and all. */
  readonly print?: Rule<PrintSheet>;
}

/** Pixels of the layout to a millimetre of a printed sheet. */
export const pixelsPerMm = ({ width }: Size, { trim, bleed }: PrintSheet): number =>
  width / (trim.width + 2 * bleed);

/** What a press cuts off of a layout, pixels; undefined for a place on a screen. */
export function bleedOf({ pixels, print }: Pick<Place, 'pixels' | 'print'>): Insets | undefined {
  if (print === undefined) return undefined;
  const side = Math.round(print.is.bleed * pixelsPerMm(pixels.is, print.is));
  return { top: side, right: side, bottom: side, left: side };
}

/** Sides in pixels that a picture may be asked for with, and how many times its shorter side the longer may be. */
export const PLACE_LIMITS = { side: { min: 60, max: 2048 }, ratio: 12 } as const;

/** Sheets with a shorter side than this, in pixels, need a rule of their own for how small letters may be. */
const SMALL = 400;

/** Em in pixels from which on Hangul can be read on a screen. */
const LEAST_LETTERS = 10;

/** The place of a picture of so many pixels that nobody knows more of. */
export function placeOfSize({ width, height }: Size): Place {
  const key = `${width}x${height}`;
  const by: RuleSource = { title: { ko: '요청하신 크기', en: 'the size you asked for' }, date: ASKED };
  return {
    key,
    kind: 'web',
    names: { ko: key, en: key },
    pixels: { is: { width, height }, by },
    files: { is: ['png'], by },
    ...(Math.min(width, height) < SMALL ? { letters: { is: LEAST_LETTERS, by } } : {}),
  };
}

/** The date of what somebody asks for. */
const ASKED = 'now';
