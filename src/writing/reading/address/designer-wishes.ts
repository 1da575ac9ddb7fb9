import type { Eojeol } from '../../../language/morphology/eojeols.ts';
import type { Span } from '../normalise.ts';
import {
  actsOn,
  forbids,
  isDesign,
  leadsOn,
  modifies,
  OF_A_SHOP,
  PICTURED,
  requests,
  tellsHow,
} from './word-signs.ts';

/** What is done to an ad, and to nothing that customers are asked about. */
const MAKES =
  /(?:만들|제작|디자인|뽑아|꾸며|꾸미|나열|연출|강조|살려|그려|깔아|몰아|배치|정렬|비워|신경|반영|통일|맞춰)/u;

/** What is written on it: what stands before such a verb is to be told. */
const WRITES = /^(?:넣어|적어|써|알려|올려|기재해|추가해|표시해)/u;

/** Promises a later thing: '사진은 나중에 드릴게요'. */
const LATER = /^(?:나중|이따|곧|따로|다음|내일|별도)/u;

/** Most words from what is spoken of to the end of the wish. */
const REACH = 8;

/**
 * The part of an utterance that asks the designer for something; undefined where none does. What is spoken of is a part of
 * an ad, and the predicate asks, forbids or says how; or something is to be made so.
 */
export function wishIn(words: readonly Eojeol[]): Span | undefined {
  const from = ofDesign(words) ?? ofMaking(words) ?? ofContents(words);
  const start = from === undefined ? undefined : words[from]?.start;
  if (from === undefined || start === undefined) return undefined;
  // What stands behind the last word that asks is told: '유치하지 않게 유치원 원아 모집'.
  const asking = words.findLastIndex(
    (word, index) => index >= from && (requests(word) || forbids(word) || tellsHow(word)),
  );
  const isShort = asking < 0 || words.length - 1 - asking > 1 || ofGoods(words.slice(asking + 1));
  const end = words[isShort && asking >= 0 ? asking : words.length - 1]?.end ?? start;
  return { start, end };
}

/** Names something and says no more of the wish: no verb is left. */
const ofGoods = (words: readonly Eojeol[]): boolean =>
  words.length > 0 &&
  words.every(({ morphemes }) => morphemes.every(({ tag }) => /^(?:NN|SL|XSN|XPN|SN)/.test(tag))) &&
  !/(?:요|다|돼|됨)$/u.test(words.at(-1)?.text ?? '');

/** What an ad may tell: '가격은 빼고', '전화번호는 넣지 마세요'. */
const CONTENTS =
  /^(?:가격|전화번호|주소|이름|상호|날짜|연락처|효능|효과|영업시간|메뉴|설명|위치|금액|링크|QR|큐알)(?:은|는|을|를|도|만)?$/u;

function ofContents(words: readonly Eojeol[]): number | undefined {
  const at = words.findIndex(
    ({ text }, index) =>
      CONTENTS.test(text) && /^(?:빼|넣지|쓰지|적지|생략|안\s?넣|없이)/u.test(words[index + 1]?.text ?? ''),
  );
  const last = words.at(-1);
  return at < 0 || last === undefined || !(requests(last) || forbids(last)) ? undefined : at;
}

function ofDesign(words: readonly Eojeol[]): number | undefined {
  const at = words.findIndex(
    (word, index) => isDesign(word) && words.length - index <= REACH && asks(words.slice(index)),
  );
  const part = words[at];
  if (part === undefined) return undefined;
  const before = words[at - 1];
  // '신청서에 사진을 붙여 주세요' is asked of customers.
  if (
    before?.morphemes.at(-1)?.tag === 'JKB' &&
    /에(?:다)?$/u.test(before.text) &&
    !/^(?:배경|구석|왼쪽|오른쪽|가운데|위|아래|밑|옆|뒤|앞|중앙|상단|하단|중간)/u.test(before.text)
  )
    return undefined;
  return startBefore(words, at);
}

/** Whether what stands from a part of the ad on asks something about it. */
function asks(words: readonly Eojeol[]): boolean {
  const [first, ...rest] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return false;
  const said = words.map(({ text }) => text).join(' ');
  if (OF_A_SHOP.test(said)) return false;
  if (rest.some(({ text }) => LATER.test(text)) && /[게께]요?$/u.test(last.text)) return true;
  if (rest.length === 0) return requests(first) || tellsHow(first) || /(?:배색|정렬)$/u.test(first.text);
  return (
    rest.some((word) => requests(word) || forbids(word)) ||
    tellsHow(last) ||
    // '지도는 안 넣어도 됩니다', '문구는 이것만 들어가면 돼요'
    /^(?:됩니다|돼요|되요|되고|됨|상관없어요|충분해요|싫어요|싫습니다)$/u.test(last.text)
  );
}

/** '신뢰감 있게 가주세요', '재밌게 부탁드려용', '메뉴만 나열해주세요'; and what is left of '… 넣어주세요' is told. */
function ofMaking(words: readonly Eojeol[]): number | undefined {
  const at = words.length - 1;
  const last = words[at];
  if (last === undefined) return undefined;
  const said = words.map(({ text }) => text).join(' ');
  if (OF_A_SHOP.test(said)) return undefined;
  if (isManner(words)) return 0;
  const verb = words.findIndex(
    (word, index) => index >= at - 2 && (MAKES.test(word.text) || /^(?:가|해|부탁)/u.test(word.text)),
  );
  const written = words.findIndex((word, index) => index >= at - 1 && WRITES.test(word.text));
  if (!words.slice(Math.max(0, at - 2)).some(requests)) return undefined;
  if (written >= 0) return written;
  if (verb < 0) return undefined;
  const first = words[verb];
  const so = words[verb - 1];
  const isAsked = first !== undefined && (MAKES.test(first.text) || /^부탁/u.test(first.text));
  if (!isAsked && !(so !== undefined && tellsHow(so))) return undefined;
  return startBefore(words, verb);
}

/** Nothing but how it is to be: '근데 너무 애기같지는 않게', '고급스럽되 무겁지 않게', '크게크게'. */
const isManner = (words: readonly Eojeol[]): boolean => {
  const last = words.at(-1);
  return (
    last !== undefined &&
    tellsHow(last) &&
    !/로요?$/u.test(last.text) &&
    words.every(
      ({ morphemes }) =>
        !morphemes.some(({ tag, text }) => /^(?:JK[SO]|NNP|SN|SL)$/.test(tag) && text !== '지') &&
        morphemes.some(({ tag }) => /^(?:VA|XSA|VX|MAG|MAJ|XSV)$/.test(tag)),
    ) &&
    words.some(forbids)
  );
};

/** Where a wish begins: with what says more of its part, and with the reason that is given before it. */
function startBefore(words: readonly Eojeol[], at: number): number {
  let from = at;
  let acts = false;
  while (from > 0) {
    const word = words[from - 1];
    if (word === undefined || OF_A_SHOP.test(word.text)) break;
    if (!(modifies(word) || isDesign(word))) break;
    acts ||= actsOn(word);
    from -= 1;
    const before = words[from - 1];
    // '신뢰감 있게', '어르신들도 잘 보이게'
    if (before !== undefined && /게$/u.test(word.text) && /^(?:있|없|나|보이|띄|맞)/u.test(word.text))
      from -= isBareNoun(before) || /[도이가은는]$/u.test(before.text) ? 1 : 0;
    else if (before !== undefined && /^(?:잘|확|더)$/u.test(word.text) && /[도이가에]$/u.test(before.text))
      from -= 1;
  }
  const noun = words[from - 1];
  const part = words[at]?.text ?? '';
  if (noun !== undefined && (acts || (from === at && PICTURED.test(part))) && isBareNoun(noun)) {
    from -= 1;
    if (/^(?:그냥|그리고|아예|굳이)$/u.test(words[from - 1]?.text ?? '')) from -= 1;
  }
  // '사진은 없으니까 알아서 …', '학부모님들이 보실 거라 …': the whole of it is a reason.
  // '효과 본다 이런 말은': what is not to be said.
  if (words.slice(from, at + 1).some(({ text }) => /^(?:이런|그런|이란|라는|이라는|란)$/u.test(text)))
    return 0;
  const lead = words[from - 1];
  return lead !== undefined && leadsOn(lead) && !OF_A_SHOP.test(words.map(({ text }) => text).join(' '))
    ? 0
    : from;
}

/** A word of which the analyser makes a verb may be a noun before one that acts: '해 뜨는'. */
const isBareNoun = ({ text, morphemes }: Eojeol): boolean =>
  text.length <= 6 &&
  !OF_A_SHOP.test(text) &&
  (morphemes.every(({ tag }) => /^(?:NN|XSN|XPN|XR)/.test(tag)) ||
    text.length === 1 ||
    morphemes.at(-1)?.tag === 'JKS' ||
    text === '해');
