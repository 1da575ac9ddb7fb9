import { isTrained } from '../../ad/digital-source.ts';
import type { Box } from '../../ad/geometry.ts';
import type { TextLayout } from '../../ad/layout.ts';
import type { Stage } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import type { Matte, Raster } from '../../imaging/raster.ts';
import { AiNoticeNode } from '../nodes/ai-notice.ts';
import type { Ref } from '../ref.ts';
import type { MarkHandles, PlanInput } from './plan.ts';

/** An ad with its words on it. */
interface Lettered {
  readonly image: Ref<Raster>;
  /** Absent = it takes no words, which a notice is. */
  readonly layout: Ref<TextLayout> | undefined;
  readonly stage?: Ref<Stage>;
  readonly product?: Ref<Matte> | undefined;
  /** Where what was drawn is seen; absent = everywhere. */
  readonly drawn?: Box | undefined;
  /** Where other things stand or will stand. */
  readonly taken: Ref<readonly Box[]> | readonly Box[] | undefined;
  readonly logo: Ref<Box | undefined> | undefined;
}

interface Noticed {
  readonly image: Ref<Raster>;
  readonly notice?: MarkHandles;
}

/** Has a picture that the engine drew in say so, where that is a trained model. */
export function addNotice(
  { workflow, request, source, faces, place, saysAi, notice: at }: PlanInput,
  { image, layout, stage, product, drawn, taken, logo }: Lettered,
): Noticed {
  if (!isTrained(source.engine) || layout === undefined || !(saysAi || at !== undefined)) return { image };
  const {
    image: noticed,
    box,
    why,
    warnings,
  } = workflow.add(new AiNoticeNode(faces), {
    image,
    layout,
    locale: request.locale,
    ...defined({
      stage,
      product,
      drawn,
      taken,
      logo,
      safe: place?.safe?.is,
      letters: place?.letters?.is,
      at,
    }),
  });
  return { image: noticed, notice: { box, why, warnings } };
}
