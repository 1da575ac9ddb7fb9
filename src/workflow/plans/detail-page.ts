import type { Brief } from '../../ad/brief.ts';
import type { DesignLayout } from '../../ad/design.ts';
import type { PageBlock, PageContent } from '../../ad/page.ts';
import { defined } from '../../collections/defined.ts';
import type { HeroMaterial, PictureMaterial } from '../../design/design-request.ts';
import { pageFamily } from '../../pages/page-family.ts';
import { type StackedBlock, stackDesigns } from '../../pages/stack-designs.ts';
import type { WorkflowServices } from '../image-generation-workflow.ts';
import { DesignNode } from '../nodes/design.ts';
import { DesignMaterialNode, type DesignMaterialOutputs } from '../nodes/design-material.ts';
import type { Ref, Refs } from '../ref.ts';
import { beginAd } from './begin-ad.ts';
import { designWish } from './design-wish.ts';
import { finishDesigned } from './finish-designed.ts';
import type { Begun, Plan, PlanInput } from './plan.ts';

/** How much higher a block is made where its words find no room, and how often. */
const HIGHER = 1.2;
const TRIES = 4;

/** What the grounds of a long page's blocks are, in turn. */
const GROUNDS = ['ground', 'card'] as const;

/**
 * One file of a long page: each of its blocks is designed by itself, all by one family, and they are set under one another
 * as one design, so that no words lie across where a file ends.
 *
 * @throws RangeError where a block's words find no room by any family
 */
export async function detailPage(asked: PlanInput, services: WorkflowServices): Promise<Plan> {
  const page = asked.request.page ?? { number: 1, of: 1, sliced: true as const };
  const input = { ...asked, request: { ...asked.request, page } };
  const { workflow } = input;
  const begun = beginAd(input);
  const kept = begun.cuts.flatMap(({ prepared, cut }) => [
    prepared.photo,
    cut.product,
    cut.things,
    cut.picked,
  ]);
  const { brief } = await workflow.run({ brief: begun.brief.brief, kept }, services);
  const blocks = brief.page?.blocks ?? [];
  workflow.expect(blocks.length + LATER);
  const materials = blocks.map((block, i) => {
    const { heroes, pictures } = materialOf(input, begun, block, i === 0);
    return { heroes, pictures };
  });
  const { shown } = await workflow.run({ shown: materials, kept }, services);
  const design = input.design ?? (await stacked({ input, services, brief, kept }, blocks, shown));
  const { parts, ...request } = input.request;
  const qr = brief.page?.qr && parts?.qr;
  const material = {
    heroes: blocks.flatMap(({ photo }, i) => (shown[i]?.heroes ?? []).map((hero) => ofPhoto(hero, photo))),
    pictures: blocks.flatMap(({ photo }, i) =>
      (shown[i]?.pictures ?? []).map((one): PictureMaterial => ({ ...one, photo: photo ?? one.photo })),
    ),
  };
  const own = { ...request, ...defined({ parts: qr === undefined ? undefined : { qr } }) };
  const { logo, ...unmarked } = input;
  const finished = { ...unmarked, ...(design.logo === undefined ? {} : defined({ logo })) };
  return finishDesigned({ ...finished, request: own, size: design.size }, begun, material, design, undefined);
}

/** Nodes that follow the blocks' own. */
const LATER = 8;

/** What all blocks of a file are made with. */
interface Making {
  readonly input: PlanInput;
  readonly services: WorkflowServices;
  readonly brief: Brief;
  /** What later stages need of the photos. */
  readonly kept: readonly Ref<unknown>[];
}

async function stacked(
  making: Making,
  blocks: readonly PageBlock[],
  shown: readonly Shown[],
): Promise<DesignLayout> {
  const made: StackedBlock[] = [];
  for (const [i, block] of blocks.entries()) {
    const design = await designed(making, block, i, shown[i] ?? NOTHING, made[0]?.design.family);
    made.push({ design, ...defined({ photo: block.photo }) });
  }
  return stackDesigns(made);
}

interface Shown {
  readonly heroes: readonly HeroMaterial[];
  readonly pictures: readonly PictureMaterial[];
}

const NOTHING: Shown = { heroes: [], pictures: [] };

async function designed(
  { input, services, brief: whole, kept }: Making,
  block: PageBlock,
  index: number,
  { heroes, pictures }: Shown,
  look: string | undefined,
): Promise<DesignLayout> {
  const { request, workflow, size, faces, pages, designs, logo: mark, ...rest } = input;
  const { qr } = request.parts ?? {};
  const number = request.page?.number ?? 1;
  const isTop = index === 0 && number === 1;
  const content: PageContent = { number, of: request.page?.of ?? 1, role: block.role, sliced: true };
  const brief: Brief = { ...whole, copy: block.copy, hero: block.hero, page: content };
  const parts = defined({ menu: block.menu, qr: block.qr && qr });
  const { parts: _, ...bare } = request;
  const own = { ...bare, ...(Object.keys(parts).length === 0 ? {} : { parts }) };
  const surface = GROUNDS[(index + number + 1) % GROUNDS.length];
  for (let tries = 0, { height } = block; tries < TRIES; tries++, height = Math.round(height * HIGHER)) {
    const wish = designWish(
      {
        ...rest,
        request: own,
        workflow,
        faces,
        pages,
        designs,
        size: { width: size.width, height },
        ...defined({ logo: isTop ? mark : undefined }),
      },
      brief,
      (one) => pageFamily(one, content, pages, surface),
      look,
    );
    const decided = workflow.add(new DesignNode(faces), { ...wish, heroes, pictures });
    const { design } = await workflow.run({ design: decided.design, kept }, services);
    if (design !== undefined) return design;
  }
  throw new RangeError(`No design has room for a block of ${block.role}`);
}

/** What a block shows: its own photo, on the first all of them, else the icon of what it is about. */
function materialOf(
  { workflow }: PlanInput,
  { cuts }: Begun,
  { hero, photo, role }: PageBlock,
  isFirst: boolean,
): Refs<DesignMaterialOutputs> {
  const own = photo !== undefined ? cuts.slice(photo, photo + 1) : isFirst && role === 'cover' ? cuts : [];
  return workflow.add(new DesignMaterialNode(), {
    hero,
    photos: own.map(({ prepared }) => prepared.photo),
    products: own.map(({ cut }) => cut.product),
    confidences: own.map(({ cut }) => cut.confidence),
    cutEdges: own.map(({ cut }) => cut.cutEdges),
    things: own.map(({ cut }) => cut.things),
    picked: own.map(({ cut }) => cut.picked),
  });
}

/** A block's hero under the number that its photo has in the request. */
const ofPhoto = (hero: HeroMaterial, photo: number | undefined): HeroMaterial =>
  photo === undefined || hero.source.kind !== 'photo' ? hero : { ...hero, source: { kind: 'photo', photo } };
