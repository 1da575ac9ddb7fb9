import { ANY_FAMILY, type DesignLayout, SCENE_FAMILY } from '../../ad/design.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { AdRequest } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import { asksForScene } from '../../design/choose/asks-for-scene.ts';
import type { WorkflowServices } from '../image-generation-workflow.ts';
import { BrandLogoNode } from '../nodes/brand-logo.ts';
import { DesignNode } from '../nodes/design.ts';
import { DesignMaterialNode, type DesignMaterialOutputs } from '../nodes/design-material.ts';
import { DesignPaintNode } from '../nodes/design-paint.ts';
import { PartsLayoutNode } from '../nodes/parts-layout.ts';
import { PartsOverlayNode } from '../nodes/parts-overlay.ts';
import { SaveImageNode } from '../nodes/save-image.ts';
import { TextOverlayNode } from '../nodes/text-overlay.ts';
import { ThingChoiceNode } from '../nodes/thing-choice.ts';
import type { Refs } from '../ref.ts';
import { beginAd } from './begin-ad.ts';
import type { Begun, Plan, PlanInput } from './plan.ts';

/**
 * Whether a request may be made by a design family: there are words to be set, and, where no family is named, nothing is
 * asked for that only a scene has room for: no family has a box for a menu of its own.
 */
export function mayBeDesigned(request: AdRequest): boolean {
  const { family = SCENE_FAMILY, lettering, use, backdrop, parts } = request;
  if (family === SCENE_FAMILY || !lettering || use === 'restyle' || backdrop !== undefined) return false;
  return family !== ANY_FAMILY || (parts?.menu === undefined && placedByHand(request).length === 0);
}

/** Options that say how a product is set into a scene. */
const placedByHand = ({ scale, position, harmonise }: AdRequest): readonly string[] =>
  Object.entries({ scale, position, harmonise }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );

/** How many nodes are added at most once it is known which. */
const LATER = 5;

/**
 * Words and material → a design family solved for them → painted → lettered → saved. Where the words ask for a scene, or
 * no family takes them, the ad goes on as one.
 *
 * @param scene the plan of an ad that is begun, as a scene
 */
export async function designedAd(
  input: PlanInput,
  services: WorkflowServices,
  scene: (input: PlanInput) => Plan,
): Promise<Plan> {
  const { workflow, request } = input;
  const asScene = (why: readonly LocalizedText[], warnings: readonly LocalizedText[] = []): Plan => {
    const settled = { ...request, family: SCENE_FAMILY };
    const source = { ...input.source, request: settled };
    return { ...scene({ ...input, request: settled, source, begun }), why, warnings };
  };
  const begun = beginAd(input);
  const material = addMaterial(input, begun);
  workflow.expect(LATER);
  const { brief } = await workflow.run(
    {
      brief: begun.brief.brief,
      kept: [material.heroes, ...begun.cuts.flatMap(({ prepared, cut }) => [prepared.photo, cut.product])],
    },
    services,
  );
  const isFree =
    request.family === ANY_FAMILY &&
    input.design === undefined &&
    !request.otherFamilies?.includes(SCENE_FAMILY);
  const trade = input.tradeOf(brief.industry);
  const wish = isFree ? asksForScene(brief, trade?.style, input.photos.length > 0) : undefined;
  if (wish !== undefined) return asScene([wish]);
  const decided = workflow.add(new DesignNode(input.faces), {
    brief: begun.brief.brief,
    heroes: material.heroes,
    pictures: material.pictures,
    size: input.size,
    seed: request.seed,
    choice: request.letteringSeed ?? request.seed,
    families: input.designs,
    others: request.otherFamilies ?? [],
    trades: [brief.industry, ...(trade === undefined ? [] : [trade.family])],
    ...defined({
      asked: request.family === ANY_FAMILY ? undefined : request.family,
      brand: request.brand,
      qr: request.parts?.qr,
      decided: input.design,
    }),
  });
  const found = await workflow.run({ design: decided.design, warnings: decided.warnings }, services);
  if (found.design === undefined) return asScene([NONE_FITS], found.warnings);
  return finishDesigned(input, begun, material, found.design);
}

const NONE_FITS: LocalizedText = {
  ko: '이 문구가 모두 들어가는 디자인 틀이 없어서, 배경 장면 위에 글을 놓았어요.',
  en: 'No design has room for all of this text, so it was set on a scene.',
};

function addMaterial({ workflow }: PlanInput, { cuts, brief }: Begun): Refs<DesignMaterialOutputs> {
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

function finishDesigned(
  { workflow, request, faces, pictures, source, name, logo }: PlanInput,
  { cuts, brief }: Begun,
  { heroes, pictures: photos }: Refs<DesignMaterialOutputs>,
  design: DesignLayout,
): Plan {
  const painted = workflow.add(new DesignPaintNode(), { design, heroes, pictures: photos });
  const { textLayout } = painted;
  const lettered = workflow.add(new TextOverlayNode(faces), { image: painted.image, layout: textLayout });
  const { menu } = request.parts ?? {};
  const parts =
    menu === undefined
      ? undefined
      : workflow.add(new PartsLayoutNode(faces), {
          image: painted.image,
          design,
          words: textLayout,
          parts: { menu },
          palette: brief.palette,
          face: brief.face,
        });
  const coded =
    design.parts === undefined
      ? lettered.image
      : workflow.add(new PartsOverlayNode(faces), { image: lettered.image, placed: design.parts }).image;
  const finished =
    parts === undefined
      ? coded
      : workflow.add(new PartsOverlayNode(faces), { image: coded, placed: parts.placed }).image;
  const branded =
    logo === undefined
      ? undefined
      : workflow.add(new BrandLogoNode(), {
          image: finished,
          logo,
          layout: textLayout,
          product: painted.product,
        });
  const choice = workflow.add(new ThingChoiceNode(pictures, faces), {
    photos: cuts.map(({ prepared }) => prepared.photo),
    things: cuts.map(({ cut }) => cut.things),
    picked: cuts.map(({ cut }) => cut.picked),
    kind: showsCutouts(design) ? 'cut-out' : 'photo-card',
  });
  const { saved, recipe } = workflow.add(new SaveImageNode(pictures), {
    image: branded?.image ?? finished,
    kind: 'ad',
    source,
    brief: brief.brief,
    design,
    ...defined({ name }),
  });
  return {
    workflow,
    warnings: placedByHand(request).map(notPlaced),
    ads: [
      {
        saved,
        recipe,
        brief: brief.brief,
        why: [brief.why, ...cuts.flatMap(({ prepared, cut }) => [prepared.why, cut.why])],
        warnings: [],
        choice: choice.choice,
        textLayout,
        design: painted.design,
        ...defined({
          parts: parts && { boxes: parts.boxes, why: parts.why, warnings: parts.warnings },
          logo: branded && { box: branded.box, why: branded.why, warnings: branded.warnings },
        }),
      },
    ],
  };
}

const showsCutouts = ({ layers }: DesignLayout): boolean =>
  layers.some(
    (layer) =>
      (layer.kind === 'hero' && layer.source.kind === 'photo') ||
      (layer.kind === 'pattern' && layer.sources.some(({ kind }) => kind === 'photo')),
  );

/** A design has its own place for what it shows. */
const notPlaced = (option: string): LocalizedText => ({
  ko: `--${option}: 이 디자인 틀에는 제품 자리가 정해져 있어서 쓰지 않았어요. 직접 정하려면 --family scene과 함께 써 주세요.`,
  en: `--${option}: this design has its own place for the product, so it was not used. Use it with --family scene.`,
});
