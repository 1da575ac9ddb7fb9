import { ANY_FAMILY, SCENE_FAMILY } from '../../ad/design.ts';
import type { AdRequest } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import type { DesignFamily } from '../../design/design-request.ts';
import { ImageGenerationWorkflow } from '../image-generation-workflow.ts';
import { BackgroundRemovalNode } from '../nodes/background-removal.ts';
import { BrandLogoNode } from '../nodes/brand-logo.ts';
import { DesignNode } from '../nodes/design.ts';
import { DesignMaterialNode } from '../nodes/design-material.ts';
import { DesignPaintNode } from '../nodes/design-paint.ts';
import { PartsLayoutNode } from '../nodes/parts-layout.ts';
import { PartsOverlayNode } from '../nodes/parts-overlay.ts';
import { PhotoPreparationNode } from '../nodes/photo-preparation.ts';
import { PromptProcessorNode } from '../nodes/prompt-processor.ts';
import { SaveImageNode } from '../nodes/save-image.ts';
import { TextOverlayNode } from '../nodes/text-overlay.ts';
import { PHOTO_SIDE, type Plan, type PlanInput } from './plan.ts';

/** Whether a request is made by a design family: one was asked for, and there are words to be set. */
export const isDesigned = ({ family, lettering, use }: AdRequest): boolean =>
  family !== undefined && family !== SCENE_FAMILY && lettering && use !== 'restyle';

/** Words and material → a design family solved for them → painted → lettered → saved. */
export function designedAd(input: PlanInput): Plan {
  const { request, size, faces, pictures, source, name, logo } = input;
  const workflow = new ImageGenerationWorkflow();
  const cuts = input.photos.map((photo, index) => {
    const prepared = workflow.add(new PhotoPreparationNode(), { photo, maxSide: PHOTO_SIDE });
    const pick = request.photos[index]?.pick;
    const cut = workflow.add(new BackgroundRemovalNode(), { photo: prepared.photo, ...defined({ pick }) });
    return { prepared, cut };
  });
  const brief = workflow.add(new PromptProcessorNode(), {
    request,
    ...defined({ product: cuts[0]?.prepared.photo }),
  });
  const material = workflow.add(new DesignMaterialNode(), {
    hero: brief.hero,
    photos: cuts.map(({ prepared }) => prepared.photo),
    products: cuts.map(({ cut }) => cut.product),
    confidences: cuts.map(({ cut }) => cut.confidence),
    cutEdges: cuts.map(({ cut }) => cut.cutEdges),
    things: cuts.map(({ cut }) => cut.things),
    picked: cuts.map(({ cut }) => cut.picked),
  });
  const { design, textLayout } = workflow.add(new DesignNode(faces), {
    brief: brief.brief,
    heroes: material.heroes,
    pictures: material.pictures,
    size,
    seed: request.letteringSeed ?? request.seed,
    families: mayBeTaken(input),
    ...defined({
      asked: request.family === ANY_FAMILY ? undefined : request.family,
      brand: request.brand,
      decided: input.design,
    }),
  });
  const painted = workflow.add(new DesignPaintNode(), {
    design,
    heroes: material.heroes,
    pictures: material.pictures,
  });
  const lettered = workflow.add(new TextOverlayNode(faces), { image: painted.image, layout: textLayout });
  const parts =
    request.parts === undefined
      ? undefined
      : workflow.add(new PartsLayoutNode(faces), {
          image: painted.image,
          design,
          words: textLayout,
          parts: request.parts,
          palette: brief.palette,
          face: brief.face,
        });
  const finished =
    parts === undefined
      ? lettered
      : workflow.add(new PartsOverlayNode(faces), { image: lettered.image, placed: parts.placed });
  const branded =
    logo === undefined
      ? undefined
      : workflow.add(new BrandLogoNode(), {
          image: finished.image,
          logo,
          layout: textLayout,
          product: painted.product,
        });
  const { saved, recipe } = workflow.add(new SaveImageNode(pictures), {
    image: branded?.image ?? finished.image,
    kind: 'ad',
    source,
    brief: brief.brief,
    design,
    ...defined({ name }),
  });
  const why = [brief.why, ...cuts.flatMap(({ prepared, cut }) => [prepared.why, cut.why])];
  return {
    workflow,
    ads: [
      {
        saved,
        recipe,
        brief: brief.brief,
        why,
        warnings: [],
        textLayout,
        design,
        ...defined({
          parts: parts && { boxes: parts.boxes, why: parts.why, warnings: parts.warnings },
          logo: branded && { box: branded.box, why: branded.why, warnings: branded.warnings },
        }),
      },
    ],
  };
}

/** The families that may be taken: all but those that the ad is to differ from, unless none is left. */
function mayBeTaken({ request, designs }: PlanInput): readonly DesignFamily[] {
  const others = designs.filter(({ key }) => !request.otherFamilies?.includes(key));
  return others.length === 0 ? designs : others;
}
