import type { Brief } from '../../ad/brief.ts';
import type { PictureOrder } from '../../ad/design.ts';
import type { ProductLayout } from '../../ad/layout.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import { reframedPrompt } from '../../ad/reframed-prompt.ts';
import type { PictureMaterial } from '../../design/design-request.ts';
import { MadePictureNode } from '../nodes/made-picture.ts';
import { Text2ImageNode } from '../nodes/text-2-image.ts';
import type { Ref } from '../ref.ts';
import type { Begun, PlanInput } from './plan.ts';
import { addBackground, addScene } from './product-composite.ts';

/** A picture that the image engine makes for a design. */
export interface MadePicture {
  /** One. */
  readonly pictures: Ref<readonly PictureMaterial[]>;
  readonly why: readonly Ref<readonly LocalizedText[]>[];
  readonly warnings: readonly Ref<readonly LocalizedText[]>[];
  /** Where products stand in it, in its pixels; absent = there are no photos. */
  readonly productLayout?: Ref<ProductLayout>;
}

/** Words → a picture of what is sold; with photos → a background with the cut-outs set into it. */
export function addMadePicture(
  input: PlanInput,
  { cuts, brief }: Begun,
  written: Brief,
  order: PictureOrder,
): MadePicture {
  const { workflow, request } = input;
  const { size, words } = order;
  const prompt = reframedPrompt(written, order, cuts.length > 0);
  if (cuts.length === 0) {
    const { image, stage, why } = workflow.add(new Text2ImageNode(), {
      prompt,
      scene: brief.scene,
      style: brief.style,
      size,
      seed: request.seed,
      room: { product: false, words: words !== undefined },
    });
    const { pictures } = workflow.add(new MadePictureNode(), { image, stage });
    return { pictures, why: [why], warnings: [] };
  }
  const place = { ...input, size };
  const background = addBackground(place, brief, prompt);
  // Its words stand beside it, on the design.
  const scene = addScene(workflow, place, cuts, {}, background);
  const { image, stage, product, productLayout, why, warnings = [] } = scene;
  const { pictures } = workflow.add(new MadePictureNode(), { image, stage, product });
  return { pictures, why, warnings, productLayout };
}
