import type { DesignLayout } from '../ad/design.ts';
import type { LocalizedText } from '../ad/locale.ts';
import type { DesignFamily } from '../presets/design.ts';
import { colourPlan } from './colour/colour-plan.ts';
import type { DesignRequest } from './design-request.ts';
import { designParts } from './solve/design-layers.ts';
import { loadFlexLayout } from './solve/flex-tree.ts';
import { type Misfit, solveFamily } from './solve/solve-family.ts';
import { designWords } from './solve/words.ts';

/** A family that was passed over, and why. */
export interface PassedOver {
  readonly family: string;
  readonly misfit: Misfit;
}

/** What became of a request for a design. */
export interface ComposedDesign {
  readonly layout: DesignLayout;
  readonly passedOver: readonly PassedOver[];
}

/**
 * The design of the first family that takes the request: all its words, its material, and nothing over anything else.
 * The same request gives the same design.
 *
 * @throws RangeError where no family takes it
 */
export async function composeDesign(request: DesignRequest): Promise<ComposedDesign> {
  const flex = await loadFlexLayout();
  const words = designWords(request);
  const passedOver: PassedOver[] = [];
  for (const family of request.families) {
    const found = solveFamily(family, words, request, flex);
    if ('misfit' in found) {
      passedOver.push({ family: family.key, misfit: found.misfit });
      continue;
    }
    const { root } = found.solved;
    const parts = designParts(root, family, colourPlan(family, request.colours), request);
    const layout = {
      family: family.key,
      size: request.size,
      layers: parts.layers,
      blocks: parts.blocks,
      productBoxes: parts.productBoxes,
      why: whyOf(family),
      warnings: words.warnings,
    };
    return { layout, passedOver };
  }
  throw new RangeError(`No design family takes the request: ${JSON.stringify(passedOver)}`);
}

const whyOf = (family: DesignFamily): readonly LocalizedText[] => [family.why];
