import type { DesignLayout } from '../../../src/ad/design.ts';
import type { Size } from '../../../src/ad/geometry.ts';
import type { TextLayout } from '../../../src/ad/layout.ts';
import { defined } from '../../../src/collections/defined.ts';
import type { DesignFamily } from '../../../src/design/design-request.ts';
import type { PlacedParts } from '../../../src/design/scene/place-parts.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import { DesignNode } from '../../../src/workflow/nodes/design.ts';
import { DesignPaintNode } from '../../../src/workflow/nodes/design-paint.ts';
import { PartsLayoutNode } from '../../../src/workflow/nodes/parts-layout.ts';
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
  const { request, brief, material } = prepared;
  const began = performance.now();
  const { design: found, warnings } = await new DesignNode(faces).process(
    {
      brief,
      ...material,
      size,
      seed: request.seed,
      choice: request.seed,
      families,
      others: [],
      trades: [],
      ...defined({ brand: request.brand, asked: families.length === 1 ? families[0]?.key : undefined }),
    },
    context,
  );
  if (found === undefined) return { refused: warnings.map(({ en }) => en).join(' ') };
  if (found.warnings.length > 0) return { refused: found.warnings.map(({ en }) => en).join(' ') };
  const {
    design,
    textLayout: words,
    image: under,
  } = await new DesignPaintNode().process({ design: found, ...material }, context);
  const { image: lettered } = await new TextOverlayNode(faces).process(
    { image: under, layout: words },
    context,
  );
  const parts =
    request.parts &&
    (await new PartsLayoutNode(faces).process(
      {
        image: under,
        design,
        words,
        parts: request.parts,
        palette: brief.scene.palette,
        face: brief.face,
      },
      context,
    ));
  const { image } = parts
    ? await new PartsOverlayNode(faces).process({ image: lettered, placed: parts.placed }, context)
    : { image: lettered };
  const took = performance.now() - began;
  return { ad: { design, words, under, image, took, ...defined({ parts }) } };
}
