import type { Atom } from './atom.ts';

/** Whether '무료' stands before what it gives: 무료 체험; not behind it: 견적 무료, 각인 무료. */
function isGivenBehind(before: Atom | undefined, after: Atom | undefined): boolean {
  if (!(/[FLUw]/.test(after?.code ?? '') || after?.text === '입장') || /[FLUcj]/.test(before?.code ?? ''))
    // '난 한 장 무료 리필'
    return before?.code === 'c' && after?.text === '리필';
  return before?.code !== 'w' || GIVEN.test(after?.text ?? '');
}

/** What shops give for nothing. */
const GIVEN =
  /(?:상담|체험|주차|배송|배달|견적|시식|시음|설치|수거|점검|검사|진단|리필|대여|셔틀|픽업|강의|특강|수업|매칭|시술|관리|샘플|교체|입장|관람|음료|포장|각인|세차|부착|교정|수선|세팅|발송|업데이트)/u;

/** What class words for gifts, reductions and what is added have where they stand. Undefined where the place changes nothing. */
export function giftInPlace(
  atom: Atom,
  before: Atom | undefined,
  after: Atom | undefined,
): string | undefined {
  // '안시 서비스로 한마리 드림'
  if (after?.code === 'c' && /^(?:서비스|덤|공짜|무료|사은품)으?로$/u.test(atom.text)) return 'o';
  // '자차는 2만원 싸게'
  if (before?.code === 'm' && /^(?:싸게|저렴하게|저렴히|깎아\S{1,4}|빼\S{2,4})$/u.test(atom.text)) return 'O';
  // It is bought and sold, and given to nobody: '상품권 매입'.
  if (
    /^(?:상품권|쿠폰|교환권)$/.test(atom.text) &&
    /^(?:매입|판매|삽니다|팝니다|현금화|구매)/.test(after?.text ?? '')
  )
    return 'w';
  // What is not taken is no gift: '쿠폰 사용 불가'.
  if (atom.text === '쿠폰' && /^(?:사용|이용|적용)/.test(after?.text ?? '')) return 'F';
  // It is of the name: '조개구이 무한리필'.
  if (/^(?:무한리필|무제한)$/.test(atom.text) && before?.code === 'w' && !/[mpo]/.test(after?.code ?? ''))
    return 'w';
  if (atom.text === '마감' && /^(?:할인|세일|특가)/.test(after?.text ?? '')) return 'q';
  // '특가 20% 할인' is one offer; '특가 9,900원' is a price.
  if (/^(?:특가|할인가|행사가)$/.test(atom.text) && /[px]/.test(after?.code ?? '')) return 'q';
  // What is for nothing stands before it: 무료 체험; or behind: 견적 무료.
  if (atom.text === '무료' && isGivenBehind(before, after)) return 'I';
  // It says what is for nothing itself: 무료배송.
  if (atom.code === 'o' && /^무료.|.무료$/.test(atom.text)) return 'J';
  // '사다리차 필요시 추가'
  if (atom.text === '추가' && before?.code === 'K' && !/[moOpxI]/.test(after?.code ?? '')) return 'E';
  if (atom.text === '추가' && after?.code === '#') return 'U';
  // '새우 1마리 추가 2,500원'
  if (atom.text === '추가' && /[ce]/.test(before?.code ?? '') && after?.code === 'm') return 'U';
  if (atom.text === '추가' && /[mkpce]/.test(before?.code ?? '') && !/^무료/.test(after?.text ?? ''))
    return 'E';
  if (/[ou]/.test(atom.code) && after?.code === 'm' && /^무(?:제한|한리필)$/.test(atom.text)) return 'U';
  return undefined;
}
