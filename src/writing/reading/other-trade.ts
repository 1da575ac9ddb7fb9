import type { TradeClass } from '../../ad/trade-class.ts';

/** What dishes are served in, behind the meal: 'Lunch bowl', 'acai bowl'. */
const MEAL_BEFORE =
  /\b(?:lunch|dinner|breakfast|poke|rice|salad|acai|noodle|buddha|grain|burrito|smoothie|soup|protein|power|veggie|vegan|tofu|chicken|beef|salmon|tuna|lunch\sset)\s$/iu;

/** A machine that works on what stands before it: '커피 로스팅기', '아이스크림 기계'. */
const MACHINE_BEHIND =
  /^[ \t]?[가-힣]{0,4}(?:기계|머신|로스터기?|그라인더|제조기|발효기|반죽기|튀김기|쇼케이스|진열장|진열대|업소용|[팅탕축출]기)(?![가-힣])|^기(?:\s|$)/u;

/** What is done with a machine that is also taught: '굴삭기 임대'. */
const LENT_OR_SOLD = /^[ \t]?(?:임대|대여|렌탈|렌트|판매|매매|매입|중고)/u;

/** What has been done to a thing that is sold: '조율까지 해서', '수리 완료'. */
const DONE_ALREADY = /^까지[ \t]?(?:다[ \t]?)?(?:해서|해드|마친|마쳐|끝낸|한[ \t]|포함|완료|했)/u;

/** Whether a word speaks of another trade than the one that it is a word of, for what stands around it. */
export function isOtherTrade(
  said: string,
  before: string,
  after: string,
  places: readonly (TradeClass | undefined)[],
): boolean {
  if (/^bowls?$/iu.test(said)) return MEAL_BEFORE.test(before);
  if (DONE_ALREADY.test(after)) return true;
  const all = (large: string): boolean =>
    places.length > 0 && places.every((place) => place?.large === large);
  if (all('음식') && MACHINE_BEHIND.test(after)) return true;
  return all('교육') && LENT_OR_SOLD.test(after);
}
