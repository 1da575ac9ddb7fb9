import type { Brief } from '../../ad/brief.ts';
import { ANY_FAMILY, type DesignLayout, type PictureOrder, SCENE_FAMILY } from '../../ad/design.ts';
import type { MenuRow } from '../../ad/design-part.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { AdRequest } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import { materialFor } from '../../design/choose/rank-families.ts';
import { wantsPicture } from '../../design/choose/wants-picture.ts';
import { type HeroMaterial, toShow } from '../../design/design-request.ts';
import type { DesignWish } from '../../design/request-of-brief.ts';
import type { WorkflowServices } from '../image-generation-workflow.ts';
import { BrandLogoNode } from '../nodes/brand-logo.ts';
import { DesignNode } from '../nodes/design.ts';
import { DesignMaterialNode, type DesignMaterialOutputs } from '../nodes/design-material.ts';
import { DesignPaintNode } from '../nodes/design-paint.ts';
import { PartsLayoutNode } from '../nodes/parts-layout.ts';
import { PartsOverlayNode } from '../nodes/parts-overlay.ts';
import { PictureOrderNode } from '../nodes/picture-order.ts';
import { SaveImageNode } from '../nodes/save-image.ts';
import { TextOverlayNode } from '../nodes/text-overlay.ts';
import { ThingChoiceNode } from '../nodes/thing-choice.ts';
import type { Refs } from '../ref.ts';
import { beginAd } from './begin-ad.ts';
import { addMadePicture, type MadePicture } from './made-picture.ts';
import type { Begun, Plan, PlanInput } from './plan.ts';

/**
 * Whether a request may be made by a design family: there are words to be set, and, where no family is named, nothing is
 * asked for that only a scene has room for.
 */
export function mayBeDesigned(request: AdRequest): boolean {
  const { family = SCENE_FAMILY, lettering, use, backdrop } = request;
  if (family === SCENE_FAMILY || !lettering || use === 'restyle' || backdrop !== undefined) return false;
  return family !== ANY_FAMILY || placedByHand(request).length === 0;
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
  const wish = pictureWish(input, services, brief, heroes);
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
  const plan = finishDesigned(input, begun, shows, found.design, shown);
  return shown === undefined || wish === undefined ? plan : { ...plan, why: wish.why };
}

/** A picture that is to be made for an ad. */
interface Wished {
  readonly why: readonly LocalizedText[];
  /** Whether the ad is a scene where no design shows it. */
  readonly must: boolean;
  /** Whether a design could: there is something that stands in it. */
  readonly canBeShown: boolean;
}

/** Which picture is to be made for the ad; undefined = none. */
function pictureWish(
  input: PlanInput,
  { engines }: WorkflowServices,
  brief: Brief,
  heroes: readonly HeroMaterial[],
): Wished | undefined {
  const { request, photos, designs } = input;
  const recorded = recordedDesign(input);
  if (recorded !== undefined) return recorded.made && { why: [], must: false, canBeShown: true };
  const drawsAnything = engines.image.drawsAnything ?? false;
  const wish = wantsPicture(brief, {
    usualStyle: input.tradeOf(brief.industry)?.style,
    hasPhoto: photos.length > 0,
    drawsAnything,
    choice: request.letteringSeed ?? request.seed,
  });
  if (wish !== undefined) {
    // A photo of which nothing can be cut out cannot be set into a picture.
    const canBeShown = photos.length > 0 ? heroes.length > 0 : drawsAnything || brief.hero?.kind !== 'type';
    return { why: [wish.why], must: wish.must, canBeShown };
  }
  const asked = designs.find(({ key }) => key === request.family);
  const isMissing =
    photos.length === 0 &&
    asked !== undefined &&
    materialFor(asked, toShow({ heroes, pictures: [] })) === undefined;
  return isMissing ? { why: [], must: false, canBeShown: true } : undefined;
}

/** The design that was decided before, where it is of this size. */
function recordedDesign({ design, size }: PlanInput): DesignLayout | undefined {
  const holds = design?.size.width === size.width && design.size.height === size.height;
  return holds ? design : undefined;
}

/** The picture that the image engine is asked for. */
async function orderFor(
  input: PlanInput,
  services: WorkflowServices,
  design: Omit<DesignWish, 'heroes' | 'pictures'>,
  { heroes, pictures }: Refs<DesignMaterialOutputs>,
): Promise<PictureOrder | undefined> {
  const recorded = recordedDesign(input);
  if (recorded !== undefined) return recorded.made;
  const { order } = input.workflow.add(new PictureOrderNode(input.faces), {
    ...design,
    heroes,
    pictures,
    wordsOn: (services.engines.image.drawsAnything ?? false) && input.photos.length === 0,
  });
  return (await input.workflow.run({ order, kept: [heroes, pictures] }, services)).order;
}

function designWish(input: PlanInput, brief: Brief): Omit<DesignWish, 'heroes' | 'pictures'> {
  const { request, size, designs, logo, place } = input;
  const trade = input.tradeOf(brief.industry);
  return {
    brief,
    size,
    seed: request.seed,
    choice: request.letteringSeed ?? request.seed,
    families: designs,
    others: request.otherFamilies ?? [],
    trades: [brief.industry, ...(trade === undefined ? [] : [trade.family])],
    ...defined({
      asked: request.family === ANY_FAMILY ? undefined : request.family,
      brand: request.brand,
      qr: request.parts?.qr,
      menu: request.parts?.menu,
      logo,
      safe: place?.safe?.is,
      letters: place?.letters?.is,
    }),
  };
}

/** Whether a design letters a menu: those of recipes of before it could do not. */
function letters({ blocks }: DesignLayout, menu: readonly MenuRow[]): boolean {
  const said = new Set(blocks.flatMap(({ lines }) => lines));
  return menu.every(({ name }) => [...said].some((line) => line.startsWith(name)));
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
  { workflow, request, faces, pictures, source, name, logo, place }: PlanInput,
  { cuts, brief }: Begun,
  { heroes, pictures: photos }: Refs<DesignMaterialOutputs>,
  design: DesignLayout,
  made: MadePicture | undefined,
): Plan {
  const painted = workflow.add(new DesignPaintNode(), { design, heroes, pictures: photos });
  const { textLayout } = painted;
  const lettered = workflow.add(new TextOverlayNode(faces), { image: painted.image, layout: textLayout });
  const { menu } = request.parts ?? {};
  const parts =
    menu === undefined || letters(design, menu)
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
          ...defined({ at: design.logo }),
        });
  const choice = workflow.add(new ThingChoiceNode(pictures, faces), {
    photos: cuts.map(({ prepared }) => prepared.photo),
    things: cuts.map(({ cut }) => cut.things),
    picked: cuts.map(({ cut }) => cut.picked),
    kind: made !== undefined || showsCutouts(design) ? 'cut-out' : 'photo-card',
  });
  const { saved, recipe, warnings } = workflow.add(new SaveImageNode(pictures), {
    image: branded?.image ?? finished,
    kind: 'ad',
    source,
    brief: brief.brief,
    design,
    ...defined({
      name,
      place,
      productLayout: made?.productLayout,
      parts: parts?.boxes,
      logo: branded?.box,
    }),
  });
  return {
    workflow,
    warnings: placedByHand(request).map(notPlaced),
    ads: [
      {
        saved,
        recipe,
        brief: brief.brief,
        why: [brief.why, ...(made?.why ?? cuts.flatMap(({ prepared, cut }) => [prepared.why, cut.why]))],
        warnings: [...(made?.warnings ?? []), warnings],
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
