import type { CopySlot } from '../ad/copy.ts';
import type { DetailKind } from '../ad/detail-kind.ts';
import { area, type Box, union } from '../ad/geometry.ts';
import type { TextBlock } from '../ad/layout.ts';
import type { HexColour } from '../ad/scene.ts';
import type { TextStyle } from '../typography/style.ts';
import type { SetText } from '../typography/typeset.ts';

export type Align = TextBlock['align'];

/** A block of words with its place, before it has a colour. */
export interface Draft {
  readonly slot: CopySlot;
  /** As a block's. */
  readonly shape?: 'burst';
  readonly style: TextStyle;
  readonly lines: readonly string[];
  /** As a block's. */
  readonly icons?: readonly (DetailKind | null)[];
  readonly set: SetText;
  /** Em size in pixels. */
  readonly size: number;
  readonly align: Align;
  /** Whole pixels: of the ink, for a badge and a call to action of their pill. */
  readonly box: Box;
  /** How badly its lines are broken: 0 = well. */
  readonly cost: number;
  /** A colour that it should have if that can be read. */
  readonly wish?: HexColour;
}

/** Blocks that are read as one: message, offer, details. */
export type Group = readonly Draft[];

/** Lines of details from which on they are a strip of their own, and no small print under something else. */
const STRIP_LINES = 3;

/** Whether a group is details of more than a line or two. */
export const isStrip = (group: Group): boolean =>
  group.every(({ slot }) => slot === 'details') &&
  group.reduce((sum, { lines }) => sum + lines.length, 0) >= STRIP_LINES;

/** How all words of an ad stand. */
export interface Arrangement {
  /** What makes it different from others: plan, alignment and column. */
  readonly key: string;
  readonly align: Align;
  readonly groups: readonly Group[];
  /** 1 = at the sizes that a poster should have; less = squeezed. */
  readonly squeeze: number;
}

export const draftsOf = (arrangement: Arrangement): readonly Draft[] => arrangement.groups.flat();

/** The box around a group. */
export function boxOf(group: Group): Box {
  const box = union(group.map((draft) => draft.box));
  if (box === undefined) throw new RangeError('A group has at least one block');
  return box;
}

export const inkOf = (drafts: readonly Draft[]): number =>
  drafts.reduce((sum, draft) => sum + area(draft.box), 0);
