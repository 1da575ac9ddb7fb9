import type { StatementKind } from '../../../ad/statement.ts';
import type { SegmentContext } from '../statements/segment.ts';
import { keyOf, kindOf } from '../word-means.ts';
import { SHOP } from './patterns.ts';
import { isOccasion, isTradeAlone, kindOfRest } from './sentences.ts';

/** Words that open a part and say nothing of what is sold. */
const OPENING =
  /^(?:(?:(?:too|here|just in)(?=:)|and|but|plus|also|now|so|hi|hello|hey|welcome to|introducing|presenting|announcing|we (?:also )?(?:now )?(?:offer|have|sell|make|serve|provide|do|give|are (?:offering|selling|giving|hiring|launching))|now (?:offering|selling|serving|giving)|offering|giving|give|offer|featuring|selling|with|there is|there are|it is|it's|try|enjoy|get|come (?:and )?(?:try|enjoy|see)|check out|don['’]t miss|our|the|a|an|my|your|this|these|some|all about|on all|for|of|about|on)[:,]?\s)+/iu;

const SHOP_HEAD = new RegExp(
  String.raw`^(?:(?:our|the|a|an|my)\s)?(?<name>(?:(?!(?:gets?|wins?|takes?|has|is|are|pays?)\s)[\p{L}\d'’&-]+\s){0,2}?${SHOP})\s(?=\p{L})`,
  'iu',
);

/** Behind a shop's word: what is sold begins here. */
const NEW_THING =
  /^(?:new|now|fresh|freshly|handmade|hand-made|homemade|home-made|daily|grand|opening|reopening|special|summer|spring|winter|autumn|seasonal|signature|organic|our|the|free|sale|is|are|has|for|with|in|on|at|event|promotion|menu)\b/iu;

/** UTF-16 units of the words that open a part and say nothing of what is sold. */
export const openingOf = (words: string): number => {
  const length = OPENING.exec(words)?.[0].length ?? 0;
  return length >= words.length ? 0 : length;
};

/** What a part of the words between two pieces says. */
interface Named {
  readonly kind: StatementKind;
  /** What is told, in the words of the part. */
  readonly said: readonly [from: number, to: number];
}

/** Words that name nothing. */
const FUNCTION_WORDS =
  /^(?:(?:and|also|plus|now|too|so|but|or|then|here|there|this|that|these|those|its?|ours?|we|us|you|yours?|my|the|an?|all|more|again|finally|yes|well|just|only|still|even|really|as well|of course|ps|both|either|same|later|soon)(?:\s|$))+$/iu;

/** Whom a thing is for, behind its name. */
const WHOM =
  /\s(?=(?:for|ideal for|perfect for|suitable for|aged?)\s(?:absolute |complete |all |young |small |new |busy |[a-z]+ and )?(?:beginners?|students?|kids|children|toddlers?|babies|adults?|seniors?|couples|famil(?:y|ies)|women|men|ladies|girls|boys|members|everyone|every ?body|all ages|teens?|teenagers?|moms?|mums?|dads?|parents|pets|dogs|cats|groups?|office workers|professionals|expats|foreigners|tourists|travell?ers|newcomers|newborns?|brides|grooms|ages?\b))/iu;

/** A sale or an opening before what it is of. */
const SALE_OF = /^(?:[a-z'’-]+\s){0,3}?(?:sale|clearance|opening)\s(?:on|of|for)\s(?=\p{L})/iu;

/**
 * What words between two pieces name: the shop, the occasion, what is sold, and whom it is for.
 *
 * @param from where they begin in the words of the part
 * @param to where they end
 * @param at where the part begins in the text
 */
export function namesIn(
  words: string,
  from: number,
  to: number,
  at: number,
  known: SegmentContext['words'],
): readonly Named[] {
  const name = words.slice(from, to);
  const lead = name.length - name.trimStart().length;
  const start = from + lead + openingOf(name.trim());
  const end = from + name.trimEnd().length;
  const shop = shopLength(words.slice(start, end), at + start, known);
  const behind = words.slice(start + shop, end);
  const said = shop > 0 ? start + shop + (behind.length - behind.trimStart().length) : start;
  const trade: readonly Named[] = shop > 0 ? [{ kind: 'trade', said: [start, start + shop] }] : [];
  return [...trade, ...namedBy(words, said, end, at, known)];
}

function namedBy(
  words: string,
  said: number,
  end: number,
  at: number,
  known: SegmentContext['words'],
): readonly Named[] {
  const phrase = words.slice(said, end);
  if (isTradeAlone(phrase)) return [{ kind: 'trade', said: [said, end] }];
  const whom = WHOM.exec(phrase);
  const head = whom === null ? phrase : phrase.slice(0, whom.index);
  const kind = isOccasion(head) ? 'occasion' : FUNCTION_WORDS.test(head) ? 'description' : kindOfRest(head);
  if (whom !== null && kind === 'product')
    return [
      { kind: 'product', said: [said, said + whom.index] },
      { kind: 'audience', said: [said + whom.index + 1, end] },
    ];
  const sale = SALE_OF.exec(phrase)?.[0];
  const occasion = sale?.trim().replace(/\s(?:on|of|for)$/iu, '');
  if (sale !== undefined && occasion !== undefined && isOccasion(occasion))
    return [
      { kind: 'occasion', said: [said, said + occasion.length] },
      ...namesIn(words, said + sale.length, end, at, known),
    ];
  return [{ kind, said: [said, end] }];
}

/** UTF-16 units of a shop's word that stands before what it sells: 'barber shop' of 'barber shop beard trim'. */
function shopLength(phrase: string, at: number, known: SegmentContext['words']): number {
  const match = SHOP_HEAD.exec(phrase);
  const name = match?.groups?.name;
  if (match === null || name === undefined) return 0;
  const behind = phrase.slice(match[0].length);
  if (/^(?:by|near|in|at|on|with|for|under|over|opposite|beside)\s/iu.test(behind)) return 0;
  // 'bar soap', 'bar stools'
  if (
    /^bar$/iu.test(name) &&
    /^(?:soaps?|stools?|towels?|mats?|chairs?|tables?|cookies|charts?)\b/iu.test(behind)
  )
    return 0;
  const next = known.find((word) => word.start === at + match[0].length);
  const word = known.find((found) => found.start === at + match[0].length - name.length - 1);
  const sells = next !== undefined && next.meanings.length > 0 && kindOf(next) !== 'filler';
  if (NEW_THING.test(behind)) return match[0].trimEnd().length;
  const named = word !== undefined && keyOf(word, 'trade') !== undefined;
  return name.includes(' ') || (named && sells) ? match[0].trimEnd().length : 0;
}
