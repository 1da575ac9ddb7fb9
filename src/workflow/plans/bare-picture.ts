import { SCENE_FAMILY } from '../../ad/design.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { AdRequest } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import { hasCutoutAlpha } from '../../imaging/cutout/existing-alpha.ts';
import type { WorkflowServices } from '../image-generation-workflow.ts';
import { PhotoFitNode } from '../nodes/photo-fit.ts';
import { LEAST_CONFIDENCE } from '../nodes/product-layout-analyzer.ts';
import { SaveImageNode } from '../nodes/save-image.ts';
import { beginAd } from './begin-ad.ts';
import type { Begun, Plan, PlanInput } from './plan.ts';

/** How many nodes are added at most once it is known which. */
const LATER = 6;

/**
 * A picture for a place that takes nothing over it: the product in its scene without words, logo or parts. A product
 * that cannot be cut out cleanly stands on no card, whose edge would be a border: its photo fills the picture.
 *
 * @param scene the plan of an ad that is begun, as a scene
 */
export async function barePicture(
  input: PlanInput,
  services: WorkflowServices,
  scene: (input: PlanInput) => Plan,
): Promise<Plan> {
  const { logo: _, ...unbranded } = input;
  const bare = { ...unbranded, request: bareRequest(input.request) };
  const { request, photos, workflow } = bare;
  if (photos.length === 0) return { ...scene(bare), warnings: [NEEDS_PHOTO] };
  if (request.use === 'restyle') return scene(bare);
  const begun = beginAd(bare);
  workflow.expect(LATER);
  const { confidences } = await workflow.run(
    {
      confidences: begun.cuts.map(({ cut }) => cut.confidence),
      kept: [begun.brief.brief, ...begun.cuts.map(({ prepared }) => prepared.photo)],
    },
    services,
  );
  const isClear = photos.every(
    (photo, i) => (confidences[i] ?? 0) >= LEAST_CONFIDENCE || hasCutoutAlpha(photo),
  );
  return isClear ? scene({ ...bare, begun }) : wholePhoto(bare, begun);
}

/** What is made of a request where nothing may lie over the picture. */
function bareRequest({ parts: _, ...request }: AdRequest): AdRequest {
  return { ...request, lettering: false, family: SCENE_FAMILY };
}

function wholePhoto(
  { workflow, pictures, source, size, name, place }: PlanInput,
  { cuts, brief }: Begun,
): Plan {
  const [first] = cuts;
  if (first === undefined) throw new RangeError('A photo is needed');
  const fitted = workflow.add(new PhotoFitNode(), { photo: first.prepared.photo, size });
  const { saved, recipe, warnings } = workflow.add(new SaveImageNode(pictures), {
    image: fitted.image,
    kind: 'ad',
    source,
    brief: brief.brief,
    ...defined({ name, place }),
  });
  const why = [brief.why, first.prepared.why, fitted.why];
  return { workflow, ads: [{ saved, recipe, brief: brief.brief, why, warnings: [warnings] }] };
}

const NEEDS_PHOTO: LocalizedText = {
  ko: '글자가 없는 자리라서 파는 것이 보이는 사진이 필요해요. 사진을 함께 보내면 그 제품으로 만들어요.',
  en: 'A picture without text has to show what you sell. Send a photo and it will be made with your product.',
};
