import type { PageOrder } from '../../ad/page.ts';
import type { AdRequest } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { ImageGenerationWorkflow } from '../image-generation-workflow.ts';
import { BackgroundRemovalNode } from '../nodes/background-removal.ts';
import { PageNode } from '../nodes/page.ts';
import { PhotoPreparationNode } from '../nodes/photo-preparation.ts';
import { PromptProcessorNode, type PromptProcessorOutputs } from '../nodes/prompt-processor.ts';
import type { Ref, Refs } from '../ref.ts';
import type { Begun, Cut, PlanInput } from './plan.ts';

/** Photos → cut-outs; words → brief. */
export function beginAd(input: PlanInput): Begun {
  const { workflow, request, photos } = input;
  const cut = (photo: Raster, index: number): Cut => addCut(input, photo, request.photos[index]?.pick);
  // Before the words are read, since of all that an ad waits for this takes the longest.
  const cuts = photos.slice(0, 1).map(cut);
  const brief =
    request.page === undefined
      ? addBrief(workflow, request, cuts[0]?.prepared.photo)
      : addPage(workflow, request, request.page);
  cuts.push(...photos.slice(1).map((photo, i) => cut(photo, i + 1)));
  return { cuts, brief };
}

export function addCut(
  { workflow, photoSide }: Pick<PlanInput, 'workflow' | 'photoSide'>,
  photo: Raster,
  pick: number | undefined,
): Cut {
  const prepared = workflow.add(new PhotoPreparationNode(), { photo, maxSide: photoSide });
  return {
    prepared,
    cut: workflow.add(new BackgroundRemovalNode(), { photo: prepared.photo, ...defined({ pick }) }),
  };
}

/** The whole request is read once for all of its pages, whatever is shown on each. */
function addPage(
  workflow: ImageGenerationWorkflow,
  { page: _, place: __, photos, ...request }: AdRequest,
  page: PageOrder,
): Refs<PromptProcessorOutputs> {
  const { brief } = addBrief(workflow, { ...request, photos: [] }, undefined);
  return workflow.add(new PageNode(), { brief, page, request: { ...request, photos } });
}

/** Whether it moves, and what is picked in a photo, changes neither words nor background: another pick is another cut and nothing else. */
export function addBrief(
  workflow: ImageGenerationWorkflow,
  request: AdRequest,
  product: Ref<Raster> | undefined,
): Refs<PromptProcessorOutputs> {
  const { motion: _, motionFiles: __, ...still } = request;
  const photos = request.photos.map(({ pick: _, ...photo }) => photo);
  return workflow.add(new PromptProcessorNode(), {
    request: { ...still, photos },
    ...defined({ product }),
  });
}
