import type { Box } from './geometry.ts';
import type { HexColour } from './scene.ts';

/** How the words of a part are set. */
interface PartType {
  /** A face of fonts/fonts.yaml. */
  readonly face: string;
  /** 100–900. */
  readonly weight: number;
}

/**
 * The offer or the price, loud: a round sign that stands over picture and ground. `text` is set as a price is: digits
 * large, 원 and % small.
 */
export interface BadgePart extends PartType {
  readonly kind: 'badge';
  /** `burst` = a star with many points; `scallop` = a rosette; `pill` = a bar with round ends. */
  readonly shape: 'disc' | 'burst' | 'scallop' | 'pill';
  /** What it is for, small above: '오늘만'. */
  readonly label?: string;
  /** The price that holds no more; it is struck through. */
  readonly old?: string;
  readonly text: string;
  /** What binds it, small below: '1인 1개'. */
  readonly note?: string;
  /** Degrees that it is turned by, clockwise, −20–20; a pill is not turned. */
  readonly angle: number;
  /** Whether a line in the colour of the words runs inside of its edge. */
  readonly ring: boolean;
}

/** One line on a band whose ends are folded back (`folded`), or cut like a swallow's tail. */
export interface RibbonPart extends PartType {
  readonly kind: 'ribbon';
  readonly text: string;
  readonly ends: 'folded' | 'swallow';
}

/** A rubber stamp: a ring, words in its middle and, along it, others. The ink is worn by its seed. */
export interface StampPart extends PartType {
  readonly kind: 'stamp';
  readonly text: string;
  /** Along the ring; absent = two lines of it and nothing between. */
  readonly around?: string;
  /** Degrees, clockwise, −20–20. */
  readonly angle: number;
  /** 0 – 2³²−1. */
  readonly seed: number;
}

/** A sheet with a ticket's edge. What stands on it is not the part's business. */
export interface TicketPart {
  readonly kind: 'ticket';
  /** Where it is torn: a horizontal line with a notch at each end, or a vertical one. */
  readonly tear: 'across' | 'down';
  /** Where the line is, as a share of the sheet's height or width, 0.2–0.85. */
  readonly at: number;
  /** `notched` = two round notches; `stamped` = a row of small ones along both short sides besides. */
  readonly edge: 'notched' | 'stamped';
}

/** What somebody who comes has to know, a line each, with the icon of its kind. */
export interface DetailsPart extends PartType {
  readonly kind: 'details';
  /** 1–14. */
  readonly lines: readonly string[];
  readonly align: 'left' | 'centre';
}

/** One thing of a menu. Its words are the owner's, each whole. */
export interface MenuRow {
  readonly name: string;
  /** As it is written: '4,500원', '시가', '6.0'. Absent = the row is a heading of those below it. */
  readonly price?: string;
  /** What it cost before: it is struck through. */
  readonly old?: string;
  /** What binds it: 'HOT', '2인분부터'. */
  readonly note?: string;
  readonly soldOut?: boolean;
}

/** Things with their prices, under one another, the prices lined up on the right. Two columns from eight rows on. */
export interface MenuPart extends PartType {
  readonly kind: 'menu';
  /** 1–24. */
  readonly rows: readonly MenuRow[];
  /** Between name and price: dots, a line under each row, or nothing. */
  readonly guide: 'leader' | 'rule' | 'none';
}

/** Bytes of UTF-8 that a QR code may say: more would make its modules too small for the smallest ad. */
export const MAX_QR_BYTES = 300;

/** A QR code (ISO/IEC 18004), dark on light, with its quiet zone of four modules. */
export interface QrPart extends PartType {
  readonly kind: 'qr';
  /** What it says when it is read: a link or a text, 1–300 bytes of UTF-8. */
  readonly content: string;
  /** Below it: '예약하기'. */
  readonly caption?: string;
}

/** Stars that somebody gave, and who did: nothing of it is ever made up. */
export interface RatingPart extends PartType {
  readonly kind: 'rating';
  /** 0–5; stars are filled to its tenths. */
  readonly stars: number;
  /** The number as the owner wrote it: '4.8', '4.8/5'. */
  readonly value: string;
  /** '네이버 리뷰 320개'. */
  readonly source: string;
}

/** The shop's name beside its logo, or alone. */
export interface LockupPart extends PartType {
  readonly kind: 'lockup';
  readonly name: string;
  /** Width of the logo's picture by its height; absent = no logo. */
  readonly logo?: number;
  readonly arrange: 'row' | 'stack';
}

/** A line around the sheet, inside of its box. */
export interface FramePart {
  readonly kind: 'frame';
  /** `corners` = a hairline whose corners turn in; `dotted` = a row of dots. */
  readonly style: 'hairline' | 'double' | 'corners' | 'dotted';
}

/** A line between two things, in the middle of its box. */
export interface DividerPart {
  readonly kind: 'divider';
  /** `ornament` = a hairline with a small lozenge in its middle. */
  readonly style: 'hairline' | 'double' | 'dotted' | 'ornament';
}

/** What a shop's ad has besides picture and lines of words. Plain JSON: a part of a design. */
export type DesignPart =
  | BadgePart
  | RibbonPart
  | StampPart
  | TicketPart
  | DetailsPart
  | MenuPart
  | QrPart
  | RatingPart
  | LockupPart
  | FramePart
  | DividerPart;

export type PartKind = DesignPart['kind'];

export type PartOf<K extends PartKind> = Extract<DesignPart, { readonly kind: K }>;

/**
 * What a part is drawn in. `ground` is its own fill, where it has one (badge, ribbon, ticket, QR code), else the one
 * colour that lies behind it. Words take `ink` and `accent` only as far as they can be read on the ground: they are made
 * darker or lighter until they are.
 */
export interface PartColours {
  readonly ground: HexColour;
  readonly ink: HexColour;
  /** Prices of a menu, stars, the ring of a badge, the old price. */
  readonly accent: HexColour;
}

/** A part with its place, ready to be drawn. */
export interface PlacedPart {
  readonly part: DesignPart;
  /** Whole pixels of the ad. */
  readonly box: Box;
  readonly colours: PartColours;
  /** What lies under it and around it; it is of the colours' ground. */
  readonly sheet?: Box;
}
