import { isPill } from '../ad/copy.ts';
import { expand, overlaps } from '../ad/geometry.ts';
import type { TextBlock, Treatment, Underlay } from '../ad/layout.ts';
import type { HexColour } from '../ad/scene.ts';
import { backgroundUnder, contrastOn, type Pixels } from '../typography/contrast.ts';
import { type Attempt, attemptsOf, treatmentsFor } from './attempts.ts';
import { type Arrangement, boxOf, type Group } from './draft.ts';
import { blockOf, pillBlock } from './draft-blocks.ts';
import { readableColour, type Tone } from './letter-colours.ts';
import type { LetteringContext } from './lettering-context.ts';
import { isEnough, templateAgreement } from './measure/legibility.ts';

/** An arrangement whose words can all be read. */
export interface Lettering {
  readonly blocks: readonly TextBlock[];
  readonly underlays: readonly Underlay[];
  /** What was done to each group of the arrangement. */
  readonly treatments: readonly Treatment[];
  /** What that costs in beauty: 0 = nothing was needed. */
  readonly penalty: number;
}

/** What each step takes from a picture, for the words of one group. */
const PENALTIES: Readonly<Record<Treatment, number>> = {
  none: 0,
  blur: 0.22,
  scrim: 0.28,
  shadow: 0.36,
  outline: 0.7,
  panel: 0.55,
};

/**
 * Agreement with their own shape (see templateAgreement) below which words are lost in a busy ground although their
 * contrast is enough.
 */
const MIN_AGREEMENT = 0.75;

/**
 * Gives every block a colour that can be read, measured on the pixels around its letters, with the gentlest means
 * that serve: another colour, then what TREATMENTS lists. The last, a panel, always serves.
 *
 * @param budget penalty from which on nobody wants the answer
 * @returns undefined when the penalty would reach the budget
 */
export function makeReadable(
  arrangement: Arrangement,
  ground: LetteringContext,
  budget = Number.POSITIVE_INFINITY,
): Lettering | undefined {
  const { groups } = arrangement;
  const done: Read[] = [];
  let left = budget;
  for (const group of groups) {
    const read = readGroup(group, { groups, done, ground, budget: left });
    if (read === undefined) return undefined;
    left -= penaltyOf(read, ground);
    if (left <= 0) return undefined;
    done.push(read);
  }
  const reads = settled(groups, done, ground);
  return {
    blocks: groups.flatMap((group) => reads.find((read) => read.group === group)?.blocks ?? []),
    underlays: reads.flatMap((read) => read.underlays),
    treatments: reads.map((read) => read.treatment),
    penalty: reads.reduce((sum, read) => sum + penaltyOf(read, ground), 0),
  };
}

/** Rounds in which groups that the underlays of others have made unreadable are done again; in the last, on panels. */
const ROUNDS = 3;

/**
 * What was laid under one group may have changed the ground of another. Measures all anew, and does those again that
 * can no longer be read, each after all others: the order of the answer is the order of drawing.
 */
function settled(groups: readonly Group[], done: readonly Read[], ground: LetteringContext): readonly Read[] {
  let reads = done;
  for (let round = 1; round <= ROUNDS; round++) {
    const underlays = reads.flatMap((read) => read.underlays);
    if (underlays.length === 0) return reads;
    const measured = reads.map((read) => remeasured(read, underlays, ground));
    const lost = reads.find((_, i) => measured[i] === undefined);
    if (lost === undefined) return measured.filter((read) => read !== undefined);
    const others = reads.filter((read) => read !== lost);
    const again = readGroup(lost.group, { groups, done: others, ground, panelOnly: round === ROUNDS });
    reads = again === undefined ? reads : [...others, again];
  }
  return reads;
}

/** What an underlay costs more when all that it lies on is what the picture shows. */
const COVERING = 3;

function penaltyOf({ treatment, underlays, group }: Read, { map }: LetteringContext): number {
  const covered = underlays.reduce((sum, { box }) => sum + map.subjectShare(box), 0);
  return PENALTIES[treatment] * shareOf(group) * (1 + COVERING * covered);
}

/** A group whose words can be read. */
interface Read {
  readonly group: Group;
  readonly blocks: readonly TextBlock[];
  readonly underlays: readonly Underlay[];
  readonly treatment: Treatment;
  /** Undefined for pills alone, which have grounds of their own. */
  readonly tone: Tone | undefined;
}

/** The details' trouble weighs less than a headline's. */
const shareOf = (group: Group): number => (group.some(({ slot }) => slot !== 'details') ? 1 : 0.4);

interface Task {
  readonly groups: readonly Group[];
  /** Groups that are read already; their underlays lie below. */
  readonly done: readonly Read[];
  readonly ground: LetteringContext;
  readonly budget?: number;
  readonly panelOnly?: boolean;
}

function readGroup(group: Group, { groups, done, ground, budget, panelOnly }: Task): Read | undefined {
  const others = groups.filter((other) => other !== group).flatMap((other) => other.map(({ box }) => box));
  const below = done.flatMap((read) => read.underlays);
  const tone = done.find((read) => read.tone !== undefined)?.tone;
  const treatments: readonly Treatment[] = panelOnly === true ? ['panel'] : treatmentsFor(group, ground);
  for (const treatment of treatments) {
    if (PENALTIES[treatment] * shareOf(group) >= (budget ?? Number.POSITIVE_INFINITY)) return undefined;
    for (const attempt of attemptsOf(treatment, group, others, tone, ground)) {
      const read = tryToRead(group, attempt, below, ground);
      if (read !== undefined) return read;
    }
  }
  throw new Error('Letters could not be read even on a panel of one colour');
}

function tryToRead(
  group: Group,
  attempt: Attempt,
  below: readonly Underlay[],
  ground: LetteringContext,
): Read | undefined {
  const { treatment, tone, halo } = attempt;
  const colour = halo?.colour ?? attempt.underlays[0]?.colour;
  const bare = group.map((draft) => blockOf(draft, treatment, colour, halo?.strength));
  const haloed = halo === undefined ? [] : bare;
  const pixels = groundOfGroup(group, [...below, ...attempt.underlays], haloed, ground);
  const blocks: TextBlock[] = [];
  for (const [i, draft] of group.entries()) {
    const block = isPill(draft.slot)
      ? pillBlock(draft, pixels, ground)
      : letteredBlock(bare[i]!, draft.wish, tone, pixels, ground);
    if (block === undefined) return undefined;
    blocks.push(block);
  }
  const worded = group.some(({ slot }) => !isPill(slot));
  return {
    group,
    blocks,
    underlays: worded ? attempt.underlays : [],
    treatment: worded ? treatment : 'none',
    tone: worded ? tone : undefined,
  };
}

/** What a group's letters would stand on. */
function groundOfGroup(
  group: Group,
  underlays: readonly Underlay[],
  haloed: readonly TextBlock[],
  { painter, frame, faces }: LetteringContext,
): Pixels {
  const words = expand(boxOf(group), Math.ceil(frame.unit / 2));
  const touching = underlays.filter((underlay) => overlaps(underlay.box, words));
  return painter.pixels(
    words,
    touching,
    haloed.filter(({ slot }) => !isPill(slot)),
    faces,
  );
}

function letteredBlock(
  bare: TextBlock,
  wish: HexColour | undefined,
  tone: Tone,
  pixels: Pixels,
  { masks, palette }: LetteringContext,
): TextBlock | undefined {
  const ground = backgroundUnder(pixels, masks.thick(bare));
  const found = readableColour(bare.slot, tone, palette, ground, wish);
  if (found === undefined) return undefined;
  if (bare.treatment !== 'panel' && bare.treatment !== 'outline') {
    if (templateAgreement(pixels, masks.thin(bare), found.colour) < MIN_AGREEMENT) return undefined;
  }
  return { ...bare, ...found };
}

/** The group with its contrast as it is over all underlays; undefined when it can no longer be read. */
function remeasured(read: Read, underlays: readonly Underlay[], ground: LetteringContext): Read | undefined {
  const haloed = read.treatment === 'shadow' || read.treatment === 'outline' ? read.blocks : [];
  const pixels = groundOfGroup(read.group, underlays, haloed, ground);
  const blocks = read.blocks.map((block) => {
    if (isPill(block.slot)) return block;
    return {
      ...block,
      contrast: contrastOn(backgroundUnder(pixels, ground.masks.thick(block)), block.colour),
    };
  });
  const readable = blocks.every(({ slot, contrast }) => isPill(slot) || isEnough(slot, contrast));
  return readable ? { ...read, blocks } : undefined;
}
