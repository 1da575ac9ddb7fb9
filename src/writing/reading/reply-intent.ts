import { findAskedMotion } from '../../ad/parse/asked-motion.ts';
import { findAskedPicture } from '../../ad/parse/asked-picture.ts';
import type { ReplyIntent } from '../../ad/reply-intent.ts';
import type { Statement } from '../../ad/statement.ts';
import { GENERAL_TRADE } from '../../presets/presets.ts';
import { trimEndWhere } from '../../text/trim-end.ts';
import { type Reading, readRequest } from './read-request.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is sold for how much, or cheaper: never said in mere talk. */
const PRICED: readonly Statement['kind'][] = ['price', 'offer'];

/** Where, when and how to come: with an occasion it is something to announce. */
const TOLD: readonly Statement['kind'][] = ['schedule', 'place', 'contact'];

/** How Korean clauses end that tell something instead of asking for it, as verbs and as nouns made of them (예쁨). */
const TELLS =
  /(?:다|요|죠|네|지|군|데|걸|까|당|함|음|움|쁨|[\u1100-\u1112][\u1161\u1165\u1167\u116a\u116f])$/u;

/** How they end where they ask. */
const ASKS =
  /(?:게|로|처럼|줘|주라|(?:줘|줄래|주실래)요|주세요|주십시오|줄래|부탁\S{0,5}|싶\S{1,4}|좋겠\S{1,4}|바꿔요?)$/u;

/** How English asks: with a verb or 'can you' first, by a preposition, or for more than there is. */
const ENGLISH_ASKS =
  /^(?:and\s|but\s|now\s|maybe\s|please\s){0,2}(?:can|could|would|will|make|let['’]?s|try|use|put|give|add|change|turn|do|set|have|more|less|in|with|without|on|as|no|not)\b|\b(?:more|less|[a-z]{2,12}er)\b(?!\s(?:than|i)\b)/iu;
const ENGLISH_TELLS =
  /\b(?:is|are|was|were|looks?|looked|love[sd]?|likes?|thanks?|turned)\b|['’](?:s|re)\b/iu;

/** What follows what was said, and is no word: laughter, marks, emoji. */
const TRAILING = /[\s\p{P}\p{S}\p{M}\p{Extended_Pictographic}ㄱ-ㅣ]/u;

/**
 * What somebody wants who answers an ad, by what is read in their words: whoever names a price, an offer, or something to
 * sell that the ad does not show already, orders; whoever asks for another look wishes.
 *
 * @param shown the request of the ad that they answer; absent = they answer something else
 */
export function replyIntent(raw: string, shown: string | undefined, vocabulary: Vocabulary): ReplyIntent {
  const reading = readRequest(raw, vocabulary);
  const { statements, text } = reading;
  const has = (kinds: readonly Statement['kind'][]): boolean =>
    statements.some(
      ({ kind, text: said }) => kinds.includes(kind) && said.length > 1 && !/^\d+\s?%$/u.test(said),
    );
  if (has(PRICED) || (has(['occasion']) && has(TOLD))) return 'order';
  const named = namedIn(reading);
  const isShown = (name: string): boolean => letters(shown ?? '').includes(letters(name));
  if (named.some((name) => !isShown(name))) return 'order';
  if (findAskedPicture(text).length > 0 || findAskedMotion(text).length > 0) return 'wish';
  const looks = saysLooks(reading);
  const wished = statements.some(
    ({ kind, text: said }) => (kind === 'wish' || kind === 'mood' || looks) && asks(said, looks),
  );
  return wished ? 'wish' : 'talk';
}

/** Goods and trades that are known: an unknown word in an answer may be anything. */
function namedIn({ subject, trade }: Reading): readonly string[] {
  return [
    ...(subject?.kind === undefined ? [] : [subject.text]),
    ...(trade.key === GENERAL_TRADE || trade.by === undefined ? [] : [trade.by]),
  ];
}

const saysLooks = ({ mood, style, season, colours, scene }: Reading): boolean =>
  [mood, style, season, scene.colour, ...Object.values(colours)].some((look) => look !== undefined);

/** @param looks whether the answer names a look that is known */
function asks(statement: string, looks: boolean): boolean {
  const said = trimEndWhere(statement, TRAILING);
  if (/[가-힣]/u.test(said)) return ASKS.test(said) || (looks && !tells(said));
  return ENGLISH_ASKS.test(said) && (/^(?:can|could|would)\b/iu.test(said) || !ENGLISH_TELLS.test(said));
}

/** Both as syllables and as letters: what a verb ends in is often a vowel alone. */
const tells = (said: string): boolean => TELLS.test(said) || TELLS.test(said.normalize('NFD'));

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
