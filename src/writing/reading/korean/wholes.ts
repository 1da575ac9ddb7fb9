import type { Segment } from '../statements/segment.ts';
import { findKoreanChanges } from './changes.ts';
import type { Whole } from './whole.ts';
import { WHOLE_HOURS } from './whole-hours.ts';
import { WHOLE_REMARKS } from './whole-remarks.ts';

const SUM = String.raw`(?:\d[\d,.]*\s?(?:만|천|백)?\s?(?:\d\s?천\s?)?원?|[일이삼사오육칠팔구]?[백천만]원?|만\s?\d?\s?천?원?)`;
const END = String.raw`(?=\s|[,.!?~)/\n]|$)`;

const WHOLES: readonly Whole[] = [
  // '주차 1시간 무료(이후 10분 500원)'
  {
    kind: 'notice',
    signs: /무료\s?[,(]?\s?(?:그\s?)?(?:이후|초과|추가|그\s?후|넘으면)/u,
    source: String.raw`(?<![가-힣])(?:[가-힣]{2,8}(?:은|는)?\s)?(?:최초\s|첫\s)?\d{1,3}\s?(?:시간|분)\s?(?:까지\s?)?무료(?:\s?\((?:그\s?)?(?:이후|초과|추가|그\s?후|넘으면)[^()\n]{2,30}\)|,?\s(?:그\s?)?(?:이후|초과|추가|그\s?후|넘으면)[^\n,.!?()]{0,12}?${SUM}${END})`,
  },
  // '아이폰13 17에 팜': in ten thousands, as used things are told of.
  {
    kind: 'price',
    signs: /\d\s?만?(?:원)?에\s?(?:팜|팝|팔|내놓|내놔|넘기|넘깁|넘겨|판매|데려|가져)/u,
    source: String.raw`(?<=[가-힣A-Za-z\d]\s)\d{1,4}(?:\.\d)?\s?(?:만\s?(?:\d천\s?)?원?|원)?에\s?(?:팜|팝니다|팔아요|팔게요|팔겠습니다|팔려고요|내놓아요|내놓습니다|내놔요|내놓음|넘깁니다|넘겨요|넘겨드려요|판매|판매합니다|판매해요|데려가세요|가져가세요)${END}`,
  },
  // '국비지원 자부담 10%'
  {
    kind: 'notice',
    signs: /자부담|본인\s?부담|국비|배움카드|환급/u,
    source: String.raw`(?<![가-힣])(?:(?:국비|정부|내일배움카드|배움카드|고용보험)\s?(?:전액\s?)?(?:지원(?:금)?|환급|무료)?\s?){0,3}(?:자부담|본인\s?부담(?:금)?|지원|환급)(?:은|는)?\s?(?:최대\s?|단\s?)?\d{1,3}\s?%(?:만)?(?:\s?(?:지원|환급|부담))?${END}`,
  },
  // '회원권 자동연장', '구독 자동갱신 안됩니다'
  {
    kind: 'notice',
    signs: /자동\s?(?:연장|갱신|결제|이체|해지)/u,
    source: String.raw`(?<![가-힣])(?:(?:회원권|구독|정기권|이용권|수강권|멤버십|계약|약정|보험|정기\s?배송|요금제)(?:은|는|이|도)?\s)?자동\s?(?:연장|갱신|결제|이체|해지)(?:은|는)?(?:\s?(?:됩니다|돼요|되요|됨|안\s?(?:됩니다|돼요|되요|됨|해요|합니다|함)|없음|없어요|없습니다|아님|아닙니다|아니에요|해\s?드려요|가능|불가))?${END}`,
  },
  // '메뉴 하나 없앱니다'
  {
    kind: 'notice',
    signs: /없앱|없애|뺍니다|빼요|내립니다|줄입니다|단종|중단/u,
    source: String.raw`(?<![가-힣])(?:(?:메뉴|품목|상품|제품|지점|요금제|코스|반찬)\s?(?:하나|한\s?가지|한\s?개|[두세네]\s?(?:가지|개)|\d\s?(?:가지|개)|일부)?(?:를|을)?\s?(?:없앱니다|없애요|없앨게요|없애기로\s?했[가-힣]{1,4}|뺍니다|빼요|내립니다|줄입니다|단종합니다|단종됩니다)|판매(?:를)?\s?(?:중단|종료)(?:합니다|해요|됩니다)?)${END}`,
  },
  // '자리 옮겼습니다'
  {
    kind: 'notice',
    signs: /옮겼|옮깁|옮겨|바꿨|바뀌/u,
    source: String.raw`(?<![가-힣])(?:자리|가게|매장|위치|장소|점포|건물)(?:를|을|가|이)?\s(?:옮겼습니다|옮겼어요|옮깁니다|옮겨요|바꿨어요|바꿨습니다|바뀌었어요|바뀌었습니다|바뀝니다)${END}`,
  },
  // What is not the price of what is sold, first: '배달비 3천원 짜장면 6천원'.
  {
    kind: 'price',
    signs: /^(?:발렛|배달|배송|택배|주차|포장|출장|예약금|보증금|콜키지)/u,
    source: String.raw`(?<=^\s*)(?:배달(?:비|팁|료)|발렛(?:비|료)?|배송비|택배비|주차(?:비|료|요금)?|포장비|출장비|예약금|보증금|콜키지)(?:은|는)?:?\s(?:\d{1,2}\s?(?:시간|분)(?:당)?\s)?${SUM}(?:부터|씩)?${END}(?!\s(?:이상|이하|추가|할인|별도|무료|환급|반환))`,
  },
];

const ALL = [...WHOLES, ...WHOLE_HOURS, ...WHOLE_REMARKS];

const compiled = new Map<string, RegExp>();

/** Compiled when it is first needed, which few requests do. */
function patternOf(source: string): RegExp {
  const pattern = compiled.get(source) ?? new RegExp(source, 'gu');
  compiled.set(source, pattern);
  return pattern;
}

/** Statements that other rules would part, in order, without overlaps. */
export function findKoreanWholes(text: string): readonly Segment[] {
  const found: Segment[] = [...findKoreanChanges(text)];
  for (const { kind, signs, source, bindsBefore } of ALL) {
    if (!signs.test(text)) continue;
    for (const { index, 0: words } of text.matchAll(patternOf(source))) {
      const one: Segment = {
        kind,
        start: index,
        end: index + words.trimEnd().length,
        ...(bindsBefore === undefined ? {} : { bindsBefore }),
      };
      if (found.every((other) => one.end <= other.start || one.start >= other.end)) found.push(one);
    }
  }
  return found;
}
