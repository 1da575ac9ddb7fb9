import type { Statement, StatementKind } from '../../ad/statement.ts';
import { syllablesOf } from '../../language/hangul.ts';
import { HEADLINE_SYLLABLES } from './line-fit.ts';

/** Of coming there or of asking, not of what is sold: told as a notice however free it is. */
const OF_THE_VISIT =
  /주차|발렛|발레파킹|셔틀|콜키지|견적|\b(?:parking|valet|shuttle|corkage|quotes?|estimates?)\b/iu;

/** A figure of what is taken, or of how a thing is, rather than of what is given. */
const NO_GIFT =
  /수수료|위약금|취소|노쇼|효율|함량|함유량|농도|도수|성능|\b(?:fee|deposit|surcharge|battery health)\b/iu;

/** The last word says that something is not so, not there or costs more. */
const DENIED =
  /(?:제외|별도|불가|금지|사절|없음|없어요|없습니다|안됨|아님|아닙니다|아니에요|불포함|미포함|추가\s?(?:요금|비용)?|ではありません|不可|できません|(?:not included|excluded|not available|extra))[.!]?$/iu;

/** What a thing holds that somebody must know of. */
const ALLERGENS = /(?:함유|들어\s?(?:있|갑|가)\S*)$|^(?:may )?contains?\b/iu;

/** The word before is one with it: '휴무 안내', '가격인상 안내'. */
const ANNOUNCEMENT = /^(?:안내|공지|알림)(?:드립니다|드려요|합니다)?(?=\s|$)/u;

/** Ends in a particle that waits for the words behind it. Nouns that end so: 강의, 가을, 마늘. */
const WAITS =
  /^(?!\S*(?:강의|회의|상의|하의|주의|문의|가을|마을|노을))\S*\p{Script=Hangul}(?:은|는|을|를|의)$/u;
const NAME_WAITS = /^\S*\p{Script=Hangul}(?:는|를)$/u;

/** Words before a noun that say nothing alone. */
const POINTS = /^(?:저희|우리|새|이|그|첫|매|각|다른|모든|일부|기타)$/u;

/** Where a trade is at work, which belongs to its word: '세무사 사무실 신고 대행'. */
const OF_THE_TRADE = /^(?:사무실|사무소|전문점|전문|매장|가게)\s+(?=\S)/u;

/** The end of '양해 부탁드려요', which is no wish to the designer. */
const PLEADS = /^부탁\s?(?:드려요|드립니다|드릴게요|해요|합니다)[.!~]*$/u;
const PLEADED = /(?:양해|협조|이해|주의|방문|이용|관심|사랑)$/u;

/**
 * The statements as an ad tells them: halves of one that stand side by side are joined, and what is no offer, or no
 * product, is no longer told as one.
 *
 * @param text the request that they stand in; without it nothing is joined
 */
export function settleStatements(statements: readonly Statement[], text?: string): readonly Statement[] {
  return (text === undefined ? statements : joined(statements, text)).map(settled);
}

function settled(statement: Statement): Statement {
  const { kind, text } = statement;
  if (kind === 'offer' && (OF_THE_VISIT.test(text) || NO_GIFT.test(text) || isDenied(text)))
    return { ...statement, kind: 'notice' };
  if (kind === 'product' && DENIED.test(text)) return { ...statement, kind: 'exception' };
  if (kind === 'product' && ALLERGENS.test(text)) return { ...statement, kind: 'notice' };
  return statement;
}

/** '무료배송 제주 제외' gives something all the same; '할인 불가' does not. */
const isDenied = (text: string): boolean =>
  DENIED.test(text) && !/(?:무료\S*|할인|증정|1\+1)\s+\S+\s+\S+$/u.test(text);

function joined(statements: readonly Statement[], text: string): readonly Statement[] {
  const places: number[] = [];
  const all: Statement[] = [];
  for (const statement of statements) {
    const last = all.at(-1);
    const side = last !== undefined && /^\s*$/u.test(text.slice(last.end, statement.start));
    const kind = last !== undefined && side ? kindTogether(last, statement) : undefined;
    const place = last?.kind === 'trade' && side ? OF_THE_TRADE.exec(statement.text)?.[0] : undefined;
    if (last !== undefined && place !== undefined && statement.kind === 'product') {
      const start = statement.start + place.length;
      all[all.length - 1] = { ...last, text: `${last.text} ${place.trim()}`, end: start };
      all.push({ ...statement, text: statement.text.slice(place.length), start });
    } else if (last === undefined || kind === undefined) all.push(statement);
    else all[all.length - 1] = together(last, statement, kind);
    places.push(all.length - 1);
  }
  return all.map((statement, index) => {
    const { binds, ...rest } = statement;
    const place = binds === undefined ? undefined : places[binds];
    return place === undefined || place >= index ? rest : { ...rest, binds: place };
  });
}

/** The kind of two halves told as one; absent where each stands for itself. */
function kindTogether(one: Statement, next: Statement): StatementKind | undefined {
  if (one.kind === 'mood' || one.kind === 'wish') return undefined;
  if (next.kind === 'wish') return PLEADS.test(next.text) && PLEADED.test(one.text) ? 'notice' : undefined;
  if (next.kind === 'mood' || one.oldPrice !== undefined || next.oldPrice !== undefined) return undefined;
  if (one.kind !== 'trade' && ANNOUNCEMENT.test(next.text))
    return syllablesOf(one.text + next.text) <= HEADLINE_SYLLABLES ? 'notice' : undefined;
  if (POINTS.test(one.text) || (one.kind === 'product' ? NAME_WAITS : WAITS).test(one.text))
    return next.kind === 'trade' ? 'notice' : next.kind;
  // '저희 가게' + '이전했어요'
  if (/^(?:저희|우리)\s\S+$/u.test(one.text) && next.kind === 'occasion') return 'notice';
  return undefined;
}

function together(one: Statement, next: Statement, kind: StatementKind): Statement {
  const binds = one.binds ?? next.binds;
  return {
    kind,
    text: `${one.text} ${next.text}`,
    start: one.start,
    end: next.end,
    ...(binds === undefined ? {} : { binds }),
  };
}
