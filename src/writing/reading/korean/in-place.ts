import { asSpelled } from '../../../language/spoken-endings.ts';
import type { Atom } from './atom.ts';
import { ADVERB, FINAL } from './word-classes.ts';

/** Times that say from when or until when, or what holds on them alone. */
export const DATED = /(?:까지만?|부터|부턴|에도|에만|마다|한정|만|은|는)$/u;

/** Whether '무료' stands before what it gives: 무료 체험; not behind it: 견적 무료, 각인 무료. */
function isGivenBehind(before: Atom | undefined, after: Atom | undefined): boolean {
  if (!/[FLUw]/.test(after?.code ?? '') || /[FLUcj]/.test(before?.code ?? '')) return false;
  return before?.code !== 'w' || GIVEN.test(after?.text ?? '');
}

/** What shops give for nothing. */
const GIVEN =
  /(?:상담|체험|주차|배송|배달|견적|시식|시음|설치|수거|점검|검사|진단|리필|대여|셔틀|픽업|강의|특강|수업|매칭|시술|관리|샘플|교체|입장|관람|음료|포장|각인|세차|부착|교정|수선|세팅|발송|업데이트)/u;

const CAPACITY = /^\d{1,4}\s?(?:기가|테라|GB|TB)$/iu;

/** What a share of is neither an offer nor good news. */
const NO_REDUCTION =
  /(?:효율|함량|함유|수수료|위약금|도수|농도|순도|습도|금리|이율|이자|할증|공제|계약금|예약금|선금|잔금|카카오|과즙|배터리|완충|파과|당첨|당첨률|합격률|만족도|성공률|습도|함수율)(?:은|는|이|가)?$/u;

const BESIDE = /^(?:앞|옆|뒤|근처|맞은편|건너편)(?:에|에서|의)?$/u;

const SPAN_OF_TIME = /^(?:달|주|해|학기|시즌|분기)(?:까지만|까지|부터|에만|에|만|동안)?$/u;

/** Days of the week alone: 금토, 일~목, 토요일. */
const WEEKDAYS = /^[월화수목금토일](?:요일|욜)?(?:\s?[~·,-]?\s?[월화수목금토일](?:요일|욜)?){0,6}$/;

/** Where somebody has an account. */
const ACCOUNTS =
  /^(?:카톡|카카오톡|카카오|카카오채널|카톡채널|오픈채팅|톡톡|톡|플친|채널|인스타|인스타그램|디엠|DM|dm|아이디|ID|id|블로그|네이버|유튜브|페이스북|페북|밴드|당근|검색)(?:은|는|로)?:?$/u;

/** Stems of verbs before 는: 보이는, 마시는, 어울리는, 흐르는. */
const VERB_STEM = /^[가-힣]{1,3}[이시기리지키치르나우내]는$/u;

/** Words that a verb hangs on. */
const OF_A_VERB = /[가-힣](?:이|가|을|를|에|에서|에게|로|으로|게|과|와)$/u;

/** Whether a word that ends like a topic is a verb that says more of the noun behind it. */
const isVerbOf = (atom: Atom, before: Atom | undefined, after: Atom | undefined): boolean =>
  VERB_STEM.test(atom.text) &&
  /[wbyV]/.test(before?.code ?? '') &&
  (OF_A_VERB.test(before?.text ?? '') || ADVERB.test(before?.text ?? '')) &&
  /[wzTjFL]/.test(after?.code ?? '');

const SEEKS = /^(?:구해요|구합니다|뽑아요|뽑습니다|모십니다|찾아요|찾습니다)$/u;

const ONLY_FOR = /^(?:신규|회원|여성|남성|성인|학생|초보|초보자|예약자|직장인|임산부|어린이|청소년)만$/u;

const MEASURED =
  /(?:당도|평점|별점|시력|도수|버전|산도|점수|고굴절|굴절률|환율|경쟁률|지수|리뷰|높이|너비|폭|두께|해상도)[은는]?$/u;

/** Whether a figure with one decimal, or a round one behind a count at a clause's end, is a sum: 5.5 of 만원. */
const isInTenThousands = (atom: Atom, before: Atom | undefined, after: Atom | undefined): boolean =>
  /^\d{1,2}\.\d$/.test(atom.text) &&
  /[wcUdn]/.test(before?.code ?? '') &&
  !MEASURED.test(before?.text ?? '') &&
  (after === undefined || /[wULVFzn!cetd]/.test(after.code));

/** What a sum must do so that something holds. */
const AMOUNTS = /^(?:넘|되면|내|쓰|충전|결제|구매|구입|주문|사)/u;

/** What a word before it says more of, and says nothing by itself. */
const OF_WHICH =
  /^(?:지역|품목|상품|메뉴|제품|차량|기종|시간대|요일|좌석|사이즈|색상|차종)(?:이|은|는|만)?$/u;

/** What is done with a thing by itself. */
const SEPARATELY = /^(?:[말주구문연신예값매]|표시|계산|결제|준비|챙|담|포장|판매|드)/u;

/** A class that its neighbours decide. */
export function inPlace(atom: Atom, before: Atom | undefined, after: Atom | undefined): Atom {
  // '고수는 따로 말씀해 주세요'; '실비 적용은 …'.
  if (atom.text === '따로' && (SEPARATELY.test(after?.text ?? '') || /[Nv]/.test(after?.code ?? '')))
    return { ...atom, code: 'y' };
  // '신분증 꼭', '실내용 꼭': it must be brought.
  if (
    /^(?:꼭|필히|반드시)$/u.test(atom.text) &&
    /[wFj]/.test(before?.code ?? '') &&
    /^[dtnVm]?$/.test(after?.code ?? '')
  )
    return { ...atom, code: 'G' };
  if (atom.text === '실비' && after !== undefined) return { ...atom, code: 'F' };
  // '안시 서비스로 한마리 드림'
  if (after?.code === 'c' && /^(?:서비스|덤|공짜|무료|사은품)으?로$/u.test(atom.text))
    return { ...atom, code: 'o' };
  // On one day of the week: '토요일 3만원'; in a month: '12월 평일 9.9'.
  if (atom.code === 'd' && after?.code === 'm' && WEEKDAYS.test(atom.text)) return { ...atom, code: 'U' };
  if (atom.code === 'd' && after?.code === 'n' && /^\d{1,2}월$/.test(atom.text))
    return { ...atom, code: 'n' };
  // Of sizes in a row: '270 275만 남음'.
  if (atom.code === '#' && /^\d{2,3}$/.test(atom.text) && /^\d{2,3}만$/.test(after?.text ?? ''))
    return { ...atom, code: 'c' };
  // '1층이면', '3명이면'
  if (atom.code === 'c' && /이?면$/u.test(atom.text)) return { ...atom, code: 'K' };
  // '배송 불가 지역 많음'
  if (/^(?:불가|가능|제외|품절|포함)$/u.test(atom.text) && OF_WHICH.test(after?.text ?? ''))
    return { ...atom, code: 'z' };
  // '하루전 예약'
  if (
    atom.code === 'L' &&
    /\S전(?:까지)?$/u.test(before?.text ?? '') &&
    /^(?:예약|주문|신청|접수)$/u.test(atom.text)
  )
    return { ...atom, code: 'G' };
  // '최저가 아님 대신 …' is no word of what is not meant.
  if (atom.text === '대신' && before?.code === 'N') return { ...atom, code: 'y' };
  // '뚜껑은 따로 3천'.
  if (atom.text === '따로' && after?.code === 'm') return { ...atom, code: 'y' };
  if (atom.text === '당일만') return { ...atom, code: 'd' };
  // '카톡 shop12'; what stands behind '문의' may be a brand.
  if (
    before?.code === 'L' &&
    (atom.code === 'j' || (atom.code === 'w' && after === undefined)) &&
    ACCOUNTS.test(before.text)
  )
    return { ...atom, code: 'i' };
  // '275만 남음': sizes, and no sum.
  if (/[mc]/.test(atom.code) && /만$/.test(atom.text) && /^(?:남|있|가능|됩|돼|해당)/.test(after?.text ?? ''))
    return { ...atom, code: 'e' };
  // For so much on that day alone: '이번주만 12,900'.
  if (/[dn]/.test(atom.code) && /만$/.test(atom.text) && after?.code === 'm') return { ...atom, code: 'e' };
  // What is brought or fetched on days: '월~금 배송', '화요일 수거'.
  if (
    before?.code === 'd' &&
    !/[dtnD]/.test(after?.code ?? '') &&
    /^(?:배송|배달|수거|발송|출고|픽업)$/.test(atom.text)
  )
    return { ...atom, code: 'g' };
  // A thing that a plus adds to a count is of the price behind it: '3시간 + 라면 12,000원'.
  if (atom.text === '+' && before?.code === 'c' && /[wU]/.test(after?.code ?? ''))
    return { ...atom, code: 'U' };
  if (atom.code === 'w' && before?.text === '+' && after?.code === 'm') return { ...atom, code: 'U' };
  // '6,500원에서 4,900원으로': the former price.
  if (atom.code === 'm' && after?.code === 'm' && /에서$/.test(atom.text)) return { ...atom, code: 's' };
  // '5만원 넘으면 무배'
  if (atom.code === 'm' && after?.code === 'K' && AMOUNTS.test(after.text)) return { ...atom, code: 'k' };
  if (atom.text === '그대로' && after?.code === 'm') return { ...atom, code: 'b' };
  if (atom.code === 'm' && /(?:이상|이하|미만|이내)$/.test(atom.text)) return { ...atom, code: 'k' };
  // '바다가 보이는 객실', '창가에서 마시는 커피': behind what it is done with, a verb and no topic.
  if (atom.code === 'V' && isVerbOf(atom, before, after)) return { ...atom, code: 'z' };
  // '배달은 3천원 더 받아요': it costs more.
  if (atom.text === '하나' && (before?.code === 'o' || (before?.code === 'w' && after?.code === 'm')))
    return { ...atom, code: 'c' };
  if (
    atom.text === '더' &&
    (/^(?:받|내|추가)/.test(after?.text ?? '') || (before?.code === 'm' && after?.code === 'v'))
  )
    return { ...atom, code: 'y' };
  // A share that something is said of is none that is taken off: '파과 5%는 이해부탁'.
  if (atom.code === 'p' && /[은는]$/u.test(atom.text)) return { ...atom, code: 'V' };
  // '방문 전 꼭 예약'
  if (atom.text === '전' && before?.code === 'F') return { ...atom, code: 'b' };
  // '예약만', '현금만'
  if (/[FL]/.test(atom.code) && /만$/.test(atom.text) && !/[GNvoOpxmJI]/.test(after?.code ?? ''))
    return { ...atom, code: '!' };
  // '떡집 옆으로 가요'
  if (atom.text === '가요' && /(?:으로|로|에)$/u.test(before?.text ?? '')) return { ...atom, code: 'v' };
  if (atom.text === '중' && before?.code === 'n') return { ...atom, code: 'n' };
  // Who can be asked all day long: '24시간 상담 1588-0000'.
  if (atom.code === 't' && /^24시/.test(atom.text) && after?.code === 'L') return { ...atom, code: 'y' };
  // What a sum includes: '교재비포함 38만'.
  if (
    atom.code === 'G' &&
    after?.code === 'm' &&
    before?.code !== 'm' &&
    /^[가-힣]{2,8}(?:포함|별도)$/u.test(atom.text)
  )
    return { ...atom, code: 'U' };
  // In ten thousands: '네일 5.5', '단품 6.9 세트 9.4'.
  if (atom.code === '#' && isInTenThousands(atom, before, after)) return { ...atom, code: 'm' };
  if (
    atom.code === 'L' &&
    /[wcj]/.test(before?.code ?? '') &&
    /^(?:예약|주문)받(?:아요|습니다)/u.test(asSpelled(atom.text))
  )
    return { ...atom, code: 'W' };
  // It says when, whatever is named before it: '수제 비누 연중무휴'.
  if (atom.code === 'C' && before?.code === 'w' && /^연중무휴$/.test(atom.text))
    return { ...atom, code: 't' };
  // What is not taken is no gift: '쿠폰 사용 불가'.
  if (atom.text === '쿠폰' && /^(?:사용|이용|적용)/.test(after?.text ?? '')) return { ...atom, code: 'F' };
  // It is of the name: '조개구이 무한리필'.
  if (/^(?:무한리필|무제한)$/.test(atom.text) && before?.code === 'w' && !/[mpo]/.test(after?.code ?? ''))
    return { ...atom, code: 'w' };
  // '직원 구해요 홀서빙': what is sought stands behind.
  if (before?.code === 'M' && after?.code === 'w' && SEEKS.test(atom.text)) return { ...atom, code: 'W' };
  // Only for those of a kind, whatever stands before them: '크로스핏 신규만'.
  if (atom.code === '!' && ONLY_FOR.test(atom.text)) return { ...atom, code: 'e' };
  // '이번 달까지'
  if (atom.code === 'w' && /^(?:이번|다음|지난|이)$/.test(before?.text ?? '') && SPAN_OF_TIME.test(atom.text))
    return { ...atom, code: DATED.test(atom.text) ? 'd' : 'n' };
  if (atom.text === '마감' && /^(?:할인|세일|특가)/.test(after?.text ?? '')) return { ...atom, code: 'q' };
  // '특가 20% 할인' is one offer; '특가 9,900원' is a price.
  if (/^(?:특가|할인가|행사가)$/.test(atom.text) && /[px]/.test(after?.code ?? ''))
    return { ...atom, code: 'q' };
  if (atom.text === '전에' && /[wz]/.test(before?.code ?? '')) return { ...atom, code: 'b' };
  // What is for nothing stands before it: 무료 체험; or behind: 견적 무료.
  if (atom.text === '무료' && isGivenBehind(before, after)) return { ...atom, code: 'I' };
  // It says what is for nothing itself: 무료배송.
  if (atom.code === 'o' && /^무료.|.무료$/.test(atom.text)) return { ...atom, code: 'J' };
  // '사다리차 필요시 추가'
  if (atom.text === '추가' && before?.code === 'K' && !/[moOpxI]/.test(after?.code ?? ''))
    return { ...atom, code: 'E' };
  if (atom.text === '추가' && after?.code === '#') return { ...atom, code: 'U' };
  if (atom.text === '추가' && /[mkpce]/.test(before?.code ?? '') && !/^무료/.test(after?.text ?? ''))
    return { ...atom, code: 'E' };
  // What a thing holds is of its name: 아이폰15 128기가.
  if (/[wj]/.test(before?.code ?? '') && CAPACITY.test(atom.text)) return { ...atom, code: 'w' };
  // A share that is no reduction: 수수료 50%, 배터리 효율 92%.
  if (atom.code === 'p' && NO_REDUCTION.test(before?.text ?? '')) return { ...atom, code: 'G' };
  if (atom.text === '기타' && /^(?:문의|사항|질문|비용|품목|안내)/.test(after?.text ?? ''))
    return { ...atom, code: 'q' };
  // Figures with a word grown to them, and figures said in words, count what is sold before a price: 4본, 한 드럼.
  if (
    !/[dt]/.test(atom.code) &&
    /[mk]/.test(after?.code ?? '') &&
    /^\d{1,4}(?:\.\d)?[가-힣A-Za-z]{1,3}$/u.test(atom.text)
  )
    return { ...atom, code: 'c' };
  if (atom.code === 'w' && /^\d{1,4}[가-힣]$/u.test(atom.text)) return { ...atom, code: 'c' };
  // Sizes label a price; letters with a figure or more of them are a model or a course: FM2, PT.
  if (
    /[wj]/.test(atom.code) &&
    /[mc!]/.test(after?.code ?? '') &&
    /^(?:[A-Z]|X{1,3}L|SS|LK|CK)$/.test(atom.text)
  )
    return { ...atom, code: 'U' };
  if (/[ou]/.test(atom.code) && after?.code === 'm' && /^무(?:제한|한리필)$/.test(atom.text))
    return { ...atom, code: 'U' };
  if (/[dt]/.test(atom.code) && /(?:이후|이전|전)$/.test(atom.text)) return { ...atom, code: 'D' };
  if (
    atom.code === 'N' &&
    atom.text === '마감' &&
    /[dt]/.test(after?.code ?? '') &&
    before?.code !== 'q' &&
    !/[은는이]$/u.test(before?.text ?? '')
  )
    return { ...atom, code: 'S' };
  if (/^[월화수목금토일]$/.test(atom.text) && /[Ct]/.test(after?.code ?? '')) return { ...atom, code: 'd' };
  // Somewhere else than the shop itself: 편의점 앞.
  if (atom.code === 'T' && (BESIDE.test(after?.text ?? '') || (after?.code === 'a' && after.text === '안')))
    return { ...atom, code: 'a' };
  if (BESIDE.test(atom.text) && before?.code === 'T') return { ...atom, code: 'a' };
  if (/^지참/.test(atom.text) && after?.code !== 'K') return { ...atom, code: 'G' };
  // '로드자전거 입고'
  if (atom.code === 'g' && before?.code === 'w' && after === undefined && /^재?입고/.test(atom.text))
    return { ...atom, code: 'W' };
  if (atom.code === 'g' && before?.code === 'Q' && /^(?:재?입고|출시)/.test(atom.text))
    return { ...atom, code: 'Q' };
  if (atom.code === 'Q' && FINAL.test(atom.text)) return { ...atom, code: 'W' };
  // '이전' behind a time is 'before', else a move.
  if (atom.text === '이전' && !/[dtnc]/.test(before?.code ?? '')) return { ...atom, code: 'Q' };
  // A month before a name belongs to it: 12월 낭독회.
  if (atom.code === 'd' && after?.code === 'w' && /^\d{1,2}월$/.test(atom.text))
    return { ...atom, code: 'n' };
  if (atom.code === 'c' && /(?:부터|이상|이하|미만|이내|까지|까지만|한정|만)$/.test(atom.text))
    return { ...atom, code: 'e' };
  return atom;
}
