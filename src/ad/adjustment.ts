import type { AdCopy, CopySlot } from './copy.ts';
import type { Box, Size } from './geometry.ts';
import type { LocalizedText } from './locale.ts';
import type { Decisions, Recipe } from './recipe.ts';
import type { AdRequest } from './request.ts';
import type { HexColour } from './scene.ts';

/** How far somebody has moved a thing of a finished ad, and how much larger they have made it. */
export interface Move {
  /** Shares of the sheet's width and height. */
  readonly x: number;
  readonly y: number;
  /** 1 = as large as it was. */
  readonly scale: number;
}

/** What somebody has changed of a finished ad by hand. */
export interface Adjustment {
  /** By the piece. */
  readonly moves: Readonly<Record<string, Move>>;
  /** All its words; absent = as they are. */
  readonly copy?: AdCopy;
  /** A design family; absent = as it is. */
  readonly family?: string;
  /** Loudest first; absent = as they are. */
  readonly colours?: readonly HexColour[];
  /** A name of presets/places.yaml; absent = as it is. */
  readonly place?: string;
}

/** Something of an ad that can be taken hold of. */
export interface Piece {
  /** 'product-0', 'picture-0', 'headline-0'. */
  readonly id: string;
  readonly kind: 'product' | 'picture' | 'words';
  /** Upright, around all of it, in pixels of the ad. */
  readonly box: Box;
  /** The slot whose words it shows, where they can be edited. */
  readonly slot?: CopySlot;
  /** What it says; '' = nothing. */
  readonly text: string;
}

/** A rule of layouts that an adjusted ad breaks. */
export interface Fault {
  readonly kind: 'contrast' | 'edge' | 'product' | 'frame' | 'words' | 'small' | 'covered';
  readonly piece: string;
  readonly said: LocalizedText;
}

/** An adjusted ad, as it is looked at. */
export interface AdjustedAd {
  readonly size: Size;
  /** JPEG. */
  readonly picture: Uint8Array;
  readonly pieces: readonly Piece[];
  readonly faults: readonly Fault[];
  readonly why: readonly LocalizedText[];
  /** What is told besides, as of a design that had no room. */
  readonly warnings: readonly LocalizedText[];
  readonly copy: AdCopy;
  /** The design family that it has; absent = it is a scene. */
  readonly family?: string;
  readonly colours: readonly HexColour[];
  /** What makes it. */
  readonly made: { readonly request: AdRequest; readonly decided: Partial<Decisions> };
}

/** A finished ad with all that it was made from at hand, so that it is laid out again at once. */
export interface Bench {
  /** @throws UserError; OutageError; the signal's reason */
  adjust(adjustment: Adjustment, signal?: AbortSignal): Promise<AdjustedAd>;
}

/** @throws UserError `not-adjustable`; OutageError */
export type OpenBench = (recipe: Recipe) => Promise<Bench>;

/** What can be adjusted: words or products that stand on a picture of one page. */
export function isAdjustable({ request, decided: { design, textLayout, productLayout } }: Recipe): boolean {
  if (request.page !== undefined) return false;
  if (design !== undefined) return true;
  const isScene = textLayout !== undefined || productLayout !== undefined;
  // Parts of a scene are placed anew wherever there is room, and a photo that was restyled is one picture.
  return (
    isScene && request.parts === undefined && request.use === 'composite' && request.backdrop === undefined
  );
}
