import type { Raster } from '../../imaging/raster.ts';
import { Image2ImageNode } from '../nodes/image-2-image.ts';
import { PhotoPreparationNode } from '../nodes/photo-preparation.ts';
import { PromptProcessorNode } from '../nodes/prompt-processor.ts';
import { finishAd } from './finish-ad.ts';
import type { Plan, PlanInput } from './plan.ts';

/** Words and a picture → the picture restyled → lettering → saved. */
export function imageToImage(input: PlanInput, reference: Raster): Plan {
  const { request, size, workflow } = input;
  const prepared = workflow.add(new PhotoPreparationNode(), { photo: reference, maxSide: input.photoSide });
  const brief = workflow.add(new PromptProcessorNode(), { request });
  const { image, stage, why } = workflow.add(new Image2ImageNode(), {
    reference: prepared.photo,
    strength: request.strength,
    prompt: brief.prompt,
    scene: brief.scene,
    style: brief.style,
    size,
    seed: request.seed,
    room: { product: false, words: request.lettering },
  });
  return { workflow, ads: [finishAd(workflow, { image, stage, why: [prepared.why, why] }, brief, input)] };
}
