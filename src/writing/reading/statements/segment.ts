import type { StatementKind } from '../../../ad/statement.ts';
import type { Word } from '../find-words.ts';
import type { Span } from '../normalise.ts';

/** A part of the text between two marks that part statements: commas, ends of sentences and lines, brackets. */
export interface Clause extends Span {
  /** Of what stands in brackets: it says more about what stands before them. */
  readonly bracketed: boolean;
  /** Whether a line or a sentence begins with it: what it says may bind nothing before it. */
  readonly first: boolean;
}

/** A part of a clause that is one statement; its ends may hold blanks and marks, which are cut. */
export interface Segment extends Span {
  readonly kind: StatementKind;
  /** What of it is told, where that is not all: without an 'and' before it, or the particle behind it. */
  readonly said?: Span;
  /** Of a price that was lowered: where the former one stands, inside of the segment. */
  readonly oldPrice?: Span;
  /** It means nothing alone, and belongs to the statement before it: '(주말 제외)'. */
  readonly bindsBefore?: boolean;
  /** It means nothing alone, and belongs to the statement behind it: '첫 방문 시, 30% 할인'. */
  readonly bindsNext?: boolean;
}

/** What a segmenter may look at beyond its clause. */
export interface SegmentContext {
  /** The whole normalised text. */
  readonly text: string;
  readonly struck: readonly Span[];
  /** All words of the text that the vocabulary was asked about, in order. */
  readonly words: readonly Word[];
  /** What is no longer to be read: the shop's name, and wishes to the designer. Ends of clauses keep clear of it. */
  readonly taken: readonly Segment[];
}

/**
 * Reads a clause of one language. The segments stand in order, do not overlap, and lie inside of the clause. Letters and
 * digits that none covers become a `description`, whole: nothing is lost.
 */
export type Segmenter = (clause: Clause, context: SegmentContext) => readonly Segment[];
