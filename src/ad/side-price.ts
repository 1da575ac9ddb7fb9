const KOREAN =
  /^(?!.*(?:월세|전세))(?:\S{1,6}\s)?\S{0,6}(?:예약금|보증금|계약금|선금|디파짓|주차|주차비|주차료|주차요금|배달비|발렛비|발렛료|배달팁|배송비|택배비|포장비|출장비|청소비|교재비|재료비|콜키지|위약금|과태료|벌금|연체료|초과요금|할증료|추가요금|추가인원|인원추가|인원\s추가|시간\s추가|연장|추가|[가-힣]{0,5}\s?변경|보호자|동반인)(?:은|는)?:?\s(?:\S{1,6}\s){0,2}\d/u;
const ENGLISH =
  /\b(?:deposit|parking|postage|shipping|delivery|corkage|surcharge|late fee|booking fee|cleaning fee|cancellation fee|service charge|fine|penalty|(?:extra|additional|each extra|every extra) (?:hour|guest|person|night|adult|child|bag|stop|mile|half hour))\b/iu;

/** Whether a price is none of what is sold: what is left as a deposit, what parking, sending or one more of something costs. */
/** '순살은 천원 추가' */
const ADDED = /(?:\d\s?(?:만|천|백)?|[만천백])\s?원?\s?추가$/u;

export const isSidePrice = (text: string): boolean =>
  KOREAN.test(text) || ENGLISH.test(text) || ADDED.test(text);
