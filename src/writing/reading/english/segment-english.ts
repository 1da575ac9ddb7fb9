import type { Segmenter } from '../statements/segment.ts';

/** Statements of an English clause. */
export const segmentEnglish: Segmenter = (clause) => [{ ...clause, kind: 'description' }];
