import type { Statement } from '../../ad/statement.ts';
import { stripParticles } from '../../language/particles.ts';
import type { TradeMatch } from './match-trades.ts';
import type { TradeWords } from './trade-words.ts';

/**
 * What a name of goods may be followed by, and they stay what they are: how they are made, sorted, sold, counted, brought
 * and paid for, for whom they are.
 */
const SAME_GOODS =
  /(?:[가-힣](?:식|형|급|품|산|용|제|재|권|반|종|색|맛|가|값|별|분|인|째|컷|식당|철|간|차|님)|세트|셋트|선물|특가|기획|단품|모음|모둠|모듬|구독|구성|모델|입고|판매|전문|전문점|증정|주문|제작|남녀|남자|여자|남성|여성|공용|상하|상의|하의|유선|무선|게이밍|브랜드|싱글|더블|퀸|킹|프레임|각인|이니셜|지렁이|스틱|한덩이|압착|흠과|못난이|게?기|시음|시식|축제|설치|시공|교체|수리|배달|택배|배송|포장|방문|예약|접수|판매중|직판|도매|소매|정품|새것|신형|구형|라인|컬렉션|에디션|사이즈|리필|곱빼기|사리|추가|토핑|코스|런치|디너|점심|저녁|아침|브런치|한상|대자|중자|소자|특대|특대자|왕대자|반반|한판|마리|한마리|반마리|두마리|메뉴|정식|무한|패키지|할인|행사|이벤트|매장|공장|직영|당일|매일|주말|평일|시즌|겨울|여름|가을|봄|개봉|삶은거|[가-힣]가죽|가죽|원단|스웨이드|메쉬|코듀로이|순면|리넨|린넨|끈|탭|캔|병|팩|박스|봉지|키트|부터|대잔치|파티|마당|나눔|직송|생산|출고|출시|오픈|개시|시작|완료|한정|선착순|소량|대량|단체|개인|커플|가족|어린이|아동|유아|성인|학생|시세|점검|보수|배터리|벌크|것|국내|국산|수입|수제|자연|유기농|무농약|노지|하우스|비가림|친환경|냉동|냉장|생|햇|첫|제철)$/u;

/** What is made of goods or done with them, by a machine: '두유 제조기', '고추 건조기'. */
const MACHINE =
  /(?:제조|건조|세척|분쇄|착즙|제빵|제면|절단|탈피|정미|살균|보온|발효|튀김|자판|추출|보관|숙성)기$/u;

/** How it is sold, behind its name. */
const BOUGHT_TOGETHER = /[ \t](?:공구|공동구매)$/u;

/** Letters behind the goods that are of their name at most: what is longer says more than what is sold. */
const LONGEST_TAIL = 80;

/** Nothing but words behind the goods. */
const TAIL = /(?:[ \t][가-힣]{2,}){1,12}/y;
const PREDICATE = /(?:요|니다|됨|있음|없음|했음|합니당|함)$/u;
/** A word that something is said of: '방어회 겨울이 제철' is a sentence, and no longer name. */
const SUBJECT = /^[가-힣]{1,4}[이가은는]$/u;

/**
 * Whether what is sold is another thing than the goods that it begins with, for which no list has a name: '노트북 메모리',
 * '치킨 파우더'. Its last word says what it is; nothing is known of the shop then.
 *
 * @param isKnown whether a word stands in any list
 */
export function endsUnknown(
  { text: said, end, particle, meanings }: TradeMatch,
  text: string,
  statements: readonly Statement[],
  words: TradeWords,
  isKnown: (key: string) => boolean,
): boolean {
  if (particle !== '') return false;
  TAIL.lastIndex = end;
  const run = TAIL.exec(text)?.[0];
  if (run === undefined) return false;
  if (!meanings.every((one) => one.is === 'goods' && isWare(words, one.key))) return false;
  const within = statements.find((one) => end > one.start && end <= one.end);
  if (within?.kind !== 'product' || within.end - end > LONGEST_TAIL) return false;
  const tail = text.slice(end, within.end).trimEnd().replace(BOUGHT_TOGETHER, '');
  const last = run.startsWith(tail) ? tail.split(/[ \t]/).at(-1) : undefined;
  if (
    run
      .trim()
      .split(/[ \t]/)
      .slice(0, -1)
      .some((word) => SUBJECT.test(word) && !isKnown(word))
  )
    return false;
  // Of one kind: '축구화 풋살화'.
  if (last === undefined || last === '' || last.at(-1) === said.at(-1) || PREDICATE.test(last)) return false;
  if (MACHINE.test(last)) return true;
  return ![last, ...stripParticles(last).map(({ stem }) => stem)].some(
    (stem) => SAME_GOODS.test(stem) || isKnown(stem) || endsKnown(stem, isKnown),
  );
}

const WARES: readonly string[] = ['소매', '음식'];
const isWare = ({ classes }: TradeWords, key: string): boolean =>
  WARES.includes(classes.get(key)?.large ?? '');

/** Whether a word ends with one that is known: the head of 등심스테이크. */
const endsKnown = (word: string, isKnown: (key: string) => boolean): boolean =>
  [...Array(Math.max(0, word.length - 2)).keys()].some((at) => isKnown(word.slice(at + 1)));
