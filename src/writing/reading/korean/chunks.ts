import type { StatementKind } from '../../../ad/statement.ts';

/** How atoms side by side make one statement, by the letters of their classes. */
export interface ChunkRule {
  readonly kind: StatementKind;
  readonly pattern: RegExp;
  /** It means nothing without what stands before it in the same clause or before its brackets. */
  readonly leans?: true;
}

const of = (kind: StatementKind, source: string, leans?: true): ChunkRule => ({
  kind,
  pattern: new RegExp(source, 'uy'),
  ...(leans === undefined ? {} : { leans }),
});

/** Times, said in figures or in words. */
const WHEN = '[dtn]';
/** What may close any statement: how it is denied, limited, allowed, and its verb. */
const TAIL = '[ENGXCv]{0,4}';
/** What is bought, done or shown so that an offer holds, up to its 시, 하면 or 고객. */
const CONDITION = '(?:(?:[dtnE]{0,4}[FLqcmMnURSjbOo]{0,6}|w(?=c?[FLcb]?K)[FLcb]{0,2}|b[wFLqcbz]{0,3})K{1,2})';
/** What is given: a share, 1+1, an amount off, a thing for nothing. */
const SHARE = '(?:[px][oO]{0,3}|m[oO]{1,3})';
const GIFT = '(?:[wFLjU]{0,2}c{1,2}o{1,3}|[wFLjU]{0,2}o{1,3}[FLU]?|[FLMU]?O{1,3})';
const REWARD = `(?:[FLqnMUQz]{0,3}(?:${SHARE}|${GIFT}))`;
const BY = '[cUnRdFLSqM]{0,5}';

/** In the order in which they are tried at each atom; the first that fits takes all that it can. */
export const CHUNK_RULES: readonly ChunkRule[] = [
  of('notice', 'A[^]*'),
  of('contact', '[LF]{0,4}(?:f|l)(?:[LF]{0,2}[fl])*[GE]?'),
  of('place', 'Y{1,3}[aRwjcbz]{1,6}[GEv]?|a{1,3}[GEv]?'),
  of('price', `P{0,2}${BY}[ms#]>{1,2}P?[m#]E?|P?${BY}sP?[m#]E?|${BY}PmPm[E]?|Pm{2}E?`),
  of('offer', `${CONDITION}{1,2}(?:w{0,2}${SHARE}|${REWARD}|w{1,2}c?o{1,2})${TAIL}`),
  of('notice', `${CONDITION}[EC][GNv]?`),
  of('offer', `[dnRFUwjS]{0,2}X[FLq]{0,2}[oOpx][oO]{0,2}${TAIL}`),
  of('condition', `${CONDITION}[NGXv]?`, true),
  of('offer', `V[FLqnwcUb]{0,3}(?:[oO]{1,3}|p|x)${TAIL}`),
  of('schedule', `[SF]{0,2}${WHEN}(?:${WHEN}|[cE]){0,5}[wSF]?C[NGEv]?|C(?:${WHEN}|E){1,4}|S?C[v]?`),
  of('schedule', `[SLFQ]{0,3}n{0,3}[dt](?:${WHEN}|[cE]){0,6}(?:[SEGCQ]|LG|L(?=$|[dtmpfl])){0,3}[Nv]?`),
  of('schedule', '[SLQ]{1,3}(?:n{1,3}c?|c)[EGCv]{0,2}'),
  of('offer', `${REWARD}${TAIL}`),
  of('condition', 'n?q{1,2}c[EKG]{0,2}|n{0,2}c{1,2}E{1,2}[NG]?|n{1,2}cE{0,2}', true),
  of('exception', '(?:[dnFRLUjcSM]{1,3}|w)X[v]?', true),
  of('price', `P{0,2}${BY}P?mE{0,2}G?|P{1,2}#`),
  of('description', 'c{1,2}G[v]?'),
  of('notice', '(?:V[FLwncb]{0,3}|[FLnRbdUj]{1,4}|w)(?:[NG]{1,2}v?|C)'),
  of('notice', 'V[FLwncbzyaj]{0,6}v|n{1,2}[FLwbzy]{0,4}v|[NGZ]{1,3}v?'),
  of('occasion', '[MnqFd]{0,3}Q{1,3}'),
  of('contact', 'L{2,4}[Gv]?|L[jv]'),
  of('schedule', 'S{2,3}|nE{1,2}'),
  of('description', 'h{1,20}'),
];
