import type { Segment } from '../statements/segment.ts';

/** What a Korean request says across brackets or blanks that part other statements. Each is one. */
export interface Whole {
  readonly kind: Segment['kind'];
  /** What must stand in the text that it is looked for at all. */
  readonly signs: RegExp;
  readonly source: string;
  /** It means nothing without the statement before it. */
  readonly bindsBefore?: true;
}
