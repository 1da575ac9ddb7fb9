import { Text2ImageNode } from '../nodes/text-2-image.ts';
import { beginAd } from './begin-ad.ts';
import { finishAd } from './finish-ad.ts';
import type { Plan, PlanInput } from './plan.ts';

/** Words → picture → lettering → saved. The picture without its lettering is kept as the origin. */
export function textToImage(input: PlanInput): Plan {
  const { request, size, workflow } = input;
  const { brief } = input.begun ?? beginAd(input);
  const { image, stage, why } = workflow.add(new Text2ImageNode(), {
    prompt: brief.prompt,
    scene: brief.scene,
    style: brief.style,
    size,
    seed: request.seed,
    room: { product: false, words: request.lettering },
  });
  return { workflow, ads: [finishAd(workflow, { image, stage, why: [why] }, brief, input)] };
}
