import type { Segmenter } from '../statements/segment.ts';

/** Statements of a Korean clause. */
export const segmentKorean: Segmenter = (clause) => [{ ...clause, kind: 'description' }];
