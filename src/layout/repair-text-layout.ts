import type { CopySlot } from '../ad/copy.ts';
import type { Face } from '../ad/face.ts';
import { type Box, centre, expand, overlaps, right } from '../ad/geometry.ts';
import type { TextLayout } from '../ad/layout.ts';
import type { LocalizedText } from '../ad/locale.ts';
import type { HexColour } from '../ad/scene.ts';
import { defined } from '../collections/defined.ts';
import { copyText } from './copy-text.ts';
import { type Align, type Arrangement, boxOf, type Draft, type Group } from './draft.ts';
import type { Frame } from './frame.ts';
import { letteringContextFor, sceneOf } from './lettering-scene.ts';
import { makeReadable } from './make-readable.ts';
import type { TextLayoutRequest } from './request.ts';
import type { Scene } from './score.ts';
import { CopySetter, draftOf, type SetSlot } from './set-copy.ts';
import { textScale } from './text-scale.ts';

/** Where somebody else, a vision model say, would put a slot's words. Only a wish: it may be anything. */
interface AdvisedBlock {
  readonly slot: CopySlot;
  /** In pixels of the ad. */
  readonly box: Box;
  readonly align?: Align;
  readonly colour?: HexColour;
}

export interface TextAdvice {
  readonly blocks: readonly AdvisedBlock[];
  /** Name of the adviser. */
  readonly by: string;
  readonly why: readonly LocalizedText[];
}

/** How far words may be squeezed to keep the advised places. */
const SQUEEZES = [1, 0.86, 0.74, 0.62, 0.5];

/** Share of the room of a slot by which it may miss its advised place before the advice is worth nothing. */
const ASTRAY = 0.35;

/** Gap between words, and between words and the product, in units of the frame. */
const GAP = 0.6;

/**
 * Makes a layout of advice by the same rules as the local one's: the words are the request's own, broken and set as
 * placeText would, each as near to its advised place and size as margins, product and the other words allow, in
 * its advised colour where that can be read. Where the advice cannot be kept, the local layout is returned and says so.
 *
 * @param local what placeText makes of the request
 */
export function repairTextLayout(
  request: TextLayoutRequest,
  advice: TextAdvice,
  faces: readonly Face[],
  local: TextLayout,
): TextLayout {
  const copy = copyText(request.copy, faces);
  const usual = (): TextLayout => ({ ...local, why: [...local.why, refused(advice.by)] });
  const wished = copy.slots.map(({ slot }) => advice.blocks.find((block) => block.slot === slot));
  if (wished.length === 0 || !wished.every((block) => block !== undefined && isSane(block.box)))
    return usual();
  const scene = sceneOf(request, faces);
  for (const squeeze of SQUEEZES) {
    const setter = new CopySetter(copy, textScale(scene.frame, request.face, faces, squeeze), faces, false);
    const drafts = placeAll(
      snapped(
        wished.filter((block) => block !== undefined),
        scene.frame,
      ),
      setter,
      scene,
      request.taken ?? [],
    );
    if (drafts === undefined) continue;
    const arrangement: Arrangement = {
      key: advice.by,
      align: 'left',
      groups: groupsOf(drafts, scene.frame),
      squeeze,
    };
    const lettering = makeReadable(arrangement, letteringContextFor(request, scene, faces));
    if (lettering === undefined) break;
    const { blocks, underlays } = lettering;
    const size = scene.frame.size;
    return { size, blocks, underlays, why: advice.why, warnings: copy.warnings, decidedBy: advice.by };
  }
  return usual();
}

const refused = (by: string): LocalizedText => ({
  ko: `${by} 모델이 권한 자리에는 글을 다 넣을 수 없어서, 기본 규칙으로 다시 놓았어요.`,
  en: `The text does not fit where ${by} wanted it, so it was placed by the usual rules.`,
});

const isSane = ({ x, y, width, height }: Box): boolean =>
  [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0;

/** Share of the width within which two edges are meant to be one. */
const SAME_EDGE = 0.02;

/** Advised boxes whose left edges, or middles, are nearly on one line are put on that line. */
function snapped(blocks: readonly AdvisedBlock[], { size }: Frame): readonly AdvisedBlock[] {
  const near = SAME_EDGE * size.width;
  return blocks.map((block, i) => {
    const before = blocks.slice(0, i);
    const edge = before.find((other) => Math.abs(other.box.x - block.box.x) < near)?.box.x;
    if (alignOf(block) === 'left')
      return edge === undefined ? block : { ...block, box: { ...block.box, x: edge } };
    if (alignOf(block) === 'right') return block;
    const axis = before
      .map((other) => centre(other.box).x)
      .find((x) => Math.abs(x - centre(block.box).x) < near);
    return axis === undefined ? block : { ...block, box: { ...block.box, x: axis - block.box.width / 2 } };
  });
}

const alignOf = ({ align }: AdvisedBlock): Align => align ?? 'left';

function placeAll(
  blocks: readonly AdvisedBlock[],
  setter: CopySetter,
  scene: Scene,
  taken: readonly Box[],
): readonly Draft[] | undefined {
  const placed: Draft[] = [];
  for (const block of blocks) {
    const set = setFor(block, setter, scene.frame);
    const draft =
      set === undefined
        ? undefined
        : placeNear(set, block, [...taken, ...placed.map(({ box }) => box)], scene);
    if (draft === undefined) return undefined;
    placed.push(draft);
  }
  return placed;
}

/** The way of setting a slot that comes nearest to the advised box: as wide as it, and about as high. */
function setFor({ slot, box }: AdvisedBlock, setter: CopySetter, { inner }: Frame): SetSlot | undefined {
  const width = Math.min(inner.width, Math.max(box.width, 0.2 * inner.width));
  const ways = [width, 1.3 * width, inner.width].flatMap((max) =>
    setter.ways(slot, Math.min(max, inner.width)),
  );
  const misfit = (way: SetSlot): number =>
    Math.abs(Math.log(way.width / box.width)) + Math.abs(Math.log(way.height / box.height)) + way.fit.cost;
  return ways.toSorted((a, b) => misfit(a) - misfit(b))[0];
}

/** The allowed place that is nearest to the advised one; undefined when all are too far from it. */
function placeNear(
  set: SetSlot,
  block: AdvisedBlock,
  placed: readonly Box[],
  { frame, map }: Scene,
): Draft | undefined {
  const { inner, unit } = frame;
  const align = alignOf(block);
  const { box } = block;
  const x =
    align === 'left' ? box.x : align === 'right' ? right(box) - set.width : centre(box).x - set.width / 2;
  const within = (at: number, from: number, room: number): number =>
    Math.round(Math.max(from, Math.min(from + room, at)));
  const farthest = ASTRAY * Math.min(inner.width, inner.height);
  const gap = GAP * unit;
  for (const [dx, dy] of spiral(unit / 2, farthest)) {
    const candidate = {
      x: within(x + dx, inner.x, inner.width - set.width),
      y: within(box.y + dy, inner.y, inner.height - set.height),
      width: set.width,
      height: set.height,
    };
    if (map.productShare(expand(candidate, gap)) > 0) continue;
    if (placed.some((other) => overlaps(expand(candidate, gap), other))) continue;
    return {
      ...draftOf(set, align, candidate.x, candidate.y),
      ...defined({ wish: block.colour }),
    };
  }
  return undefined;
}

/** Steps away from a place, nearest first; down before up, and up before sideways, as words are stacked. */
function spiral(step: number, farthest: number): readonly (readonly [number, number])[] {
  const steps = Math.floor(farthest / step);
  const moves: [number, number][] = [];
  for (let i = -steps; i <= steps; i++)
    for (let j = -steps; j <= steps; j++) moves.push([i * step, j * step]);
  const far = ([dx, dy]: readonly [number, number]): number => Math.hypot(1.4 * dx, dy) - (dy > 0 ? 0.01 : 0);
  return moves.filter((move) => far(move) <= farthest).sort((a, b) => far(a) - far(b));
}

/** Blocks that stand close to one another are one group; the details stand for themselves. */
function groupsOf(drafts: readonly Draft[], { unit }: Frame): readonly Group[] {
  const groups: Draft[][] = [];
  for (const draft of drafts) {
    const near = groups.find(
      (group) =>
        draft.slot !== 'details' &&
        overlaps(expand(boxOf(group), 3 * unit), draft.box) &&
        isCompact([...group, draft], drafts),
    );
    if (near === undefined) groups.push([draft]);
    else near.push(draft);
  }
  return groups;
}

/** Whether no other block lies inside the box around a group. */
function isCompact(group: Group, all: readonly Draft[]): boolean {
  const box = boxOf(group);
  return all.every((draft) => group.includes(draft) || !overlaps(box, draft.box));
}
