import { INTRODUCED } from '../../../language/spoken-endings.ts';
import { isProduct } from '../../../presets/lexicon.ts';
import type { SegmentContext } from '../statements/segment.ts';
import { keyOf, termOf } from '../word-means.ts';

/** How words for a shop end, whatever it sells. */
const SHOP =
  /^(?:[가-힣A-Za-z]{1,10}집|[가-힣A-Za-z]{0,10}(?:가게|상점|전문점|할인점|판매점|대리점|체험장|샵|숍|살롱|마트|시장|상회|상가|학원|교습소|유치원|어린이집|의원|병원|치과|한의원|약국|공방|작업실|스튜디오|식당|레스토랑|카페|다방|포차|주점|술집|미용실|이발소|세탁소|빨래방|노래방|노래연습장|피씨방|PC방|만화방|만화카페|찜질방|사우나|목욕탕|정육점|문구점|철물점|서점|책방|악기점|안경점|안경원|금은방|귀금속점|부동산|중개사|공인중개사|정비소|카센터|공업사|세차장|주유소|꽃집|화원|농원|농장|과수원|펜션|민박|모텔|호텔|여관|게스트하우스|글램핑장|캠핑장|낚시터|수영장|헬스장|체육관|도장|볼링장|당구장|탁구장|테니스장|스키장|골프장|연습장|독서실|스터디카페|사진관|인쇄소|간판집|법무사|세무사|행정사|노무사|변호사|사무소|사무실|여행사|이삿짐센터|센터|상담소|연구소|요가원|산후조리원|장례식장|예식장|웨딩홀|키즈카페|애견카페|동물병원|과일가게|채소가게|옷가게|신발가게|떡집|빵집|제과점|베이커리|정비|렌터카))$/u;

/** Where somebody sells who says so himself: '호떡 트럭인데요'. */
const STALL = /(?:트럭|포장마차|노점|가판대|좌판|리어카|부스|공장|하우스)$/u;

/** Who keeps the shop, behind the word for it: '편의점 점주입니다'. */
export const KEEPER =
  /^(?:점주|점장|사장|대표|주인|원장|관장|실장|매니저|운영자)(?:입니다|인데요?|이에요|예요|이구요|이고요)$/u;

/** What is done at a place: it is no shop's then, '사무실 청소'. */
const AT_PLACES = /^\s(?:청소|방역|소독|인테리어|철거|도배|도색|방수|간판)/u;

/** Cleaning of a thing that stands there: '놀이방 매트 청소'. */
const CLEANED_THERE = /^\s[가-힣]{1,8}\s(?:청소|세척|소독|살균|왁스|해충|스팀)/u;

/** Who cleans and mends himself: '세탁소 이불 세탁'. */
const CLEANER = /(?:세탁|빨래|청소|클린|크린|업체|전문|센터|서비스|수리|설비|정비|공업사|사$|세차|철물)/u;

const NO_SHOP =
  /^(?:문제집|시집|소설집|사진집|악보집|화보집|단편집|자료집|교재집|요리집|말벌집|개미집|거미집|새집|칼집|흠집|벌집|모집|똥집|닭똥집|고집|편집|수집|채집|전집|문집|몸집|물집|밑집|암반|타샵|타점|타매장|타업체|본점|지점|상가|이벤트|테이크아웃|도매시장|휴무)$/u;

/** Whether a trade's word is one for a place, and not for what is done there: '국밥집'; not '필라테스', '이사'. */
export const isPlaceWord = (word: string): boolean =>
  SHOP.test(word.replaceAll(/\s/g, '').replace(INTRODUCED, '')) ||
  /(?:과|방|원|뷔페|소|관|점|실|장|텔|바|펍|업체|회사|파크|랜드)$/u.test(word);

/** Whether what stands here is the word for a kind of shop, and for nothing that is sold. */
export function isTradeWord(from: number, to: number, { text, words }: SegmentContext): boolean {
  const said = text.slice(from, to).replace(INTRODUCED, '');
  const behind = text.slice(to, to + 16);
  if (AT_PLACES.test(behind) || (CLEANED_THERE.test(behind) && !CLEANER.test(said))) return false;
  if (NO_SHOP.test(said)) return false;
  if (SHOP.test(said)) return true;
  if (said !== text.slice(from, to) && STALL.test(said)) return true;
  return words.some((word) => {
    if (word.start !== from || word.end !== to || !/^(?:의|은|는|이|가|에서)?$/.test(word.particle))
      return false;
    const term = termOf(word);
    return keyOf(word, 'trade') !== undefined && (term === undefined || !isProduct(term));
  });
}
