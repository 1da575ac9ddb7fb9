import type { CopySlot } from './copy.ts';
import type { DetailKind } from './detail-kind.ts';
import type { Box, Size } from './geometry.ts';
import type { LocalizedText } from './locale.ts';
import type { HexColour } from './scene.ts';

/** Where one product stands. */
export interface ProductPlacement {
  /** Index into the request's photos. */
  readonly photo: number;
  /** Box of the product's own pixels (its matte above 0), in pixels of the ad. */
  readonly box: Box;
  /** Ad pixels per cut-out pixel. */
  readonly scale: number;
  /** Row on which the product stands. */
  readonly ground: number;
  /** Drawing order: greater is nearer and drawn later. */
  readonly depth: number;
}

/** How the products stand together. */
export interface ProductLayout {
  readonly placements: readonly ProductPlacement[];
  /** 'cut-out' = products stand in the scene; 'photo-card' = the photo is kept whole in a designed frame. */
  readonly kind: 'cut-out' | 'photo-card';
  readonly why: readonly LocalizedText[];
  /** Who decided: 'local' rules, or the name of a model. */
  readonly decidedBy: string;
}

/** What was done to make words readable, mildest first. */
export const TREATMENTS = ['none', 'blur', 'scrim', 'shadow', 'outline', 'panel'] as const;

export type Treatment = (typeof TREATMENTS)[number];

/** Which way a scrim is densest. */
export type ScrimEdge = 'top' | 'bottom' | 'left' | 'right';

/** Something laid between the picture and the words of one or more blocks. Underlays never touch a product. */
export type Underlay =
  /** Softens and tints the picture. */
  | {
      readonly kind: 'blur';
      readonly box: Box;
      readonly colour: HexColour;
      readonly opacity: number;
      /** Width of the rim in which it fades, inside the box, in pixels. */
      readonly feather: number;
    }
  /** Tint that is strongest at `edge` of the box and eases out to nothing at the opposite one. */
  | {
      readonly kind: 'scrim';
      readonly box: Box;
      readonly edge: ScrimEdge;
      readonly colour: HexColour;
      readonly opacity: number;
    }
  /** A sheet of frosted glass: the picture behind it is blurred and covered with the colour. */
  | {
      readonly kind: 'panel';
      readonly box: Box;
      readonly colour: HexColour;
      readonly opacity: number;
      /** Of the corners, in pixels; 0 for a band that runs to the picture's edges. */
      readonly radius: number;
    };

/** One group of words, ready to draw. Only details may have several blocks: columns beside one another. */
export interface TextBlock {
  readonly slot: CopySlot;
  /**
   * As they are read from the top; a line holds no break. In a price, what stands between two `~~` is the old price
   * and is struck through.
   */
  readonly lines: readonly string[];
  /** Of a badge: a star with many rays around its words; absent = a pill. */
  readonly shape?: 'burst';
  /** Of details: the icon before each line, null before one that goes on with the line above. Absent = no icons. */
  readonly icons?: readonly (DetailKind | null)[];
  /** Whole pixels of the ad: the box of the ink, for a badge and a call to action that of their pill. */
  readonly box: Box;
  /** A face of fonts/fonts.yaml. */
  readonly face: string;
  /** 100–900. */
  readonly weight: number;
  /** Em size in pixels. */
  readonly size: number;
  /** Distance of baselines, in em. */
  readonly lineHeight: number;
  /** Added between letters, in em. */
  readonly tracking: number;
  /** Em of each line against `size`, 0.1–1; absent = all lines are alike. */
  readonly scales?: readonly number[];
  /** The lines are columns, the first at the right, their letters under one another. */
  readonly vertical?: true;
  /** Degrees clockwise by which the box and its letters are turned about its middle, −45–45; absent = upright. */
  readonly angle?: number;
  readonly align: 'left' | 'centre' | 'right';
  readonly colour: HexColour;
  /** That of a badge and a call to action is always 'panel', their pill. */
  readonly treatment: Treatment;
  /** Colour of the pill, the panel, scrim, shadow or outline, where the treatment has one. */
  readonly treatmentColour?: HexColour;
  /** How strong a shadow is, 0–1; absent = 1. */
  readonly treatmentStrength?: number;
  /** Contrast measured on the pixels behind the words, worst 5 %: WCAG ratio 1–21 and APCA Lc 0–108 (absolute). */
  readonly contrast: { readonly wcag: number; readonly apca: number };
}

/** The words' places. */
export interface TextLayout {
  readonly size: Size;
  /** Drawn before any words, in this order. */
  readonly underlays: readonly Underlay[];
  readonly blocks: readonly TextBlock[];
  readonly why: readonly LocalizedText[];
  /** What was left out: letters that no font has, details that found no room. */
  readonly warnings: readonly LocalizedText[];
  readonly decidedBy: string;
}
