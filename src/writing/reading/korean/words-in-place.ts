import { asSpelled } from '../../../language/spoken-endings.ts';
import type { Atom } from './atom.ts';
import { ADVERB, FINAL } from './word-classes.ts';

const BESIDE = /^(?:앞|옆|뒤|근처|맞은편|건너편)(?:에|에서|의)?$/u;

/** Where somebody has an account. */
const ACCOUNTS =
  /^(?:카톡|카카오톡|카카오|카카오채널|카톡채널|오픈채팅|톡톡|톡|플친|채널|인스타|인스타그램|디엠|DM|dm|아이디|ID|id|카톡ID|카톡id|카톡아이디|카카오톡ID|카카오ID|인스타ID|블로그|네이버|유튜브|페이스북|페북|밴드|당근|검색)(?:은|는|로)?:?$/u;

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

/** What an employer gives or pays: '기숙사 지원'. */
const SUPPORT =
  /(?:비|료|금|숙사|숙소|사택|월세|전세|차량|식대|식사|석식|중식|조식|급식|통근|셔틀|간식|교육|자격증|장비|유니폼|근무복|대출|이자|창업|마케팅|인테리어)$/u;

const PAID = /^(?:지급|입금|송금|이체|정산)(?:해요|합니다|해드려요|해드립니다|됩니다|됨)?$/u;

const PAID_HOW = /^(?:현금|현찰|계좌|현장|즉시|즉석|바로|당일|전액|선)$|(?:[가-힣]로|에서)$/u;

const PAID_APART = /^(?:계산|결제|구매|구입|판매|주문|준비|청구|문의|지불|부과)$/u;

const SEEKS = /^(?:구해요|구합니다|뽑아요|뽑습니다|모십니다|찾아요|찾습니다)$/u;

const ONLY_FOR = /^(?:신규|회원|여성|남성|성인|학생|초보|초보자|예약자|직장인|임산부|어린이|청소년)만$/u;

/** What a word before it says more of, and says nothing by itself. */
const OF_WHICH =
  /^(?:지역|품목|상품|메뉴|제품|차량|기종|시간대|요일|좌석|사이즈|색상|차종)(?:이|은|는|만)?$/u;

/** What is done with a thing by itself. */
const SEPARATELY = /^(?:[말주구문연신예값매]|표시|계산|결제|준비|챙|담|포장|판매|드)/u;

/** What customers are asked to do with what stands before it. */
const ASKS = /^(?:예약|주문|신청|문의|접수|상담)(?:하세요|해주세요|하십시오|주세요|바랍니다)$/u;

/** Asks somebody to call or to write. */
const CALL =
  /^(?:전화|문자|연락|카톡|톡|디엠|DM|dm)(?:주세요|주십시오|바랍니다|부탁드려요|부탁드립니다|하세요|해주세요)$/u;

const THINGS = /^(?:음료|신발|수건|타월)$/u;

const GIVEN_FOR =
  /^(?:입학|졸업|승진|개업|집들이|생일|환갑|칠순|돌|백일|결혼|답례|부모님|어버이날|스승의날|선생님|크리스마스|추석|설|명절|남자친구|여자친구|아내|남편|친구)$/u;

/** What class the words between have where they stand: labels, contacts, verbs, what points at a noun. Undefined where the place changes nothing. */
export function wordInPlace(
  atom: Atom,
  before: Atom | undefined,
  after: Atom | undefined,
): string | undefined {
  // '고수는 따로 말씀해 주세요'; '실비 적용은 …'.
  if (atom.text === '따로' && (SEPARATELY.test(after?.text ?? '') || /[Nv]/.test(after?.code ?? '')))
    return 'y';
  // 'L' with what is asked of customers, and no number behind it: '아무때나 전화주세요'.
  if (atom.code === 'L' && CALL.test(atom.text) && !/[flLi]/.test(after?.code ?? '')) return '&';
  // '하객 알바 구해요'
  if (/^(?:알바|아르바이트)$/.test(atom.text) && before?.code === 'w' && SEEKS.test(after?.text ?? ''))
    return 'w';
  // What is treated is sold: '비염 진료'; but '소아과 진료 9시~18시'.
  if (atom.text === '진료' && before?.code === 'w' && !/(?:과|원|실|센터)$/u.test(before.text)) return 'w';
  // What each more of it costs: '추가 30분당 3,000원'.
  if (atom.text === '추가' && after?.code === 'c' && /당$/u.test(after.text)) return 'U';
  // '굽는 데 20분 걸려요'
  if (atom.text === '데' && /[가-힣]는$/u.test(before?.text ?? '')) return 'b';
  // '중고 유모차 7만': what else a shop has for its customers is sold.
  if (/^(?:유모차|휠체어)$/u.test(atom.text) && after?.code === 'm') return 'w';
  // '수입차 별도 문의'
  if (/^문의/u.test(atom.text) && before?.text === '별도' && !/[fl]/.test(after?.code ?? '')) return 'G';
  // '모집 매주 화 8시': when they meet is another statement.
  if (/^모집$/u.test(atom.text) && /^(?:매주|매일|매월|격주)$/u.test(after?.text ?? '')) return 'W';
  // '로봇반은 별도 교재비 3만': what is paid besides.
  if (atom.text === '별도' && before?.code === 'V' && /비$/u.test(after?.text ?? '')) return 'F';
  // '22시 이후 A4 흑백 50원': sizes of paper label a price.
  if (/^[AB][3-5]$/u.test(atom.text) && /[Ucm]/.test(after?.code ?? '')) return 'U';
  if (atom.text === '정액' && after?.code === 'm') return 'U';
  // It labels no price behind it: '부품값 별도 공임 2만원부터'.
  if (atom.text === '별도' && /[FUw]/.test(after?.code ?? '') && before?.code !== 'm') return 'N';
  // What is said of a thing that costs by itself: '렌즈는 따로 계산'.
  if (before?.text === '따로' && PAID_APART.test(atom.text)) return 'G';
  // '중성화 안 한 아이', '처방 안 함'.
  if (/^[안못]$/u.test(before?.text ?? '')) {
    if (/^[가-힣]{0,3}[한된쓴판산온본준낸간은]$/u.test(atom.text) && after !== undefined) return 'z';
    if (/^(?:함|됨|감|옴|줌|봄|팜|삼|씀|뜸|[가-힣]음)$/u.test(atom.text)) return 'v';
  }
  // How what is bought from customers is paid: '당일 시세로 현금 지급', '감정 후 바로 입금'.
  if (
    PAID.test(atom.text) &&
    !/[Kb]/.test(after?.code ?? '') &&
    (before?.code === 'm' || PAID_HOW.test(before?.text ?? ''))
  )
    return 'G';
  if (atom.text === '적용' && /^(?:실비|보험|건보|급여|할인|쿠폰|카드)$/u.test(before?.text ?? ''))
    return 'G';
  // '여성 전용'; but '업소 전용 세제'.
  if (atom.text === '전용' && before !== undefined && !/[wj]/.test(after?.code ?? '')) return 'G';
  // '무료 입장': no hour of admission.
  if (atom.code === 'S' && atom.text === '입장' && before?.text === '무료') return 'F';
  // '신분증 꼭', '실내용 꼭': it must be brought.
  if (
    /^(?:꼭|필히|반드시)$/u.test(atom.text) &&
    /[wFj]/.test(before?.code ?? '') &&
    /^[dtnVm]?$/.test(after?.code ?? '')
  )
    return 'G';
  // '카드할인 중복 안됩니다', '쿠폰 중복 안돼요': what is refused is no offer.
  if (/[oO]/.test(atom.code) && /^(?:중복|적용|중복사용|중복적용|동시사용)$/u.test(after?.text ?? ''))
    return 'F';
  if (/^(?:중복|중복사용|중복적용|동시사용)$/u.test(atom.text) && after?.code === 'N') return 'F';
  // '매장은 동대문 평화시장 2층'
  if (/^(?:매장|가게|본점)[은는]$/u.test(atom.text) && /[aR]/.test(after?.code ?? '')) return 'Y';
  // '기존 쿠폰'; but '기존 9천원'
  if (atom.text === '기존' && after !== undefined && !/[ms#]/.test(after.code)) return 'z';
  // '원본파일은 별도 5천원'
  if (atom.text === '별도' && before?.code === 'V' && after?.code === 'm') return 'y';
  if (atom.text === '적용' && after?.code === 'N') return 'F';
  // '음료 1잔 필수 주문'
  if (before?.text === '필수' && /^(?:주문|구매|이용|예약|지참|착용)/u.test(atom.text)) return 'G';
  // '도어락 출장 설치 010-…': what is done is of the thing, and no label of the number.
  if (
    /^(?:출장|설치|수리|점검)$/u.test(atom.text) &&
    (before?.code === 'w' || before?.text === '출장') &&
    (after?.code === 'f' || /^(?:설치|수리|점검)$/u.test(after?.text ?? ''))
  )
    return 'w';
  // '조기 예약 10% 할인', '장기 주차 월 12만원'
  if (atom.text === '조기' && /^(?:예약|등록|신청|접수|구매|결제|입금)/u.test(after?.text ?? '')) return 'q';
  if (atom.text === '주차' && before?.code === 'w' && /[Um]/.test(after?.code ?? '')) return 'w';
  // '선물 포장 무료': nothing is given away with the sum before it.
  if (atom.text === '선물' && /^(?:포장|세트|박스|상자|바구니|용)/u.test(after?.text ?? '')) return 'F';
  // '어버이날 선물 바구니', '입학 선물 가방': for whom or when a thing is given.
  if (atom.text === '선물' && GIVEN_FOR.test(before?.text ?? '') && after?.code === 'w') return 'w';
  // '병 음료 3천원', '가죽 신발 5만원': a thing with what it is made of or sold in.
  if (THINGS.test(atom.text) && before?.code === 'w' && /[mc]/.test(after?.code ?? '')) return 'w';
  if (atom.text === '실비' && after !== undefined) return 'F';
  // '배송 불가 지역 많음'
  if (/^(?:불가|가능|제외|품절|포함)$/u.test(atom.text) && OF_WHICH.test(after?.text ?? '')) return 'z';
  // How to apply: '식사 제공 지원 문자 010-…'; but '기숙사 지원'.
  if (atom.text === '지원' && /[Lfl]/.test(after?.code ?? '') && !SUPPORT.test(before?.text ?? ''))
    return 'L';
  // '하루전 예약'
  if (
    atom.code === 'L' &&
    /\S전(?:까지)?$/u.test(before?.text ?? '') &&
    /^(?:예약|주문|신청|접수)$/u.test(atom.text)
  )
    return 'G';
  // '최저가 아님 대신 …' is no word of what is not meant.
  if (atom.text === '대신' && before?.code === 'N') return 'y';
  // '뚜껑은 따로 3천'.
  if (atom.text === '따로' && after?.code === 'm') return 'y';
  // '카톡 shop12'; what stands behind '문의' may be a brand.
  if (
    before?.code === 'L' &&
    (atom.code === 'j' || (atom.code === 'w' && after === undefined)) &&
    ACCOUNTS.test(before.text)
  )
    return 'i';
  if (atom.text === '그대로' && /[moOp]/.test(after?.code ?? '')) return 'b';
  // '산악회 회원 모집합니다'
  if (atom.code === 'K' && /^(?:회원|손님|고객)$/u.test(atom.text) && /[QW]/.test(after?.code ?? ''))
    return 'M';
  // '바다가 보이는 객실', '창가에서 마시는 커피': behind what it is done with, a verb and no topic.
  if (atom.code === 'V' && isVerbOf(atom, before, after)) return 'z';
  if (
    atom.text === '더' &&
    (/^(?:받|내|추가)/.test(after?.text ?? '') || (before?.code === 'm' && after?.code === 'v'))
  )
    return 'y';
  // '예약만', '현금만'
  if (/[FL]/.test(atom.code) && /만$/.test(atom.text) && !/[GNvoOpxmJI]/.test(after?.code ?? '')) return '!';
  // '떡집 옆으로 가요'
  if (atom.text === '가요' && /(?:으로|로|에)$/u.test(before?.text ?? '')) return 'v';
  // What a sum includes: '교재비포함 38만'.
  if (
    atom.code === 'G' &&
    after?.code === 'm' &&
    before?.code !== 'm' &&
    /^[가-힣]{2,8}(?:포함|별도)$/u.test(atom.text)
  )
    return 'U';
  if (
    atom.code === 'L' &&
    /[wcj]/.test(before?.code ?? '') &&
    /^(?:예약|주문)받(?:아요|습니다)/u.test(asSpelled(atom.text))
  )
    return 'W';
  // '가족사진 촬영 예약하세요'
  if (atom.code === 'L' && /[wj]/.test(before?.code ?? '') && after === undefined && ASKS.test(atom.text))
    return 'W';
  // '예약하기 네일아트'
  if (
    before === undefined &&
    /[wT]/.test(after?.code ?? '') &&
    /^(?:예약|주문|신청|문의)하기$/u.test(atom.text)
  )
    return 'W';
  // '직원 구해요 홀서빙': what is sought stands behind.
  if (before?.code === 'M' && after?.code === 'w' && SEEKS.test(atom.text)) return 'W';
  // Only for those of a kind, whatever stands before them: '크로스핏 신규만'.
  if (atom.code === '!' && ONLY_FOR.test(atom.text)) return 'e';
  if (atom.text === '기타' && /^(?:문의|사항|질문|비용|품목|안내)/.test(after?.text ?? '')) return 'q';
  // Somewhere else than the shop itself: 편의점 앞.
  if (atom.code === 'T' && (BESIDE.test(after?.text ?? '') || (after?.code === 'a' && after.text === '안')))
    return 'a';
  if (BESIDE.test(atom.text) && before?.code === 'T') return 'a';
  if (/^지참(?!시)/.test(atom.text) && after?.code !== 'K') return 'G';
  // '로드자전거 입고'
  if (atom.code === 'g' && before?.code === 'w' && after === undefined && /^재?입고/.test(atom.text))
    return 'W';
  if (atom.code === 'g' && before?.code === 'Q' && /^(?:재?입고|출시)/.test(atom.text)) return 'Q';
  if (atom.code === 'Q' && FINAL.test(atom.text)) return 'W';
  return undefined;
}
