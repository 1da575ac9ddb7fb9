import { finalOf, isSyllable, FINAL as LAST_SOUND } from '../../../language/hangul.ts';
import { FINAL } from './word-classes.ts';

/** Vowels that end the form of a verb before 서, by their order in Unicode: ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅘ ㅙ ㅝ. */
const INFINITIVE: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 14]);

const vowelOf = (syllable: string): number =>
  Math.floor((((syllable.codePointAt(0) ?? 0) - 0xac00) % 588) / 28);

/** Papers that end like 'because'. */
const PAPERS =
  /(?:교과|안내|허가|평가|인가|명세|소개|추가|거래|검사|조사|감사|심사|확대|양해|각|저|에|에게|한테)서$/u;

/** Stems before 고 that name nothing: 벗고, 챙기고; 창고, 재고, 냉장고 are nouns. */
const AND =
  /(?:하|되|보|주|오|치|빼|들|쓰|먹|벗|놓|끼|타|넣|두|시|받|있|없|않|같|많|좋|싸|맞|팔|열|닫|쉬|굽|삶|찌|볶|내|떼|매|걸|뜯|씻|닦|풀|묶|담|꽂|심|르|누르|리|지|기|남|모으|크|작|찾|앉|읽|찍|알|돌|얹|이|키|우|추|히)고$|(?:하|되|있|없|않|같|많|좋|팔|오)구$/u;

const AND_NOUNS = /(?:^(?:보|시|이|매|기|지|리|우|추|두|치|타|알|돌|심|모)고$|재고|망고|신고|경고|중고)$/u;

/** Other endings of a verb that another follows. */
const BEFORE_ANOTHER =
  /(?:^|[가-힣])아니라$|[가-힣](?:[아어와여해려져]야|느라고?|려고|으려고|자마자|다가|다보니|보니|니까|으니|더니|므로|길래|거든|지만|면서|으며|도록|든지|거나|ㄹ수록|을수록|할수록|수록)$/u;

/** '…ㄴ데' says how things stand: 있는데, 바쁜데, 집인데. */
const AS_IT_IS = /(?<!^가운|곳)데$/u;

/** That something is so and so, in a noun: '겨울특강인데', '대상이고'. */
export const COPULA = /[가-힣]{2}(?:인데요?|이고요?|이구요?)$/u;

/** Whether a word is a verb that leads on to another: 다쳐서, 마치고, 늦으니, 있는데. */
export function connects(word: string): boolean {
  if (COPULA.test(word)) return false;
  if (word.length < 2 || !isSyllable(word.at(-2) ?? '')) return false;
  const before = word.at(-2) ?? '';
  if (word.endsWith('서'))
    return finalOf(before) === LAST_SOUND.none && INFINITIVE.has(vowelOf(before)) && !PAPERS.test(word);
  if (/[고구]$/u.test(word)) return AND.test(word) && !AND_NOUNS.test(word);
  if (word.endsWith('데')) return finalOf(before) === LAST_SOUND.nieun && AS_IT_IS.test(word);
  return BEFORE_ANOTHER.test(word);
}

/** Nouns that say what has been done or not, typed short: 안함, 못감, 장담못함. */
const SHORT_FINAL = /(?:[안못][가-힣]{0,4}[함됨감옴줌팜봄음])$/u;

/** Whether a word says that something is not done. */
export const isDenied = (word: string): boolean => SHORT_FINAL.test(word);

/** Whether a word ends a sentence with its verb. */
export const endsSentenceWith = (word: string): boolean => FINAL.test(word) || isDenied(word);
