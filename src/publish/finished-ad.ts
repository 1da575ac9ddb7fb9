import type { Brief } from '../ad/brief.ts';
import type { DesignLayout } from '../ad/design.ts';
import { isGenerated } from '../ad/digital-source.ts';
import type { Box } from '../ad/geometry.ts';
import type { ProductLayout, TextLayout } from '../ad/layout.ts';
import { noticeEm } from '../ad/notice.ts';
import type { Recipe, RecipeSource } from '../ad/recipe.ts';
import { defined } from '../collections/defined.ts';
import type { Overlaid } from './judge.ts';

/** What is known of a finished ad when it becomes a file. */
export interface FinishedAd {
  /** What the recipe starts from; absent = the file carries no recipe. */
  readonly source?: RecipeSource;
  readonly brief?: Brief;
  readonly productLayout?: ProductLayout;
  readonly textLayout?: TextLayout;
  readonly design?: DesignLayout;
  /** Where QR code and menu stand, and the shop's logo. */
  readonly parts?: readonly Box[];
  readonly logo?: Box | undefined;
  /** Where it says that a trained model drew in it. */
  readonly notice?: Box | undefined;
  /** Whether pictures say that a trained model drew in them: then it is told where one cannot. */
  readonly saysAi?: boolean;
}

/** What makes the same ad again; undefined where the file carries none. */
export function recipeFrom({
  source,
  brief,
  productLayout,
  textLayout,
  design,
  notice,
}: FinishedAd): Recipe | undefined {
  if (source === undefined || brief === undefined) return undefined;
  const { photoSide, ...begun } = source;
  return {
    version: 1,
    ...begun,
    decided: {
      brief,
      ...defined({ productLayout, textLayout, design, photoSide: design && photoSide, notice }),
    },
  };
}

/** What a document is called. */
export const titleOf = ({ decided, request }: Recipe): string =>
  decided.brief.copy.headline?.replaceAll('\n', ' ') ?? request.place ?? request.format;

/** What lies over the picture. */
export const overlaidOn = ({
  textLayout,
  productLayout,
  design,
  parts = [],
  logo,
  notice,
}: FinishedAd): Overlaid => ({
  blocks: [
    ...(textLayout?.blocks ?? []),
    ...(design?.blocks ?? []),
    ...(notice === undefined ? [] : [{ box: notice, size: noticeEm(notice) }]),
  ],
  parts: [...(design?.parts ?? []).map(({ box }) => box), ...parts, ...(logo === undefined ? [] : [logo])],
  hasBorder: productLayout?.kind === 'photo-card',
});

/** What the QR code says that stands on a picture; undefined where there is none. */
export function qrOn({ design, parts = [] }: FinishedAd, { request }: Recipe): string | undefined {
  for (const { part } of design?.parts ?? []) if (part.kind === 'qr') return part.content;
  return design === undefined && parts.length > 0 ? request.parts?.qr : undefined;
}

/** Whether a trained model drew in a picture that takes no words. */
export const isUnsaid = ({ saysAi, textLayout, design }: FinishedAd, recipe: Recipe): boolean =>
  saysAi === true && textLayout === undefined && design === undefined && isGenerated(recipe);
