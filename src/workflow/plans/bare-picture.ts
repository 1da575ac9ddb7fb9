import { SCENE_FAMILY } from '../../ad/design.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { AdRequest } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import { hasCutoutAlpha } from '../../imaging/cutout/existing-alpha.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { WorkflowServices } from '../image-generation-workflow.ts';
import { DesignMaterialNode } from '../nodes/design-material.ts';
import { PhotoFitNode } from '../nodes/photo-fit.ts';
import { LEAST_CONFIDENCE } from '../nodes/product-layout-analyzer.ts';
import { SaveImageNode } from '../nodes/save-image.ts';
import { WhiteGroundNode } from '../nodes/white-ground.ts';
import type { Ref } from '../ref.ts';
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
  if (photos.length === 0) {
    const plan = bare.place?.ground === undefined ? scene(bare) : await iconsOnWhite(bare, services);
    return { ...plan, warnings: [NEEDS_PHOTO] };
  }
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
  if (!isClear) return wholePhoto(bare, begun);
  return bare.place?.ground === undefined ? scene({ ...bare, begun }) : onWhite(bare, begun);
}

/** What is made of a request where nothing may lie over the picture. */
function bareRequest({ parts: _, ...request }: AdRequest): AdRequest {
  return { ...request, lettering: false, family: SCENE_FAMILY };
}

function wholePhoto(input: PlanInput, begun: Begun): Plan {
  const [first] = begun.cuts;
  if (first === undefined) throw new RangeError('A photo is needed');
  const fitted = input.workflow.add(new PhotoFitNode(), { photo: first.prepared.photo, size: input.size });
  return saved(input, begun, fitted.image, [first.prepared.why, fitted.why]);
}

/** What stands for what is sold, where there is anything; plain white is what such a place takes in any case. */
async function iconsOnWhite(input: PlanInput, services: WorkflowServices): Promise<Plan> {
  const { workflow, size } = input;
  const begun = beginAd(input);
  workflow.expect(LATER);
  const none = { photos: [], products: [], confidences: [], cutEdges: [], things: [], picked: [] };
  const material = workflow.add(new DesignMaterialNode(), { hero: begun.brief.hero, ...none });
  const { heroes } = await workflow.run({ heroes: material.heroes, kept: [begun.brief.brief] }, services);
  const { image, why } = workflow.add(new WhiteGroundNode(), {
    products: heroes.map((hero) => hero.image),
    size,
  });
  return saved(input, begun, image, [why]);
}

function onWhite(input: PlanInput, begun: Begun): Plan {
  const { image, why } = input.workflow.add(new WhiteGroundNode(), {
    products: begun.cuts.map(({ cut }) => cut.product),
    size: input.size,
  });
  return saved(input, begun, image, [
    ...begun.cuts.flatMap(({ prepared, cut }) => [prepared.why, cut.why]),
    why,
  ]);
}

/** The picture alone. @param reasons besides those of how the request was read */
function saved(
  { workflow, pictures, source, name, place }: PlanInput,
  { brief }: Begun,
  image: Ref<Raster>,
  reasons: readonly Ref<readonly LocalizedText[]>[],
): Plan {
  const {
    saved: file,
    recipe,
    warnings,
  } = workflow.add(new SaveImageNode(pictures), {
    image,
    kind: 'ad',
    source,
    brief: brief.brief,
    ...defined({ name, place }),
  });
  const why = [brief.why, ...reasons];
  return { workflow, ads: [{ saved: file, recipe, brief: brief.brief, why, warnings: [warnings] }] };
}

const NEEDS_PHOTO: LocalizedText = {
  ko: '글자가 없는 자리라서 파는 것이 보이는 사진이 필요해요. 사진을 함께 보내면 그 제품으로 만들어요.',
  en: 'A picture without text has to show what you sell. Send a photo and it will be made with your product.',
};
