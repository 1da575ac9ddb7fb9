import type { Word } from '../find-words.ts';
import type { Segment } from '../statements/segment.ts';
import { keyOf } from '../word-means.ts';
import { wishIn } from './designer-wishes.ts';
import { greetingOf, isOwnerTalk, isPlainTalk } from './owner-talk.ts';
import { type Utterance, utterancesOf } from './utterances.ts';

/**
 * What a Korean request says to the designer, told by its grammar: who speaks of what, and whether something is asked, told of
 * oneself, or told to customers, which stays.
 *
 * @param asked whether something else of the text is said to the designer: without a sign of one, talk is an ad's own voice
 */
export function koreanAddress(text: string, words: readonly Word[], asked: boolean): readonly Segment[] {
  const utterances = utterancesOf(text);
  const wished = utterances.flatMap((utterance) => wishOf(utterance));
  if (!(asked || wished.length > 0 || utterances.some(({ words: said }) => isPlainTalk(said)))) return [];
  // '핑크는 빼고' + '차분하게 부탁드려요'
  const led = utterances.filter(
    ({ words: said, end }) =>
      /(?:빼고|말고)$/u.test(said.at(-1)?.text ?? '') &&
      wished.some(({ start }) => start > end && start <= end + 2),
  );
  const talk = utterances
    .filter((utterance) => wishOf(utterance).length === 0)
    .flatMap((utterance) => talkOf(utterance, words));
  return [
    ...wished,
    ...led.map(({ start, end }) => ({ kind: 'wish' as const, start, end })),
    ...talk,
    ...utterances.flatMap((utterance) => whereAt(utterance, text)),
  ].map((segment) => withQuoted(segment, text));
}

/** Where on the ad what follows is to stand: '밑에 우동 7,500원', '하단에 전화번호'. */
const WHERE =
  /^(?:(?:아|어|음|참)\s(?:그리고|맞다|참고로|또)|(?:그\s)?(?:밑에|아래에?|하단에|상단에|위에는?|맨위에|본문에는?|서브로|메인으로|가운데에?|작게)|그\s?외에?|나머지(?:는\s작게|는|\s?(?:정보|내용|글씨|글자)[는은])?)(?=[\s:])/u;

function whereAt({ words, start }: Utterance, text: string): readonly Segment[] {
  const [said] = WHERE.exec(text.slice(start, (words.at(-1)?.end ?? start) + 1)) ?? [];
  return said === undefined ? [] : [{ kind: 'wish', start, end: start + said.length }];
}

/** Behind a quoted word that is spoken of: ''힐링'이란 단어는 쓰지 말아주세요'. */
function withQuoted(segment: Segment, text: string): Segment {
  if (!/^(?:이?란|이?라는|같은|이런|그런)(?![가-힣])/u.test(text.slice(segment.start))) return segment;
  const quoted = /["“'‘][^"”'’\n]{1,20}["”'’]\s?$/u.exec(
    text.slice(Math.max(0, segment.start - 24), segment.start),
  );
  return quoted === null ? segment : { ...segment, start: segment.start - quoted[0].length };
}

function wishOf({ words }: Utterance): readonly Segment[] {
  const found = wishIn(words);
  return found === undefined ? [] : [{ kind: 'wish', ...found }];
}

function talkOf({ words, end }: Utterance, known: readonly Word[]): readonly Segment[] {
  const greets = greetingOf(words);
  const greeting: readonly Segment[] =
    greets === 0 ? [] : [{ kind: 'wish', start: words[0]?.start ?? end, end: words[greets - 1]?.end ?? end }];
  const said = words.slice(greets);
  if (!isOwnerTalk(said)) return greeting;
  // The word for the shop that somebody runs is read as its trade.
  const [first, second] = said;
  const isTrade = known.some(
    (word) => word.start === first?.start && word.end === first.end && keyOf(word, 'trade') !== undefined,
  );
  const start = (isTrade && second !== undefined ? second : first)?.start;
  return start === undefined ? greeting : [...greeting, { kind: 'wish', start, end }];
}
