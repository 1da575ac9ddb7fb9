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
const WHEN = '[dtnD]';
/** What may close any statement: how it is denied, limited, allowed, and its verb. */
const TAIL = '(?:[ENGXv]|g(?!c)){0,4}';
/** What is bought, done or shown so that an offer holds, up to its 시, 하면 or 고객. */
const CONDITION =
  '(?:(?:[dtDnE]{0,4}[FLqceMkn]?V?[FLqceMknURSjbOogH]{0,6}|[ce]?(?<![wj])w(?=[ce]?[FLcb]?K)[FLceb]{0,2}|b[wFLqceb]{0,3})K{1,2})';
/** What is given: a share, 1+1, an amount off, a thing for nothing. */
const SHARE =
  '(?:O?(?:p(?!E(?![oO]))E?|x)[oO]{0,3}|[ce]?[mk](?:[UqE]?[oO]{1,3}|J)|I(?:[FLU]{1,2}|w{1,2}(?:L(?![fl]))?)(?!m)|e?J)';
const GIFT =
  '(?:[wFLj]?c{1,2}IF|[wFLj]?oc{1,2}(?:[Gv]|(?![mk]))|[wFLj]?c{1,2}(?:o|I(?![FLw])){1,3}|(?:[FLSjU]{1,3}w?|w)?(?:o|I(?![FLw])){1,3}|[FLMU]?O{1,3}(?!m))';
const REWARD = `(?:c{1,2}oF(?![GNmk])|c?[FLqnMUQzH]{0,3}(?:${SHARE}|${GIFT}))`;
const BY = '[ceUnRdFLSqMH!]{0,5}';

/** In the order in which they are tried at each atom; the first that fits takes all that it can. */
export const CHUNK_RULES: readonly ChunkRule[] = [
  of('notice', '(?:A|[wF]A{1,2}$)[^‖]*'),
  of(
    'contact',
    '(?:[Fw]b)?(?:X(?=L{1,3}f))?y{0,2}[LFV]{0,2}(?:y?[LFV]){0,2}(?:f|l)(?:[LF]{0,2}[fl])*[GE]?|(?:[FLV]b?)?L{1,4}i(?:[bL](?!N)){0,3}(?:[Gv])?',
  ),
  // '밤 11시까지만 전화주세요'
  of('contact', '(?:[FLw]?V)?[dtnDESy]{0,5}&v?'),
  of('notice', 'a{1,3}N'),
  // '8/1~8/5 여름 휴가로 쉽니다'
  of('schedule', 'C?[dtnD]{1,4}[wnUFzRcSMj]{0,3}rC[NGv]?'),
  // '10월 5일부터 단풍철 예약 시작', '가을 예약 시작 10월 1일부터'
  of('schedule', '[dtD]{1,3}[wn]{0,2}S[QW]|n?S[QW][dtnD]{1,4}[EG]?'),
  of('occasion', 'n?S[QW]'),
  // Until when is ordered what is brought when: '오후 5시 전 주문 당일 배송'.
  of('notice', '[dtn]{0,2}[Ddt]E?b?[LFKGS]{1,2}n{1,2}[FLgw][GNgv]?'),
  // '1층 15평 보증금 3천'
  of('place', 'Y{1,3}[aRwjcbz]{1,6}[GEv]?|ac(?=U)|a{1,3}(?:[GEv]|S(?![dt]))?'),
  of(
    'price',
    `q?O?P{0,2}${BY}[ms#]>{1,2}[Pdne]{0,2}[mk#]E?|P?${BY}s[PU]{0,2}[mk#]E?|P?${BY}mE?s|${BY}PmPm[E]?|Pm{2}E?|${BY}mP[m#]E?`,
  ),
  // '천원 2판 5천원 12판'
  of('price', 'mc(?=mc(?![mk]))|(?<=mc)mc(?![mk])'),
  of('price', `[FUcLw]{1,2}G${BY}(?:m|k(?![FLU]{1,2}[oOIJ]))E?[GN]?|[FULw]{1,2}G#`),
  // '그릴만 대여시 만원'
  of('price', `!K${BY}[mk]E?`),
  // '사은품 10만원 상품권'
  of('offer', 'oc?[mk]o[Gv]?'),
  // '2만원 이상 군만두 서비스', '5만원이상 택배비 무료'
  of('offer', `k[FLUw]{1,2}c?[oOJ]${TAIL}`),
  of('notice', 'w?[dnFLU]{0,3}pE(?![oO])|w?!V[FLwncUb]{0,3}(?:[NG]|v)'),
  of('offer', `${CONDITION}{1,2}(?:w{0,2}${SHARE}|${REWARD}|w{1,2}c?o{1,2})${TAIL}`),
  // '하수구 못뚫으면 돈 안받음'
  of('notice', `${CONDITION}w?N[GNv]{0,2}`),
  of('notice', `${CONDITION}(?:[ENGg]|C(?![dtn]))[GNv]{0,2}|[FLR]{0,3}FK[NGg]v?`),
  of('price', `${CONDITION}w?${BY}[mk]E?(?:y?[Gv]|F$)?`),
  of('offer', `[dnRFUS]{0,2}[wj]?X[FLq]{0,2}[oOJpx][oO]{0,2}${TAIL}`),
  of('condition', `${CONDITION}[NGXv]?`, true),
  of('notice', 'V[FLwn]{0,2}[mk]y[vG]'),
  of('offer', `V[FLqnwcUbekdt]{0,3}(?:I[FLU]|[mk]O{1,2}|[oO]{1,3}|pO{0,2}|x)${TAIL}`),
  of('occasion', 'n{1,2}O(?=[ms])'),
  of('offer', `Bw{1,2}${SHARE}${TAIL}`),
  of('offer', `U?e{1,2}L?(?:${SHARE}|o{1,2})${TAIL}`),
  of('offer', `[dtn]{0,3}Dw{1,2}${SHARE}${TAIL}`),
  of('offer', `(?:${WHEN}{1,4}E?|[wFLUn]E)${REWARD}${TAIL}`),
  of('exception', '(?:w{0,2}zw|(?!j[wR]X)[dnFRLUjceSMq]{1,3}w?|w|n{0,2}[tD])X[v]?', true),
  of(
    'schedule',
    `[SFLV]{0,2}${WHEN}(?:${WHEN}|[ceE]){0,5}[wSF]?C[NGEv]?|C(?:${WHEN}(?!X)|E){1,4}[NG]?|S?F?C(?:N|v)?`,
  ),
  of('notice', '[dn]{1,2}Zv?'),
  of(
    'schedule',
    `(?:[SLFUV]{0,3}|Q)n{0,3}[dtD](?:${WHEN}(?!X)|E|[ce](?![mkK])|(?<=d)V(?=[dtn])|(?<=d)S(?=t)){0,6}(?:[EGgCQW]|S(?![dtncoIJ])|LG|L(?=$|[dtmp])){0,3}(?:[LSg]{1,2}[NG]{1,3}v?|(?<=D)[FLSwgn!]{0,3}[NGg]{1,3}v?|[Nv])?`,
  ),
  of('schedule', '[SL]{1,3}(?:n{1,3}c?|c)(?![cUnRd]{0,3}[m#])(?!c?[oIJ])[EGCv]{0,2}'),
  of('offer', `${REWARD}${TAIL}`),
  of('price', `(?:q?O)?P{0,2}${BY}P?[mk](?!O)E?(?:y?[GNv])?(?:c$|F$)?|[PU]{1,2}#|(?<=[PU]#)V#|[cU]{1,3}#$`),
  of('notice', '(?:wG|#?[wzRjFU]{0,2})!(?:G|v|o|(?![mkK]))|c?e{1,2}[zwy]{1,2}w?[GN]'),
  // '교환 7일 이내 가능'
  of('notice', '[FL]{1,2}e{1,2}[GN]'),
  of(
    'condition',
    'n?q{1,2}[ce][EKG]{0,2}|[nFLU]{0,2}[ce]{1,2}(?:E|q(?![FLU]{0,2}[pxoOmkc])){1,2}[NG]?|n{1,2}[ce]E{0,2}|[FLSUqnRc]{0,3}e{1,2}(?:[EKGN]|L(?![fl])N?)?|n{1,2}q',
    true,
  ),
  // '난시는 제작 2일'
  of('notice', 'V[FLw]{0,2}gc(?![mkceU])'),
  of('description', '[FLg]?[ce]{1,2}g[v]?|[FLU]{0,2}[ce]{1,2}v|[FL]gc|gc(?![mkceU])'),
  of(
    'notice',
    'w?[ce]{1,2}G{2}v?|w?[ce]{1,2}[NG]v?|(?:V[FLwncb]{0,3}|[FLnRbdUjqSP]{1,4}w?|wM?)(?:g?[NG]{1,4}(?:g(?![cdtn]))?v?|C(?![dtn])N?)|[FLnRd]{1,3}g(?![mN])',
  ),
  of('notice', 'V[FLwnceby!zaj]{0,6}(?:v|[NGg](?:[NG]|g(?![cdtn])){0,2}v?)|n{1,2}[FLwbzy]{0,4}v|n[FL]{1,2}G'),
  of('notice', '[dnFLt]{1,3}Zv?|[NGZ]{1,4}v?'),
  of('audience', 'H{1,2}[GN]?'),
  of('occasion', '[MnqFdc]{0,3}[QW]{1,3}'),
  of('contact', 'n?L{2,4}[Gv]?|Lv'),
  of('schedule', 'S{2,3}|nE{1,2}'),
  of('description', 'h{1,20}'),
];
