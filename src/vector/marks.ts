import type { HexColour } from '../ad/scene.ts';

/** Where a mark's own coordinates lie on the sheet: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

interface Placed {
  readonly matrix: Matrix;
  readonly colour: HexColour;
}

/** A filled shape. */
interface FillMark extends Placed {
  readonly kind: 'fill';
  /** As SVG writes paths. */
  readonly path: string;
}

/** A line along a shape; its ends and joins are round. */
interface StrokeMark extends Placed {
  readonly kind: 'stroke';
  readonly path: string;
  /** In the mark's own coordinates. */
  readonly width: number;
}

/** Letters of one font on one baseline. */
export interface LetterMark extends Placed {
  readonly kind: 'letters';
  readonly text: string;
  /** The font's family, as `fontOf` named it. */
  readonly family: string;
  /** Em. */
  readonly size: number;
  /** Added after each letter. */
  readonly spacing: number;
  /** Of the first letter's origin. */
  readonly x: number;
  readonly y: number;
  /** Width of a line along their outlines, half of it outside, with round joins; absent = they are filled. */
  readonly outline?: number;
}

/** One thing that is drawn as a path or as text. Plain JSON; later ones lie on earlier ones. */
export type Mark = FillMark | StrokeMark | LetterMark;
