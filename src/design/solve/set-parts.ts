import type { CopySlot } from '../../ad/copy.ts';
import type { DetailKind } from '../../ad/detail-kind.ts';
import type { Face } from '../../ad/face.ts';
import type { Box } from '../../ad/geometry.ts';
import type { DesignStyle } from '../../presets/design.ts';
import type { LeafType } from './type-styles.ts';
import type { Words } from './words.ts';

/** A part of a leaf's words, with its place in the leaf's box, in pixels. */
export interface SetPart {
  readonly x: number;
  /** Absent = 0. */
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly size: number;
  readonly icons?: readonly (DetailKind | null)[];
  readonly scales?: readonly number[];
  readonly vertical?: true;
  /** Absent = as the leaf's. */
  readonly align?: 'left' | 'right';
  readonly slot?: CopySlot;
  readonly weight?: number;
  readonly isAccent?: true;
}

/** A leaf's words set in a room. */
export interface SetWords {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly SetPart[];
  /** Hairlines between them, in the leaf's box. */
  readonly rules?: readonly Box[];
}

export interface WordsToSet {
  readonly words: Words;
  readonly type: LeafType;
  readonly style: DesignStyle;
  /** Pixels of a hundredth of the sheet's side. */
  readonly unit: number;
  readonly faces: readonly Face[];
}

/** Room across and down in pixels; infinite where nothing holds. */
export interface Room {
  readonly width: number;
  readonly height: number;
}
