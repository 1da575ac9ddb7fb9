import type { DesignLayout } from '../../../src/ad/design.ts';
import type { Size } from '../../../src/ad/geometry.ts';
import type { TextLayout } from '../../../src/ad/layout.ts';
import { defined } from '../../../src/collections/defined.ts';
import type { DesignFamily } from '../../../src/design/design-request.ts';
import type { PlacedParts } from '../../../src/design/scene/place-parts.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import { DesignNode } from '../../../src/workflow/nodes/design.ts';
import { DesignPaintNode } from '../../../src/workflow/nodes/design-paint.ts';
import { PartsOverlayNode } from '../../../src/workflow/nodes/parts-overlay.ts';
import { TextOverlayNode } from '../../../src/workflow/nodes/text-overlay.ts';
import { faces } from '../../faces.ts';
import { context } from './context.ts';
import type { Prepared } from './material.ts';

/** An ad as it is delivered, and what it was made of. */
export interface MadeAd {
  readonly design: DesignLayout;
  readonly words: TextLayout;
  readonly parts?: PlacedParts;
  /** All but words and parts. */
  readonly under: Raster;
  readonly image: Raster;
  /** Milliseconds of deciding and painting. */
  readonly took: number;
}

/** What a family said to a request: an ad, or why there is none. */
export type Answer = { readonly ad: MadeAd } | { readonly refused: string };

/**
 * Makes an ad by the very nodes of the product, in the best of some families. Where one takes the request only with
 * details left out it has refused it: another family is asked first.
 */
export async function makeAd(
  prepared: Prepared,
  families: readonly DesignFamily[],
  size: Size,
): Promise<Answer> {
  const { material } = prepared;
  const began = performance.now();
  const found = await decide(prepared, { families, size });
  if ('refused' in found) return found;
  const {
    design,
    textLayout: words,
    image: under,
  } = await new DesignPaintNode().process({ design: found.design, ...material }, context);
  const { image: lettered } = await new TextOverlayNode(faces).process(
    { image: under, layout: words },
    context,
  );
  const placed = design.parts ?? [];
  const parts: PlacedParts | undefined =
    placed.length === 0 ? undefined : { placed, boxes: placed.map(({ box }) => box), why: [], warnings: [] };
  const { image } = parts
    ? await new PartsOverlayNode(faces).process({ image: lettered, placed: parts.placed }, context)
    : { image: lettered };
  const took = performance.now() - began;
  return { ad: { design, words, under, image, took, ...defined({ parts }) } };
}

interface Choice {
  readonly families: readonly DesignFamily[];
  readonly size: Size;
  /** Which of those that suit is taken; absent = the request's seed. */
  readonly choice?: number;
  /** Those of the ads that this one is to differ from. */
  readonly others?: readonly string[];
}

/** The design that a request gets, or why there is none. */
export async function decide(
  { request, brief, trades, material, mood }: Prepared,
  { families, size, choice = request.seed, others = [] }: Choice,
): Promise<{ readonly design: DesignLayout } | { readonly refused: string }> {
  const asked = families.length === 1 ? families[0]?.key : undefined;
  const { design, warnings } = await new DesignNode(faces).process(
    {
      brief,
      ...material,
      size,
      seed: request.seed,
      choice,
      families,
      others,
      trades,
      ...defined({ brand: request.brand, qr: request.parts?.qr, asked, mood }),
    },
    context,
  );
  const told = [...warnings, ...(design?.warnings ?? [])].map(({ en }) => en).join(' ');
  return design === undefined || told !== '' ? { refused: told } : { design };
}
