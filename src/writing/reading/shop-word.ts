/** What words for places end with where something is sold or done. */
const KOREAN_PLACE =
  /(?:집|점|가게|샵|숍|매장|방|소|원|관|실|장|센터|업체|회사|사|학원|카페|공방|스튜디오|살롱|마트|슈퍼|시장|식당|레스토랑|뷔페|바|펍|호프|호텔|리조트|펜션|텔|하우스|병원|약국|과|헬스|짐|주점|포차|클럽|농장|대리점|클리닉|책방|부동산|이자카야|오마카세|베이커리|스테이|도서관|필드|파크|스토어|부티크|갤러리)$/;
const KOREAN_DEED = /(?:청소|이사|공사|확장|포장|화장|냉장|사과|치과 ?교정|도장|필라테스장비)$/;

/** What English names of deeds end with: 'carpet cleaning', 'phone repair'. */
const ENGLISH_DEED =
  /(?:ing|repairs?|rental|hire|service|services|removals?|lessons?|class|classes|care|tarot|alterations|maintenance|control|delivery|tours?|food|sushi|yoga|pilates|karaoke|camping)$/i;

/** What is done with a thing, which tells the trade whatever the thing is: 액정 수리, 벽지 시공. */
const DEED_WITH_THING =
  /(?:수리|수선|대여|렌탈|렌트|청소|세탁|강습|레슨|만들기|시공|번역|촬영|제작|인쇄|매입|이사)$|\b(?:repair|rental|hire|lessons?|class|cleaning|moving)$/iu;

/** Whether goods of a trade are a thing with what is done with it. */
export const isDeedWord = (goods: string): boolean => DEED_WITH_THING.test(goods);

/**
 * Whether a trade's name is a word for the place ('빨래방', 'hair salon') and not for what is done there ('욕실
 * 리모델링', 'piano tuning'), which is the product itself and is lettered.
 */
export function isShopWord(name: string): boolean {
  if (/\p{Script=Hangul}/u.test(name)) return KOREAN_PLACE.test(name) && !KOREAN_DEED.test(name);
  return !ENGLISH_DEED.test(name) || /\b(?:building|wedding)$/i.test(name);
}
