import type { ProductLayout } from '../../ad/layout.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { ThingChoice } from '../../ad/result.ts';
import type { Stage } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import type { Matte, Raster } from '../../imaging/raster.ts';
import type { ImageGenerationWorkflow } from '../image-generation-workflow.ts';
import { AdContentNode } from '../nodes/ad-content.ts';
import { BrandLogoNode } from '../nodes/brand-logo.ts';
import { GPTLayoutAnalyzerNode } from '../nodes/gpt-layout-analyzer.ts';
import { PartsLayoutNode } from '../nodes/parts-layout.ts';
import { PartsOverlayNode } from '../nodes/parts-overlay.ts';
import type { PromptProcessorOutputs } from '../nodes/prompt-processor.ts';
import { SaveImageNode } from '../nodes/save-image.ts';
import { TextOverlayNode } from '../nodes/text-overlay.ts';
import type { Ref, Refs } from '../ref.ts';
import { addMotion } from './add-motion.ts';
import { addNotice } from './add-notice.ts';
import { type AdHandles, isLayered, type PlanInput } from './plan.ts';

/** A picture that words are to be put on. */
export interface Unlettered {
  readonly image: Ref<Raster>;
  readonly stage: Ref<Stage>;
  readonly product?: Ref<Matte>;
  readonly productLayout?: Ref<ProductLayout>;
  /** The background behind the products; absent = the picture itself is what the ad starts from. */
  readonly background?: Ref<Raster>;
  /** What else can be chosen in the photos. */
  readonly choice?: Ref<ThingChoice | undefined>;
  readonly why: readonly Ref<readonly LocalizedText[]>[];
  readonly warnings?: readonly Ref<readonly LocalizedText[]>[];
}

/** The last part of every workflow: words placed and drawn where they are wanted, origin and ad saved. */
export function finishAd(
  workflow: ImageGenerationWorkflow,
  picture: Unlettered,
  brief: Refs<PromptProcessorOutputs>,
  input: PlanInput,
): AdHandles {
  const { request, source, faces, pictures, logo, name, place } = input;
  const { image, stage, product, productLayout, background, choice, why, warnings = [] } = picture;
  const start = background ?? (request.lettering ? image : undefined);
  const origin = start && workflow.add(new SaveImageNode(pictures), { image: start, kind: 'origin' }).saved;
  const parts =
    request.parts === undefined
      ? undefined
      : workflow.add(new PartsLayoutNode(faces), {
          image,
          stage,
          ...defined({ product, safe: place?.safe?.is }),
          parts: request.parts,
          palette: brief.palette,
          face: brief.face,
        });
  const taken = parts?.boxes;
  const placed = request.lettering
    ? workflow.add(new GPTLayoutAnalyzerNode(), {
        image,
        stage,
        ...defined({ product, taken }),
        copy: brief.copy,
        palette: brief.palette,
        face: brief.face,
        seed: request.letteringSeed ?? request.seed,
        ...defined({ safe: place?.safe?.is, letters: place?.letters?.is }),
      }).layout
    : undefined;
  const lettered =
    placed === undefined ? image : workflow.add(new TextOverlayNode(faces), { image, layout: placed }).image;
  const branded =
    placed === undefined || logo === undefined
      ? undefined
      : workflow.add(new BrandLogoNode(), {
          image: lettered,
          logo,
          layout: placed,
          stage,
          ...defined({ product, taken, safe: place?.safe?.is }),
        });
  const noticed = addNotice(
    { ...input, workflow },
    { image: branded?.image ?? lettered, layout: placed, stage, product, taken, logo: branded?.box },
  );
  const worded = noticed.image;
  // Last of all, so that what is read from the code is read from the finished picture.
  const finished =
    parts === undefined
      ? worded
      : workflow.add(new PartsOverlayNode(faces), { image: worded, placed: parts.placed }).image;
  const content = isLayered(input)
    ? workflow.add(new AdContentNode(), {
        picture: image,
        placed: parts?.placed ?? [],
        beforeLogo: lettered,
        locale: request.locale,
        finished,
        ...defined({ text: placed, logo, logoBox: branded?.box, notice: noticed.notice?.box }),
      }).content
    : undefined;
  const {
    saved,
    recipe,
    warnings: told,
  } = workflow.add(new SaveImageNode(pictures, faces), {
    image: finished,
    kind: 'ad',
    source,
    brief: brief.brief,
    saysAi: input.saysAi,
    ...defined({
      origin,
      productLayout,
      textLayout: placed,
      name,
      place,
      parts: taken,
      logo: branded?.box,
      notice: noticed.notice?.box,
      content,
    }),
  });
  const motion = addMotion(
    { ...input, workflow },
    {
      still: finished,
      lettered,
      words: placed,
      recipe,
      image,
      background,
      product,
    },
  );
  return {
    saved,
    recipe,
    brief: brief.brief,
    why: [brief.why, brief.sceneWhy, ...why],
    warnings: [...warnings, told],
    ...defined({
      parts: parts && { boxes: parts.boxes, why: parts.why, warnings: parts.warnings },
      choice,
      productLayout,
      textLayout: placed,
      notice: noticed.notice,
      motion,
      logo:
        branded === undefined
          ? undefined
          : { box: branded.box, why: branded.why, warnings: branded.warnings },
    }),
  };
}
