import type { AdCopy } from '../../ad/copy.ts';
import { ANY_FAMILY, SCENE_FAMILY } from '../../ad/design.ts';
import { ANY_MOTION } from '../../ad/motion.ts';
import type { AdRequest, PhotoRef, RequestParts } from '../../ad/request.ts';
import type { StyleName } from '../../ad/style.ts';
import { defined } from '../../collections/defined.ts';
import type { MadePicture, Variant } from './variant.ts';

/** How a new job differs from its parent. `picture` counts from 0. */
export type Variation =
  /** The same words, products and cut-outs with another background, or by another design family. */
  | { readonly kind: 'regenerate' }
  /** The same words in another style. */
  | { readonly kind: 'style'; readonly style: StyleName }
  /** The same words and products by another design family. */
  | { readonly kind: 'family' }
  /** The same picture, the words placed anew. */
  | { readonly kind: 'lettering' }
  /** The same picture with other words. */
  | { readonly kind: 'words'; readonly copy: AdCopy }
  /** The same picture with other parts, and another badge; '' = none. */
  | { readonly kind: 'parts'; readonly parts?: RequestParts; readonly badge: string }
  /** One picture in other formats. */
  | { readonly kind: 'formats'; readonly picture: number; readonly formats: readonly string[] }
  /** One picture, changed a little or a lot. */
  | { readonly kind: 'vary'; readonly picture: number; readonly strength: VaryStrength }
  /** The same on the same background, with another thing of one of its photos: `pick` as in a request. */
  | { readonly kind: 'pick'; readonly photo: number; readonly pick: number }
  /** The same pictures, moving. */
  | { readonly kind: 'motion' }
  /** One picture once more, exactly. */
  | { readonly kind: 'reproduce'; readonly picture: number }
  /** One picture as somebody has laid it out by hand; what is to be made comes with it. */
  | { readonly kind: 'adjust'; readonly picture: number };

/** Those of which the parent says what is to be made. */
export type DerivedVariation = Exclude<Variation, { readonly kind: 'adjust' }>;

export type VaryStrength = keyof typeof VARY_STRENGTHS;

/** How far a variant may go from its picture, as `strength` of a restyle. */
const VARY_STRENGTHS = { weak: 0.3, strong: 0.6 } as const;

/** Families that the latest variants of one ad keep from: enough to see something new each time. */
const MOST_AVOIDED = 6;

/** What a variant is made from. */
export interface Parent {
  readonly pictures: readonly MadePicture[];
  /** The unlettered picture behind `pictures[picture]`, kept for it; `vary` alone needs it. */
  readonly reference?: PhotoRef;
}

/**
 * The variants of a new job. Everything that was decided for the parent holds, except what the variation changes.
 *
 * @param newSeed draws 0 – 2³²−1
 * @throws RangeError when the parent has no such picture, or `vary` lacks its reference
 */
export function applyVariation(
  variation: DerivedVariation,
  parent: Parent,
  newSeed: () => number,
): readonly Variant[] {
  switch (variation.kind) {
    case 'regenerate': {
      const settled = parent.pictures.map(settledVariant);
      const seeds = new Map(settled.map(({ request }) => [request.seed, newSeed()]));
      return parent.pictures.map((picture, i) => {
        const variant = settled[i] ?? settledVariant(picture);
        const seed = seeds.get(variant.request.seed) ?? newSeed();
        return isDesigned(picture)
          ? inOtherFamily(picture, { seed, letteringSeed: seed })
          : changed(variant, { seed });
      });
    }
    case 'style':
      return parent.pictures.map((picture) => {
        const { request } = settledVariant(picture);
        // What a design shows of a photo cannot be drawn: a picture that was made for it is made in any style.
        const { made } = picture.result.recipe.decided.design ?? {};
        const family = made === undefined ? SCENE_FAMILY : request.family;
        return { request: { ...request, ...defined({ family }), style: variation.style } };
      });
    case 'family': {
      const letteringSeed = newSeed();
      return parent.pictures.map((picture) => inOtherFamily(picture, { letteringSeed }));
    }
    case 'lettering': {
      const letteringSeed = newSeed();
      return parent.pictures.map((picture) =>
        // A family has one place for each of its words: other places are another family's.
        isDesigned(picture)
          ? inOtherFamily(picture, { letteringSeed })
          : changed(relettered(picture), { lettering: true, letteringSeed }),
      );
    }
    case 'words':
      return parent.pictures.map((picture) => {
        if (isLaterPage(picture)) return settledVariant(picture);
        const { request, decided } = relettered(picture);
        const brief = { ...picture.result.recipe.decided.brief, copy: variation.copy };
        return {
          request: { ...request, lettering: true, copy: variation.copy },
          decided: { ...decided, brief },
        };
      });
    case 'parts':
      return parent.pictures.map((picture) => {
        if (isLaterPage(picture)) return settledVariant(picture);
        const { request, decided } = relettered(picture);
        const { brief } = picture.result.recipe.decided;
        const { badge: _, ...others } = brief.copy;
        const copy = variation.badge === '' ? others : { ...others, badge: variation.badge };
        const { parts: __, ...rest } = request;
        return {
          request: { ...rest, copy, ...defined({ parts: variation.parts }) },
          decided: { ...decided, brief: { ...brief, copy } },
        };
      });
    case 'formats': {
      const variant = settledVariant(chosen(parent, variation.picture));
      const { place: _, ...request } = variant.request;
      return variation.formats.map((format) => changed({ ...variant, request }, { format }));
    }
    case 'vary': {
      const picture = chosen(parent, variation.picture);
      // A little = in other colours; a lot = by another family.
      if (isDesigned(picture)) {
        const seed = newSeed();
        return variation.strength === 'weak'
          ? [changed(settledVariant(picture), { seed })]
          : [inOtherFamily(picture, { seed, letteringSeed: seed })];
      }
      if (parent.reference === undefined) throw new RangeError('A picture to vary is needed');
      const variant = settledVariant(picture);
      const strength = VARY_STRENGTHS[variation.strength];
      const from: Partial<AdRequest> = isComposite(variant.request)
        ? { backdrop: { photo: parent.reference, strength } }
        : { use: 'restyle', photos: [parent.reference], strength };
      return [changed(variant, { ...from, seed: newSeed() })];
    }
    case 'pick': {
      const { photo, pick } = variation;
      return parent.pictures.map(settledVariant).map((variant) => {
        const { photos } = variant.request;
        if (photos[photo] === undefined) throw new RangeError(`There is no photo ${photo + 1}`);
        return changed(variant, {
          photos: photos.map((each, i) => (i === photo ? { ...each, pick } : each)),
        });
      });
    }
    case 'motion':
      return parent.pictures.map(({ result: { recipe } }) => ({
        request: { ...recipe.request, motion: recipe.request.motion ?? ANY_MOTION },
        decided: recipe.decided,
      }));
    case 'reproduce': {
      const { request, decided } = chosen(parent, variation.picture).result.recipe;
      return [{ request, decided }];
    }
  }
}

export const isDesigned = ({ result: { recipe } }: MadePicture): boolean =>
  recipe.decided.design !== undefined;

/** Whether it is a page after the first of a set: words that are changed are the cover's. */
const isLaterPage = ({ result: { recipe } }: MadePicture): boolean => (recipe.request.page?.number ?? 1) > 1;

/** The same by another design family than those of this ad and of the ads that it came from. */
function inOtherFamily(picture: MadePicture, change: Partial<AdRequest>): Variant {
  const variant = settledVariant(picture);
  const { family = SCENE_FAMILY } = variant.request;
  const former = variant.request.otherFamilies ?? [];
  const { scale: _, position: __, harmonise: ___, backdrop: ____, ...request } = variant.request;
  return changed(
    { ...variant, request },
    {
      ...change,
      family: ANY_FAMILY,
      otherFamilies: [...former.filter((other) => other !== family), family].slice(-MOST_AVOIDED),
    },
  );
}

/** Products stay as they are: of a composite only the background is varied. */
function isComposite(request: AdRequest): boolean {
  return request.use === 'composite' && request.photos.length > 0;
}

/** What was asked for, with what was decided for it written in. */
function settledVariant({ result: { recipe } }: MadePicture): Variant {
  const { request, decided } = recipe;
  return {
    request: {
      ...request,
      family: decided.design?.family ?? SCENE_FAMILY,
      industry: decided.brief.industry,
      style: decided.brief.style,
      copy: request.lettering ? decided.brief.copy : request.copy,
      letteringSeed: request.letteringSeed ?? request.seed,
    },
    decided: { brief: decided.brief },
  };
}

/** As settled, and the products of a scene stand where they stood: only words move. A design places all anew. */
function relettered(picture: MadePicture): Variant {
  const variant = settledVariant(picture);
  const { productLayout } = picture.result.recipe.decided;
  if (productLayout === undefined || isDesigned(picture)) return variant;
  return { ...variant, decided: { ...variant.decided, productLayout } };
}

function changed(variant: Variant, change: Partial<AdRequest>): Variant {
  return { ...variant, request: { ...variant.request, ...change } };
}

function chosen({ pictures }: Parent, picture: number): MadePicture {
  const found = pictures[picture];
  if (found === undefined) throw new RangeError(`There is no picture ${picture + 1}`);
  return found;
}
