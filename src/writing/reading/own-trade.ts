import { isPlaceWord } from './korean/trade-words.ts';
import type { Segment } from './statements/segment.ts';
import type { TradeWords } from './trade-words.ts';

/** Who speaks, and where and how large his shop is, before the word for it. */
const LEAD = String.raw`(?:(?:저희|저희는|저희가|우리|우리는|우린|저는|제가|여기|여긴|여기는|동네에서|동네|시장에서|조그만|작은|조그맣게|작게|오래된|새로\s생긴)\s){0,4}(?:(?<=(?:저희|저희는|저희가|우리|우리는|저는|제가|여기는)\s)(?:[가-힣\d]{1,6}\s){1,4}?)?`;

/** How somebody says that this is his shop. */
const COPULA = '(?:이에요|예요|에요|입니다|인데요?|이고요?|이구요?)';
const RUNS = String.raw`(?:을|를)?\s?(?:하는데요?|운영하는데요?|운영합니다|운영해요|운영\s?중(?:이에요|입니다|인데요?)|하고\s?있(?:어요|는데요?|습니다))`;

const OWN = new RegExp(
  String.raw`(?<=^|업종(?:은|:)\s(?:\S{1,10}\s?아니[고라]\s)?|[.!?\n,/]\s?|[요다고데튼음까]\s|ㅎ\s)(?<!(?<!업종\S{0,2}\s\S{1,10}\s?)아니[고구라]요?\s)${LEAD}(?<word>[가-힣A-Za-z]{2,10}?)(?:${COPULA}|${RUNS})(?=[\s,.!?~/ㅎㅋ]|$)`,
  'gu',
);

const SIGNS = /이에요|예요|에요|입니다|인데|이고|이구|하는데|운영|하고/u;

/** Words like those for places that name none: '기본입니다', '무료입니다'. */
const NO_SHOP =
  /(?:휴무|무료|원|시간|장소|행사장|주차장|기본|전원|정원|인원|회원|직원|의원님|현장|포장|공장장|점장|사장|원장|실장|소장|관장|과장|중장|전부|이점|단점|장점|할인점|일점|별점|평점|시점|관점|초점|식사실|사실|현실|진실|손실|유실|확실|성실|방문|예방|난방|냉방|개방|지방|처방|주방|가방|안방|보관|기관|상관|무관|습관|여관방)$/u;

/** Two letters are a shop's word only if they are one of these. */
const SHORT =
  /^(?:민박|펜션|모텔|호텔|여관|약국|병원|치과|서점|학원|식당|카페|떡집|빵집|꽃집|술집|화원|농장|공방)$/u;

/** What shop its owner says in so many words that it is: '저희 정육점인데', '작은 꽃집 하는데', '민박이에요'. Told only as its trade. */
export function findOwnTrades(text: string, { korean }: TradeWords): readonly Segment[] {
  if (!SIGNS.test(text)) return [];
  return [...text.matchAll(OWN)].flatMap((match): Segment[] => {
    const word = match.groups?.word ?? '';
    const isName = korean.get(word)?.some(({ is }) => is === 'name') === true;
    if (!(isName || (isPlaceWord(word) && (word.length > 2 || SHORT.test(word)))) || NO_SHOP.test(word))
      return [];
    const start = match.index + match[0].indexOf(word);
    return [
      {
        kind: 'trade',
        start: match.index,
        end: match.index + match[0].length,
        said: { start, end: start + word.length },
      },
    ];
  });
}
