import type { AdCopy } from '../../ad/copy.ts';
import type { Prompt } from '../../ad/prompt.ts';
import type { AdRequest } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import type { Picture } from '../../engines/ports.ts';
import type { ImageGenerationWorkflow } from '../image-generation-workflow.ts';
import { BackgroundCompositeNode } from '../nodes/background-composite.ts';
import { Image2ImageNode } from '../nodes/image-2-image.ts';
import { ProductLayoutAnalyzerNode, type ProductLayoutOutputs } from '../nodes/product-layout-analyzer.ts';
import type { PromptProcessorOutputs } from '../nodes/prompt-processor.ts';
import { Text2ImageNode } from '../nodes/text-2-image.ts';
import { ThingChoiceNode } from '../nodes/thing-choice.ts';
import type { Ref, Refs } from '../ref.ts';
import { addBrief, addCut, beginAd } from './begin-ad.ts';
import { finishAd, type Unlettered } from './finish-ad.ts';
import type { Cut, Plan, PlanInput } from './plan.ts';

/**
 * Photos → cut-outs; words → background; cut-outs set into the background with their shadows → lettering → saved.
 * All photos go into one picture; the first is the hero. The background is kept as the origin.
 */
export function productComposite(input: PlanInput): Plan {
  const { workflow } = input;
  const { cuts, brief } = input.begun ?? beginAd(input);
  const background = addBackground(input, brief);
  return {
    workflow,
    ads: [finishAd(workflow, addScene(workflow, input, cuts, brief.copy, background), brief, input)],
  };
}

/** As productComposite, but each photo gets an ad of its own, all on one background that is made once. */
export function productBatch(input: PlanInput): Plan {
  const { workflow } = input;
  const brief = addBrief(workflow, input.request, undefined);
  const background = addBackground(input, brief);
  const ads = input.photos.map((photo, index) => {
    const own = input.name === undefined ? input : { ...input, name: `${input.name}-${index + 1}` };
    return finishAd(
      workflow,
      addScene(
        workflow,
        own,
        [addCut(input, photo, input.request.photos[index]?.pick)],
        brief.copy,
        background,
      ),
      brief,
      own,
    );
  });
  return { workflow, ads };
}

/** @param prompt absent = the brief's own */
export function addBackground(
  { workflow, request, size, backdrop }: PlanInput,
  brief: Refs<PromptProcessorOutputs>,
  prompt?: Prompt,
): Refs<Required<Picture>> {
  const picture = {
    prompt: prompt ?? brief.prompt,
    scene: brief.scene,
    style: brief.style,
    size,
    seed: request.seed,
    room: { product: true, words: request.lettering },
  };
  return backdrop === undefined
    ? workflow.add(new Text2ImageNode(), picture)
    : workflow.add(new Image2ImageNode(), {
        ...picture,
        reference: backdrop,
        strength: request.backdrop?.strength ?? request.strength,
      });
}

/** Where the products stand in a scene. @param copy the words that will stand beside them */
export function addPlaced(
  workflow: ImageGenerationWorkflow,
  request: AdRequest,
  cuts: readonly Cut[],
  copy: AdCopy | Ref<AdCopy>,
  background: Refs<Required<Picture>>,
): Refs<ProductLayoutOutputs> {
  return workflow.add(new ProductLayoutAnalyzerNode(), {
    background: background.image,
    stage: background.stage,
    photos: cuts.map(({ prepared }) => prepared.photo),
    products: cuts.map(({ cut }) => cut.product),
    confidences: cuts.map(({ cut }) => cut.confidence),
    cutEdges: cuts.map(({ cut }) => cut.cutEdges),
    copy,
    ...defined({ scale: request.scale, position: request.position }),
  });
}

/** A scene with the products in it, before any words. @param copy the words that will stand beside them */
export function addScene(
  workflow: ImageGenerationWorkflow,
  { request, pictures, faces }: PlanInput,
  cuts: readonly Cut[],
  copy: AdCopy | Ref<AdCopy>,
  background: Refs<Required<Picture>>,
): Required<Omit<Unlettered, 'warnings'>> & Pick<Unlettered, 'warnings'> {
  const { layout, layers, kind, warnings } = addPlaced(workflow, request, cuts, copy, background);
  const { choice } = workflow.add(new ThingChoiceNode(pictures, faces), {
    photos: cuts.map(({ prepared }) => prepared.photo),
    things: cuts.map(({ cut }) => cut.things),
    picked: cuts.map(({ cut }) => cut.picked),
    kind,
  });
  const composite = workflow.add(new BackgroundCompositeNode(), {
    background: background.image,
    stage: background.stage,
    layers,
    layout,
    harmonise: request.harmonise ?? 0,
    seed: request.seed,
  });
  return {
    image: composite.image,
    stage: background.stage,
    product: composite.product,
    productLayout: layout,
    background: background.image,
    choice,
    why: [...cuts.flatMap(({ prepared, cut }) => [prepared.why, cut.why]), background.why],
    warnings: [warnings],
  };
}

/**
 * As productComposite, but for a photo that came cut out and is to be restyled: there is nothing behind it that could be,
 * so that it is set into a scene first, and the whole is restyled.
 */
export function restyledScene(input: PlanInput): Plan {
  const { request, size, workflow } = input;
  const { cuts, brief } = beginAd({ ...input, photos: input.photos.slice(0, 1) });
  const background = addBackground(input, brief);
  const scene = addScene(workflow, input, cuts, brief.copy, background);
  const restyled = workflow.add(new Image2ImageNode(), {
    reference: scene.image,
    strength: request.strength,
    prompt: brief.prompt,
    scene: brief.scene,
    style: brief.style,
    size,
    seed: request.seed,
    room: { product: false, words: request.lettering },
  });
  const { background: _, ...rest } = scene;
  const picture = { ...rest, image: restyled.image, why: [...scene.why, restyled.why] };
  return { workflow, ads: [finishAd(workflow, picture, brief, input)] };
}
