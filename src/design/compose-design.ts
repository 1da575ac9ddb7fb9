import { detailLines } from '../ad/copy.ts';
import { type DesignLayout, MADE } from '../ad/design.ts';
import { overlaps } from '../ad/geometry.ts';
import type { LocalizedText } from '../ad/locale.ts';
import { defined } from '../collections/defined.ts';
import { isUsualSheet } from '../presets/design.ts';
import { coversProduct, readableDesign } from './check/readable-design.ts';
import { inOrder } from './choose/in-order.ts';
import { colourPlan } from './colour/colour-plan.ts';
import type { DesignFamily, DesignRequest } from './design-request.ts';
import { explainDesign, explainNone } from './explain-design.ts';
import { lessToSay } from './less-to-say.ts';
import { closedUp } from './solve/closed-up.ts';
import { designParts } from './solve/design-layers.ts';
import { type FlexLayout, loadFlexLayout } from './solve/flex-tree.ts';
import { inRound } from './solve/in-round.ts';
import { addedInsets, insetBy, insetSize, NO_INSETS, safeSheet } from './solve/safe-sheet.ts';
import { type Misfit, solveFamily } from './solve/solve-family.ts';
import { withBleed } from './solve/with-bleed.ts';
import { type DesignWords, designWords } from './solve/words.ts';

/** A family that was passed over, and why. */
export interface PassedOver {
  readonly family: DesignFamily;
  readonly misfit: Misfit;
}

/** A design; or, where no family takes the request, what is to be told of that. */
export type ComposedDesign =
  | { readonly design: DesignLayout }
  | { readonly passedOver: readonly PassedOver[]; readonly warnings: readonly LocalizedText[] };

/**
 * The design of the first family that takes the request: all its words, its material, nothing over anything else, and all
 * of it measured to be readable. Where none takes all the words, the details that are needed least are left out, as few
 * as can be, and it is told; so is a QR code on a strip or a tower that is too narrow for one. The same request gives the
 * same design.
 */
export async function findDesign(request: DesignRequest): Promise<ComposedDesign> {
  const flex = await loadFlexLayout();
  const found = findFor(request, flex);
  if ('design' in found || request.qr === undefined || isUsualSheet(request.size)) return found;
  const { qr: _qr, ...rest } = request;
  const uncoded = findFor(rest, flex);
  if (!('design' in uncoded)) return found;
  return { design: { ...uncoded.design, warnings: [...uncoded.design.warnings, NO_ROOM_FOR_QR] } };
}

/** Readers need a code that is higher than a strip, or wider than a tower. */
const NO_ROOM_FOR_QR: LocalizedText = {
  ko: '이 판은 너무 좁아서 QR 코드를 읽을 수 있는 크기로 넣을 수 없어요. 그래서 QR 코드는 뺐어요.',
  en: 'This sheet is too narrow for a QR code that can be read, so the code was left out.',
};

function findFor(request: DesignRequest, flex: FlexLayout): ComposedDesign {
  const families = inOrder(request);
  const attempt = (left: number): Attempt => {
    const { copy, warnings } = lessToSay(request.copy, left);
    const words = designWords({ ...request, copy });
    const passedOver: PassedOver[] = [];
    for (const family of families) {
      const design = designOf(family, words, request, flex);
      if (typeof design === 'string') passedOver.push({ family, misfit: design });
      else return { passedOver, taken: { family, design, warnings: [...words.warnings, ...warnings] } };
    }
    return { passedOver };
  };
  const most = detailLines(request.copy.details).length;
  const least = Math.max(0, most - MAX_DETAILS);
  const { passedOver, taken: whole } = attempt(least);
  const taken = whole ?? leastLeftOut(least, most, attempt);
  if (taken === undefined) return { passedOver, warnings: explainNone(request, passedOver) };
  const { why, warnings } = explainDesign(taken.design, taken.family, request, passedOver);
  return { design: { ...taken.design, why, warnings: [...taken.warnings, ...warnings] } };
}

/** Lines of details that a sheet may be tried with; far fewer can be read on one. */
const MAX_DETAILS = 24;

/** A family that takes a request, and what is to be told of its words. */
interface Taken {
  readonly family: DesignFamily;
  readonly design: DesignLayout;
  readonly warnings: readonly LocalizedText[];
}

interface Attempt {
  /** The families before the one that takes it, or all. */
  readonly passedOver: readonly PassedOver[];
  readonly taken?: Taken;
}

/**
 * What is taken with as few details left out as possible, more than `least` and up to `most`; undefined where even
 * without any nothing is. What finds no room without some details finds none with more of them: the number is found by
 * halves, so that a long list costs a few attempts.
 */
function leastLeftOut(least: number, most: number, attempt: (left: number) => Attempt): Taken | undefined {
  let best = most === least ? undefined : attempt(most).taken;
  if (best === undefined) return undefined;
  let [misfits, fits] = [least, most];
  while (fits - misfits > 1) {
    const left = Math.floor((misfits + fits) / 2);
    const { taken } = attempt(left);
    if (taken === undefined) misfits = left;
    else [best, fits] = [taken, left];
  }
  return best;
}

/** As findDesign. @throws RangeError where no family takes even the headline */
export async function composeDesign(request: DesignRequest): Promise<DesignLayout> {
  const found = await findDesign(request);
  if ('design' in found) return found.design;
  const reasons = found.passedOver.map(({ family, misfit }) => `${family.key}: ${misfit}`);
  throw new RangeError(`No design family takes the request: ${reasons.join(', ')}`);
}

function designOf(
  family: DesignFamily,
  words: DesignWords,
  request: DesignRequest,
  flex: FlexLayout,
): DesignLayout | Misfit {
  const cut = request.bleed ?? NO_INSETS;
  const isRound = family.suits.cut === 'round' && request.round !== undefined;
  const { size, bleed, safe } = safeSheet(
    insetSize(request.size, cut),
    isRound ? NO_INSETS : insetBy(request.safe, cut),
  );
  const inner = { ...request, size, safe };
  const found = solveFamily(family, words, inner, flex);
  if ('misfit' in found) return found.misfit;
  const { layers, blocks, productBoxes, parts, logo } = designParts(
    found.solved.root,
    family,
    colourPlan(family, { ...request.colours, ...defined({ mood: request.mood }) }),
    inner,
  );
  const { heroes, pictures: photos, faces, made } = request;
  const showsMade = layers.some((layer) => layer.kind === 'picture' && layer.photo === MADE);
  const solved = {
    family: family.key,
    size,
    layers,
    blocks: inRound(closedUp(blocks, faces), layers, faces),
    productBoxes,
    ...defined({ made: showsMade ? made : undefined, logo }),
    ...(parts.length === 0 ? {} : { parts }),
    why: [],
    warnings: [],
  };
  const design = withBleed(solved, addedInsets(bleed, cut), photos);
  if (coversProduct(design) || (made !== undefined && made.words === undefined && isWordedOver(design)))
    return 'on the product';
  return readableDesign(design, { heroes, photos }, faces) ?? 'cannot be read';
}

/** Whether words lie on a picture that was made to be seen whole. */
const isWordedOver = ({ layers, blocks }: DesignLayout): boolean =>
  layers.some(
    (layer) =>
      layer.kind === 'picture' && layer.photo === MADE && blocks.some(({ box }) => overlaps(box, layer.box)),
  );
