import type { Brief } from '../../ad/brief.ts';
import type { DesignLayout, PictureOrder } from '../../ad/design.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import { materialFor } from '../../design/choose/rank-families.ts';
import { wantsPicture } from '../../design/choose/wants-picture.ts';
import { type HeroMaterial, toShow } from '../../design/design-request.ts';
import type { DesignWish } from '../../design/request-of-brief.ts';
import type { WorkflowServices } from '../image-generation-workflow.ts';
import type { DesignMaterialOutputs } from '../nodes/design-material.ts';
import { PictureOrderNode } from '../nodes/picture-order.ts';
import type { Refs } from '../ref.ts';
import type { PlanInput } from './plan.ts';

/** A picture that is to be made for an ad. */
export interface Wished {
  readonly why: readonly LocalizedText[];
  /** Whether the ad is a scene where no design shows it. */
  readonly must: boolean;
  /** Whether a design could: there is something that stands in it. */
  readonly canBeShown: boolean;
}

/** Which picture is to be made for the ad; undefined = none. */
export function pictureWish(
  input: PlanInput,
  { engines }: WorkflowServices,
  brief: Brief,
  heroes: readonly HeroMaterial[],
): Wished | undefined {
  const { request, photos, designs } = input;
  const recorded = recordedDesign(input);
  if (recorded !== undefined) return recorded.made && { why: [], must: false, canBeShown: true };
  const drawsAnything = engines.image.drawsAnything ?? false;
  const wish = wantsPicture(brief, {
    usualStyle: input.tradeOf(brief.industry)?.style,
    hasPhoto: photos.length > 0,
    drawsAnything,
    mood: brief.mood === undefined ? undefined : input.moodOf(brief.mood),
    // A variant in another design shows what the ad shows: a new picture would take as long as a new ad.
    choice: request.seed,
  });
  if (wish !== undefined) {
    // A photo of which nothing can be cut out cannot be set into a picture.
    const canBeShown = photos.length > 0 ? heroes.length > 0 : drawsAnything || brief.hero?.kind !== 'type';
    return { why: [wish.why], must: wish.must, canBeShown };
  }
  const asked = designs.find(({ key }) => key === request.family);
  const isMissing =
    photos.length === 0 &&
    asked !== undefined &&
    materialFor(asked, toShow({ heroes, pictures: [] })) === undefined;
  return isMissing ? { why: [], must: false, canBeShown: true } : undefined;
}

/** The design that was decided before, where it is of this size. */
export function recordedDesign({ design, size }: PlanInput): DesignLayout | undefined {
  const holds = design?.size.width === size.width && design.size.height === size.height;
  return holds ? design : undefined;
}

/** The picture that the image engine is asked for. */
export async function orderFor(
  input: PlanInput,
  services: WorkflowServices,
  design: Omit<DesignWish, 'heroes' | 'pictures'>,
  { heroes, pictures }: Refs<DesignMaterialOutputs>,
): Promise<PictureOrder | undefined> {
  const recorded = recordedDesign(input);
  if (recorded !== undefined) return recorded.made;
  const { drawsAnything = false, bestPixels } = services.engines.image;
  // What takes an engine minutes is made once for all places of an order, and each shows a part of it.
  const isShared = bestPixels !== undefined && input.places > 1;
  const wordsOn = drawsAnything && input.photos.length === 0 && !isShared;
  const { order } = input.workflow.add(new PictureOrderNode(input.faces), {
    ...design,
    heroes,
    pictures,
    use: { wordsOn, isShared },
  });
  return (await input.workflow.run({ order, kept: [heroes, pictures] }, services)).order;
}
