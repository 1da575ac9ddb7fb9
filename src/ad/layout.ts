import type { CopySlot } from './copy.ts';
import type { Box, Size } from './geometry.ts';
import type { Said } from './locale.ts';
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
  readonly why: readonly Said[];
  /** Who decided: 'local' rules, or the name of a model. */
  readonly decidedBy: string;
}

/** What was done to make words readable, mildest first. `panel` also carries the call to action's pill. */
export const TREATMENTS = ['none', 'blur', 'scrim', 'shadow', 'outline', 'panel'] as const;

export type Treatment = (typeof TREATMENTS)[number];

/** One group of words, ready to draw. */
export interface TextBlock {
  readonly slot: CopySlot;
  readonly lines: readonly string[];
  /** Box of the ink, with its panel where it has one, in pixels of the ad. */
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
  readonly align: 'left' | 'centre' | 'right';
  readonly colour: HexColour;
  readonly treatment: Treatment;
  /** Colour of the panel, scrim, shadow or outline, where the treatment has one. */
  readonly treatmentColour?: HexColour;
  /** Contrast measured on the pixels behind the words, worst 5 %: WCAG ratio 1–21 and APCA Lc 0–108 (absolute). */
  readonly contrast: { readonly wcag: number; readonly apca: number };
}

/** The words' places. */
export interface TextLayout {
  readonly size: Size;
  readonly blocks: readonly TextBlock[];
  readonly why: readonly Said[];
  readonly decidedBy: string;
}
