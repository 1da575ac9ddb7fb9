import type { Atom } from './atom.ts';
import { DATED } from './word-classes.ts';

const SPAN_OF_TIME = /^(?:달|주|해|학기|시즌|분기)(?:까지만|까지|부터|에만|에|만|동안)?$/u;

/** How a reason ends. */
const REASON = /(?:로|이라|라서|때문에|느라|[아어해여]서)$/u;

/** What is done before something is brought. */
const ORDERED = /^(?:주문|결제|입금|접수|예약|신청|구매)(?:시|하면|하시면|건|분)?$/u;

/** What is opened to customers from a day on. */
const BEGUN =
  /^(?:사전)?(?:예약|접수|신청|판매|배달|배송|발송|상담|모집|예매|티켓팅|등록|주문|체험|운영|수업|강습|견학)$/u;

const STARTS =
  /^(?:시작|개시|오픈|스타트)(?:합니다|해요|했어요|했습니다|됩니다|됐어요|됐습니다|됨|함|예정)?$/u;

/** Days of the week alone: 금토, 일~목, 토요일. */
const WEEKDAYS = /^[월화수목금토일](?:요일|욜)?(?:\s?[~·,-]?\s?[월화수목금토일](?:요일|욜)?){0,6}$/;

/** Occasions of the year or of a life, which an event is held for and no goods. */
const OCCASION =
  /^(?:새해|신년|송년|연말연시|신학기|새학기|새\s?학기|개학|입학|졸업|수능|수험생|시험|중간고사|기말고사|불금|집들이|돌잔치|백일|생일|첫눈|장마|휴가|여름휴가|한여름|한겨울|벚꽃|단풍|[가-힣]{1,5}(?:기간|시즌|철|데이|주간|맞이|시즌맞이))$/u;

const HELD = /^(?:이벤트|행사|프로모션|특가|세일|할인전|기획전)/u;

const JOINED = /^(?:등록|가입|신규|회원|예약|재등록|오픈|맞이|기념|한정|감사)$/u;

/** What class times have where they stand. Undefined where the place changes nothing. */
export function timeInPlace(
  atom: Atom,
  before: Atom | undefined,
  after: Atom | undefined,
): string | undefined {
  // '시험기간 이벤트', '새해 등록 이벤트': when it is held.
  if (
    atom.code === 'w' &&
    OCCASION.test(atom.text) &&
    (HELD.test(after?.text ?? '') || JOINED.test(after?.text ?? ''))
  )
    return 'n';
  // On one day of the week: '토요일 3만원'; in a month: '12월 평일 9.9'.
  if (atom.code === 'd' && after?.code === 'm' && WEEKDAYS.test(atom.text)) return 'U';
  if (atom.code === 'd' && after?.code === 'n' && /^\d{1,2}월$/.test(atom.text)) return 'n';
  if (atom.text === '당일만') return 'd';
  // Nobody is there all day long: '24시간 무인'.
  if (atom.text === '무인' && before?.code === 't') return 'G';
  // '오후 5시 전 주문 당일 배송'
  if (atom.text === '당일' && ORDERED.test(before?.text ?? '')) return 'n';
  // For so much on that day alone: '이번주만 12,900'.
  if (
    /[dn]/.test(atom.code) &&
    /만$/.test(atom.text) &&
    (after?.code === 'm' || /^[월일]$/.test(after?.text ?? ''))
  )
    return 'e';
  // '15만 첫 상담 무료': it is no part of the sum before it.
  if (
    atom.code === 'q' &&
    before?.code === 'm' &&
    /^첫\s/u.test(atom.text) &&
    /[oOpIJ]/.test(after?.code ?? '')
  )
    return 'n';
  // '이전 회원권이랑': one of before.
  if (
    atom.text === '이전' &&
    /^(?:회원|구매|쿠폰|고객|이용|방문|행사|이벤트|포인트|적립|등록)/u.test(after?.text ?? '')
  )
    return 'z';
  // What is brought or fetched on days: '월~금 배송', '화요일 수거'.
  if (
    before?.code === 'd' &&
    !/[dtnD]/.test(after?.code ?? '') &&
    /^(?:배송|배달|수거|발송|출고|픽업)$/.test(atom.text)
  )
    return 'g';
  // Why a shop is closed: '설 연휴로 쉽니다', '졸업식이라 휴무'.
  if (atom.code === 'b' && after?.code === 'C' && REASON.test(atom.text)) return 'r';
  // When something can first be had: '가을 예약 시작', '접수 오픈'.
  if (BEGUN.test(atom.text) && STARTS.test(after?.text ?? '')) return 'S';
  // '방문 전 꼭 예약'
  if (atom.text === '전' && before?.code === 'F') return 'b';
  if (atom.text === '중' && before?.code === 'n') return 'n';
  // Who can be asked all day long: '24시간 상담 1588-0000'.
  if (atom.code === 't' && /^24시/.test(atom.text) && after?.code === 'L') return 'y';
  // From then on another price holds: '20분 무료 이후 10분당 만원'.
  if (
    /^(?:이후|그후|이후엔|이후는|초과시)$/u.test(atom.text) &&
    /^(?:무료|무료임)$/u.test(before?.text ?? '') &&
    /[cmU]/.test(after?.code ?? '')
  )
    return 'n';
  // It says when, whatever is named before it: '수제 비누 연중무휴'.
  if (atom.code === 'C' && before?.code === 'w' && /^연중무휴$/.test(atom.text)) return 't';
  // '이번 달까지'
  if (atom.code === 'w' && /^(?:이번|다음|지난|이)$/.test(before?.text ?? '') && SPAN_OF_TIME.test(atom.text))
    return DATED.test(atom.text) ? 'd' : 'n';
  if (atom.text === '전에' && /[wz]/.test(before?.code ?? '')) return 'b';
  if (/[dt]/.test(atom.code) && /(?:이후|이전|전)$/.test(atom.text)) return 'D';
  if (
    atom.code === 'N' &&
    atom.text === '마감' &&
    /[dt]/.test(after?.code ?? '') &&
    before?.code !== 'q' &&
    !/[은는이]$/u.test(before?.text ?? '')
  )
    return 'S';
  if (/^[월화수목금토일]$/.test(atom.text) && /[Ct]/.test(after?.code ?? '')) return 'd';
  // '냉장고 이전 설치'
  if (atom.text === '이전' && /^(?:설치|시공)/.test(after?.text ?? '')) return 'w';
  // '이전' behind a time is 'before', else a move.
  if (atom.text === '이전' && !/[dtnc]/.test(before?.code ?? '')) return 'Q';
  // A month before a name belongs to it: 12월 낭독회.
  if (atom.code === 'd' && after?.code === 'w' && /^\d{1,2}월$/.test(atom.text)) return 'n';
  return undefined;
}
