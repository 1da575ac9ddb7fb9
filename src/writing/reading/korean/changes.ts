import type { Segment } from '../statements/segment.ts';
import { TOWN_NAMES } from './places.ts';

/** What a Korean request says of what was and of what is now, in one sentence: hours that change, a shop that moves. */

const HOUR = String.raw`(?:(?:오전|오후|새벽|아침|밤|저녁|낮)\s?)?\d{1,2}(?::\d{2}|시(?!간)(?:\s?반|\s?\d{1,2}분)?)`;
const WHEN = String.raw`(?:${HOUR}(?:\s?[~∼–-]\s?${HOUR})?|\d{1,2}\s?[~∼–-]\s?\d{1,2}(?![\d,.%]|\s?[만천원개인명])|[월화수목금토일]요일|\d{1,2}월\s?\d{1,2}일)(?:\s(?:휴무|영업|오픈|마감|진료|수업))?`;
const SINCE = String.raw`(?:\d{1,2}월\s?\d{1,2}일|\d{1,2}\/\d{1,2}|\d{1,2}월|오늘|내일|모레|(?:이번|다음)\s?(?:주|달)|[월화수목금토일]요일)(?:\s?(?:부터|까지|하루만|하루|만|은|엔))?`;
const LABEL = String.raw`(?:(?:평소|평상시|원래|기존|종전|본래|그동안|매주|매일|평일|주말|공휴일|오픈|마감|영업|진료|운영|수업|점심|저녁|휴무일?|정기\s?휴무일?|쉬는\s?날|라스트\s?오더|[가-힣]{0,6}\s?시간(?:\s변경)?|변경|${SINCE})(?:은|는|이|가|을|도|엔|에는|에|마다)?:?\s)`;
const CHANGES =
  '(?:바뀝|바뀌|바뀜|바꿉|바꿔|바꾸|변경|조정|당겨|당깁|앞당|늦춰|늦춥|늦어|미뤄|미룹|줄어|줄입|줄여|늘어|늘립|늘려|단축|연장|옮깁|옮겨|옮겼|이동|전환)';
const DOES = String.raw`(?:${CHANGES}|엽니|열어|열게|닫|문\s?닫|문\s?엽|영업|운영|진료|마감|시작|오픈|합니다|해요|입니다|이에요|예요|쉽니|쉬어)`;

/** '9시~7시에서 10시~6시로 변경됩니다': only what is done tells it from hours that go from one to the other. */
const FROM_TO = String.raw`${WHEN}에서\s[가-힣]{0,6}\s?${WHEN}(?:으로|로)\s?(?:[가-힣]{1,5}\s)?${CHANGES}`;
/** '평소 9시~5시인데 9시~3시로 바뀝니다' */
const BUT = String.raw`${WHEN}(?:까지|부터)?(?:\s?(?:영업|오픈|마감|휴무))?(?:이?었는데|였는데|인데|이?었다가|였다가|이?었지만|였지만|이지만|\s?하던\s(?:거|것|걸|영업|시간)|\s?(?:대신|말고)|[이가]?\s?아니(?:라|고))\s(?:[^\s\d]{1,7}\s){0,2}${WHEN}(?:까지만|부터만|까지|부터|으로|로|에만|에)?\s?(?:[가-힣]{1,5}\s)?${DOES}`;
/** '라스트오더 9시 → 8시30분으로 변경' */
const ARROW = String.raw`${WHEN}\s?(?:→|->|=>|⇒)\s?${WHEN}(?:(?:으로|로)\s?${CHANGES})?`;

const HOURS_CHANGE = String.raw`(?<![가-힣\d])${LABEL}{0,4}(?:${FROM_TO}|${BUT}|${ARROW})[가-힣]{0,6}(?:\s${SINCE}(?:부터|까지|만)(?![가-힣]))?`;

/** What a place that is left or come to ends with. */
const ENDS = `(?:자리|장소|매장|가게|곳|위치|건물|상가|빌딩|점|층|시장|역|문|출구|입구|주차장|창구|사거리|골목|주소|농장|공장|사무실|교실|연습실|동|길|로|${TOWN_NAMES})`;
const BESIDE = '(?:앞|옆|뒤|뒤편|안|안쪽|건너편?|맞은편|건너|쪽|근처)';
const OLD = String.raw`(?:옛날?|예전|구|기존|이전(?=\s(?:자리|장소|매장|가게|건물|상가|주소|위치))|원래|전에|지난|있던|하던|쓰던)`;
const PLACE = String.raw`(?:${OLD}\s){0,2}(?:[가-힣A-Za-z\d]{1,10}\s?${BESIDE}\s)?(?:[가-힣A-Za-z\d]{0,12}${ENDS}(?:\s${BESIDE})?|[가-힣A-Za-z\d]{1,12}\s?${BESIDE})(?:\s?\([^()\n]{1,24}\)|\s(?:지하\s?)?\d{1,2}층)?`;
const COMES = String.raw`(?:오세요|오시면|오셔서|오셔야|오십시오|와\s?주|와요|방문|찾아|전화|주문|연락|문의|들어오|픽업|이용|입니다|이에요|예요|있어요|있습니다|엽니다|열어요|이전|옮겼|옮겨|옮깁|이사)`;

/** '옛날 자리(농협 옆) 말고 길 건너 2층으로 오세요': the place that is not meant, and the one that is. */
const NOT_THERE = String.raw`(?<![가-힣])(?<old>${PLACE}(?:[이가은는])?\s?(?:말고|말구|아니고|아니구|아니라|대신))[,\s]\s?(?<now>[^.!?\n,]{1,40}?(?:으로|로|에서|에|쪽|층|역|앞|옆|뒤|편|점|실)\s?${COMES}[가-힣]{0,6}(?:\s(?:됩니다|돼요|되요|주세요|하세요))?)`;

/** '사거리에서 역 앞으로 옮겼어요' */
const MOVES = String.raw`(?<![가-힣])${PLACE}에서\s[^.!?\n,]{1,30}?(?:으로|로)\s?(?:이전|확장\s?이전|옮겼|옮깁|옮겨|이사(?:했|합|해|왔|갔|갑|가요))[가-힣]{0,6}`;

/** '자리 옮겼습니다 시청 앞에서 법원 뒤로': that it moves is said before. */
const FROM_THERE = String.raw`(?<=(?:옮겼|옮깁|옮겨|이전|이사)[가-힣]{0,6}[\s,.:!]\s?)${PLACE}에서\s[^.!?\n,]{1,24}?(?:${BESIDE}|층|건물|상가|역|동|점)(?:으로|로)(?![가-힣])`;

/** '11월 30일까지만 현 위치에서 영업하고 12월 5일부터 길 건너 2층으로 옮깁니다' */
const STAYS_UNTIL = String.raw`(?<![가-힣\d])\d{1,2}(?:월\s?\d{1,2}일|\/\d{1,2}|일)까지만?\s[^\n,.!?]{1,20}?(?:영업|운영|진료|수업)하고,?\s\d{1,2}(?:월\s?\d{1,2}일|\/\d{1,2}|일)(?:부터|에)\s[^\n,.!?]{1,30}?(?:옮깁니다|옮겨요|옮겨갑니다|이전합니다|이전해요|이사갑니다|이사가요|영업합니다|영업해요|시작합니다|시작해요|엽니다|열어요|갑니다|가요)(?=[\s,.!?~)]|$)`;
const STAYS = { signs: /까지만?\s[^\n]{1,24}하고,?\s/u, of: STAYS_UNTIL };

const found = (source: string): RegExp => new RegExp(source, 'gu');

/** Each is looked for only where its sign stands in the text. */
const HOURS = { signs: /\d\s?시|\d:\d{2}|\d\s?[~∼–-]\s?\d|요일/u, of: HOURS_CHANGE };
const NOT = { signs: /말고|말구|아니고|아니구|아니라|대신/u, of: NOT_THERE };
const MOVED = {
  signs: /에서[^\n]{1,34}로\s?(?:확장|이전|옮|이사)|(?:옮|이전|이사)[^\n]{1,24}에서/u,
  of: `${MOVES}|${FROM_THERE}`,
};

const compiled = new Map<string, RegExp>();

/** Compiled when it is first needed, which few requests do. */
function patternOf(source: string): RegExp {
  const pattern = compiled.get(source) ?? found(source);
  compiled.set(source, pattern);
  return pattern;
}

const CHANGED =
  /(?:인데|는데|다가|지만|하던|말고|대신|아니라|아니고|→|->|=>|⇒|에서)[^\n]{0,40}(?:\d\s?시|\d:\d{2}|\d\s?[~∼–-]\s?\d|요일)/u;

/** What was and what is now, as the one notice that both are; a place that is not meant binds the one that is. */
export function findKoreanChanges(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  if (STAYS.signs.test(text))
    for (const { index, 0: words } of text.matchAll(patternOf(STAYS.of)))
      segments.push({ kind: 'notice', start: index, end: index + words.length });
  if (HOURS.signs.test(text) && CHANGED.test(text))
    for (const { index, 0: words } of text.matchAll(patternOf(HOURS.of)))
      segments.push({ kind: 'notice', start: index, end: index + words.length });
  if (NOT.signs.test(text))
    for (const { index, groups } of text.matchAll(patternOf(NOT.of))) {
      const { old = '', now = '' } = groups ?? {};
      const from = text.indexOf(now, index + old.length);
      segments.push({ kind: 'exception', start: index, end: index + old.length, bindsNext: true });
      segments.push({ kind: 'notice', start: from, end: from + now.length });
    }
  if (MOVED.signs.test(text))
    for (const { index, 0: words } of text.matchAll(patternOf(MOVED.of)))
      segments.push({ kind: 'notice', start: index, end: index + words.length });
  return segments.filter((one, at) =>
    segments.every((other, place) => place >= at || one.end <= other.start || one.start >= other.end),
  );
}
