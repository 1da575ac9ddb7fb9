import type { Brief } from './brief.ts';
import type { DesignLayout } from './design.ts';
import type { Box } from './geometry.ts';
import type { ProductLayout, TextLayout } from './layout.ts';
import type { AdRequest } from './request.ts';

/** What was decided on the way. A reproduction takes these instead of asking again. */
export interface Decisions {
  readonly brief: Brief;
  readonly productLayout?: ProductLayout;
  readonly textLayout?: TextLayout;
  /** Where the ad has a design family: then its words stand here. */
  readonly design?: DesignLayout;
  /** Longer side of the photos in whose pixels it is; absent = 2,048. */
  readonly photoSide?: number;
  /** Where it says that a trained model drew in it; absent = it does not say so. */
  readonly notice?: Box;
}

/** What a recipe knows before anything is made. */
export interface RecipeSource {
  readonly request: AdRequest;
  readonly engine: { readonly name: string; readonly model: string };
  /** Who cut the product out. */
  readonly remover?: string;
  /** Longer side that its photos are worked on at. */
  readonly photoSide?: number;
  /** First 12 hex digits of the hash over presets/ at the time. */
  readonly presets: string;
}

/** Everything needed to make a picture again. Plain JSON. */
export interface Recipe extends Omit<RecipeSource, 'photoSide'> {
  readonly version: 1;
  readonly decided: Decisions;
}

/** All that pictures of these decisions say and show, in words: what a text says that is broken over lines, as one. */
export function decidedWords({ brief, textLayout, design }: Decisions): string {
  const blocks = [...(textLayout?.blocks ?? []), ...(design?.blocks ?? [])];
  const codes = (design?.parts ?? []).flatMap(({ part }) => (part.kind === 'qr' ? [part.content] : []));
  return [
    ...Object.values(brief.copy),
    brief.prompt.positive,
    ...blocks.map(({ lines }) => lines.join(' ')),
    ...codes,
  ].join('\n');
}
