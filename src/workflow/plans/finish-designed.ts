import type { DesignLayout } from '../../ad/design.ts';
import type { MenuRow } from '../../ad/design-part.ts';
import { defined } from '../../collections/defined.ts';
import type { HeroMaterial, PictureMaterial } from '../../design/design-request.ts';
import { drawnIn } from '../../design/drawn-in.ts';
import { AdContentNode } from '../nodes/ad-content.ts';
import { BrandLogoNode } from '../nodes/brand-logo.ts';
import type { DesignMaterialOutputs } from '../nodes/design-material.ts';
import { DesignPaintNode } from '../nodes/design-paint.ts';
import { PartsLayoutNode } from '../nodes/parts-layout.ts';
import { PartsOverlayNode } from '../nodes/parts-overlay.ts';
import { SaveImageNode } from '../nodes/save-image.ts';
import { TextOverlayNode } from '../nodes/text-overlay.ts';
import { ThingChoiceNode } from '../nodes/thing-choice.ts';
import type { Refs } from '../ref.ts';
import { addMotion } from './add-motion.ts';
import { addNotice } from './add-notice.ts';
import type { MadePicture } from './made-picture.ts';
import { type Begun, isLayered, type Plan, type PlanInput } from './plan.ts';

/** What there is to be shown: of nodes, or known already. */
type Shows =
  | Refs<DesignMaterialOutputs>
  | { readonly heroes: readonly HeroMaterial[]; readonly pictures: readonly PictureMaterial[] };

/** A solved design → painted, lettered, with its parts, saved. */
export function finishDesigned(
  input: PlanInput,
  { cuts, brief }: Begun,
  { heroes, pictures: photos }: Shows,
  design: DesignLayout,
  made: MadePicture | undefined,
): Plan {
  const { workflow, request, faces, pictures, source, name, logo, place } = input;
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
          ...defined({ safe: place?.safe?.is }),
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
          ...defined({ at: design.logo, safe: place?.safe?.is }),
        });
  const image = branded?.image ?? finished;
  const noticed =
    design.made === undefined
      ? { image }
      : addNotice(input, {
          image,
          layout: textLayout,
          product: painted.product,
          drawn: drawnIn(design),
          taken: parts?.boxes ?? (design.parts ?? []).map(({ box }) => box),
          logo: branded?.box,
        });
  const choice = workflow.add(new ThingChoiceNode(pictures, faces), {
    photos: cuts.map(({ prepared }) => prepared.photo),
    things: cuts.map(({ cut }) => cut.things),
    picked: cuts.map(({ cut }) => cut.picked),
    kind: made !== undefined || showsCutouts(design) ? 'cut-out' : 'photo-card',
  });
  const content = isLayered(input)
    ? workflow.add(new AdContentNode(), {
        design,
        heroes,
        photos,
        picture: painted.image,
        text: textLayout,
        placed: design.parts ?? [],
        beforeLogo: finished,
        locale: request.locale,
        finished: noticed.image,
        ...defined({
          morePlaced: parts?.placed,
          logo,
          logoBox: branded?.box,
          notice: noticed.notice?.box,
        }),
      }).content
    : undefined;
  const { saved, recipe, warnings } = workflow.add(new SaveImageNode(pictures, faces), {
    image: noticed.image,
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
      notice: noticed.notice?.box,
      content,
    }),
  });
  const motion = addMotion(input, {
    still: noticed.image,
    lettered: lettered.image,
    words: textLayout,
    recipe,
    design,
    heroes,
    photos,
  });
  return {
    workflow,
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
          motion,
          notice: noticed.notice,
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

/** Whether a design letters a menu: those of recipes of before it could do not. */
function letters({ blocks }: DesignLayout, menu: readonly MenuRow[]): boolean {
  const said = new Set(blocks.flatMap(({ lines }) => lines));
  return menu.every(({ name }) => [...said].some((line) => line.startsWith(name)));
}
