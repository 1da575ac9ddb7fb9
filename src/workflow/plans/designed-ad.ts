import type { Brief } from '../../ad/brief.ts';
import { ANY_FAMILY, type DesignLayout, SCENE_FAMILY } from '../../ad/design.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { AdRequest } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import type { WorkflowServices } from '../image-generation-workflow.ts';
import { DesignNode } from '../nodes/design.ts';
import { DesignMaterialNode, type DesignMaterialOutputs } from '../nodes/design-material.ts';
import type { Refs } from '../ref.ts';
import { beginAd } from './begin-ad.ts';
import { designWish } from './design-wish.ts';
import { finishDesigned } from './finish-designed.ts';
import { addMadePicture } from './made-picture.ts';
import type { Begun, Plan, PlanInput } from './plan.ts';
import { orderFor, pictureWish, recordedDesign } from './wished-picture.ts';

/**
 * Whether a request may be made by a design family: there are words to be set, and, where no family is named, nothing is
 * asked for that only a scene has room for.
 */
export function mayBeDesigned(request: AdRequest): boolean {
  const { family = SCENE_FAMILY, lettering, use, backdrop, page } = request;
  if (page !== undefined && lettering) return true;
  if (family === SCENE_FAMILY || !lettering || use === 'restyle' || backdrop !== undefined) return false;
  return family !== ANY_FAMILY || placedByHand(request).length === 0;
}

/** What of the request stands on one of its pages: the price list and the QR code have a page each. */
function ofPage(input: PlanInput, { page }: Brief): PlanInput {
  if (page === undefined) return input;
  const { parts, ...request } = input.request;
  const own = defined({ menu: page.menu, qr: page.qr && parts?.qr });
  return { ...input, request: Object.keys(own).length === 0 ? request : { ...request, parts: own } };
}

/** Options that say how a product is set into a scene. */
const placedByHand = ({ scale, position, harmonise }: AdRequest): readonly string[] =>
  Object.entries({ scale, position, harmonise }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );

/** How many nodes are added at most once it is known which. */
const LATER = 12;

/**
 * Words and material → a picture, where one is to be made → a design family solved for them → painted → lettered → saved.
 * Where no family takes what is asked for, the ad goes on as a scene.
 *
 * @param scene the plan of an ad that is begun, as a scene
 */
export async function designedAd(
  asked: PlanInput,
  services: WorkflowServices,
  scene: (input: PlanInput) => Plan,
): Promise<Plan> {
  const { workflow, request } = asked;
  const asScene = (why: readonly LocalizedText[], warnings: readonly LocalizedText[] = []): Plan => {
    const settled = { ...request, family: SCENE_FAMILY };
    const source = { ...asked.source, request: settled };
    return { ...scene({ ...asked, request: settled, source, begun }), why, warnings };
  };
  const begun = beginAd(asked);
  const material = addMaterial(asked, begun);
  workflow.expect(LATER);
  const { brief, heroes } = await workflow.run(
    {
      brief: begun.brief.brief,
      heroes: material.heroes,
      kept: [
        material.heroes,
        material.pictures,
        ...begun.cuts.flatMap(({ prepared, cut }) => [prepared.photo, cut.product]),
      ],
    },
    services,
  );
  const input = ofPage(asked, brief);
  const wish = brief.page !== undefined ? undefined : pictureWish(input, services, brief, heroes);
  const mayBeScene = request.family === ANY_FAMILY && !request.otherFamilies?.includes(SCENE_FAMILY);
  const design = designWish(input, brief);
  const order = wish?.canBeShown ? await orderFor(input, services, design, material) : undefined;
  if (wish?.must && order === undefined && mayBeScene) return asScene(wish.why);
  const made = order && addMadePicture(input, begun, brief, order);
  const pictures = made?.pictures ?? material.pictures;
  const decided = workflow.add(new DesignNode(input.faces), {
    ...design,
    heroes: material.heroes,
    pictures,
    ...defined({ made: order, decided: recordedDesign(input) }),
  });
  const found = await workflow.run(
    {
      design: decided.design,
      warnings: decided.warnings,
      kept: [material.heroes, pictures, ...(made?.why ?? []), ...(made?.warnings ?? [])],
    },
    services,
  );
  if (found.design === undefined) return asScene([NONE_FITS], found.warnings);
  const shown = found.design.made === undefined ? undefined : made;
  const shows = { heroes: material.heroes, pictures };
  const finished = finishDesigned(input, begun, shows, found.design, shown);
  const plan = { ...finished, warnings: placedByHand(request).map(notPlaced) };
  if (shown !== undefined) return wish === undefined ? plan : { ...plan, why: wish.why };
  return { ...plan, why: heroReason(brief, found.design) };
}

/** Why what stands in the picture does, where the design has it there. */
function heroReason({ hero, heroWhy = [] }: Brief, { layers }: DesignLayout): readonly LocalizedText[] {
  const shows = layers.some(({ kind }) => kind === 'hero' || kind === 'pattern' || kind === 'picture');
  return shows === (hero?.kind !== 'type') ? heroWhy : [];
}

const NONE_FITS: LocalizedText = {
  ko: '이 문구가 모두 들어가는 디자인 틀이 없어서, 배경 장면 위에 글을 놓았어요.',
  en: 'No design has room for all of this text, so it was set on a scene.',
};

/** What there is to be shown. */
export function addMaterial({ workflow }: PlanInput, { cuts, brief }: Begun): Refs<DesignMaterialOutputs> {
  return workflow.add(new DesignMaterialNode(), {
    hero: brief.hero,
    photos: cuts.map(({ prepared }) => prepared.photo),
    products: cuts.map(({ cut }) => cut.product),
    confidences: cuts.map(({ cut }) => cut.confidence),
    cutEdges: cuts.map(({ cut }) => cut.cutEdges),
    things: cuts.map(({ cut }) => cut.things),
    picked: cuts.map(({ cut }) => cut.picked),
  });
}

/** A design has its own place for what it shows. */
const notPlaced = (option: string): LocalizedText => ({
  ko: `--${option}: 이 디자인 틀에는 제품 자리가 정해져 있어서 쓰지 않았어요. 직접 정하려면 --family scene과 함께 써 주세요.`,
  en: `--${option}: this design has its own place for the product, so it was not used. Use it with --family scene.`,
});
