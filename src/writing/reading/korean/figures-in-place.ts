import type { Atom } from './atom.ts';

const CAPACITY = /^\d{1,4}\s?(?:기가|테라|GB|TB)$/iu;

/** What a share of is neither an offer nor good news. */
const NO_REDUCTION =
  /(?:효율|함량|함유|수수료|위약금|도수|농도|순도|습도|금리|이율|이자|할증|공제|계약금|예약금|선금|잔금|카카오|과즙|배터리|완충|파과|당첨|당첨률|합격률|만족도|성공률|습도|함수율)(?:은|는|이|가)?$/u;

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

/** What class figures have where they stand: sums, counts, sizes, shares. Undefined where the place changes nothing. */
export function figureInPlace(
  atom: Atom,
  before: Atom | undefined,
  after: Atom | undefined,
): string | undefined {
  // Of sizes in a row: '270 275만 남음'.
  if (atom.code === '#' && /^\d{2,3}$/.test(atom.text) && /^\d{2,3}만$/.test(after?.text ?? '')) return 'c';
  // How large the place is: '1층 18평'.
  if (atom.code === 'c' && before?.code === 'a' && /평$/u.test(atom.text)) return 'a';
  // '1층이면', '3명이면'
  if (atom.code === 'c' && /이?면$/u.test(atom.text)) return 'K';
  // '275만 남음': sizes, and no sum.
  if (
    /[mc]/.test(atom.code) &&
    /만$/.test(atom.text) &&
    /^(?:남(?!자|성|편|녀|매|동|산|방)|있|가능|됩|돼|해당)/.test(after?.text ?? '')
  )
    return 'e';
  // A thing that a plus adds to a count is of the price behind it: '3시간 + 라면 12,000원'.
  if (atom.text === '+' && before?.code === 'c' && /[wU]/.test(after?.code ?? '')) return 'U';
  if (atom.code === 'w' && before?.text === '+' && after?.code === 'm') return 'U';
  // '6,500원에서 4,900원으로': the former price.
  if (atom.code === 'm' && after?.code === 'm' && /에서$/.test(atom.text)) return 's';
  // '5만원 넘으면 무배'
  if (atom.code === 'm' && after?.code === 'K' && AMOUNTS.test(after.text)) return 'k';
  if (atom.code === 'm' && /(?:이상|이하|미만|이내)$/.test(atom.text)) return 'k';
  // '배달은 3천원 더 받아요': it costs more.
  if (atom.text === '하나' && (before?.code === 'o' || (before?.code === 'w' && after?.code === 'm')))
    return 'c';
  // A share that something is said of is none that is taken off: '파과 5%는 이해부탁'.
  if (atom.code === 'p' && /[은는]$/u.test(atom.text)) return 'V';
  // '100% 예약제', '면 100%': nothing is taken off.
  if (atom.code === 'p' && /^\s?100\s?%$/u.test(atom.text) && !/[oOJ]/.test(after?.code ?? ''))
    return after === undefined || /[dtmn]/.test(after.code) ? 'G' : 'q';
  // At which share something is bought: '액면가 95%로 송금'; but '30%로 할인'.
  if (atom.code === 'p' && /로$/u.test(atom.text) && !/[oOJ]/.test(after?.code ?? '')) return 'b';
  if (/^(?:시세|감정가|시가)$/u.test(atom.text) && after?.code === 'p' && /로$/u.test(after.text)) return 'P';
  // In ten thousands: '네일 5.5', '단품 6.9 세트 9.4'.
  if (atom.code === '#' && isInTenThousands(atom, before, after)) return 'm';
  // What a thing holds is of its name: 아이폰15 128기가.
  if (/[wj]/.test(before?.code ?? '') && CAPACITY.test(atom.text)) return 'w';
  // A share that is no reduction: 수수료 50%, 배터리 효율 92%.
  if (atom.code === 'p' && NO_REDUCTION.test(before?.text ?? '')) return 'G';
  // Figures with a word grown to them, and figures said in words, count what is sold before a price: 4본, 한 드럼.
  if (
    !/[dt]/.test(atom.code) &&
    /[mk]/.test(after?.code ?? '') &&
    /^\d{1,4}(?:\.\d)?[가-힣A-Za-z]{1,3}$/u.test(atom.text)
  )
    return 'c';
  if (atom.code === 'w' && /^\d{1,4}[가-힣]$/u.test(atom.text)) return 'c';
  // Sizes label a price; letters with a figure or more of them are a model or a course: FM2, PT.
  if (
    /[wj]/.test(atom.code) &&
    /[mc!]/.test(after?.code ?? '') &&
    /^(?:[A-Z]|X{1,3}L|SS|LK|CK)$/.test(atom.text)
  )
    return 'U';
  if (atom.code === 'c' && /(?:부터|이상|이하|미만|이내|까지|까지만|한정|만)$/.test(atom.text)) return 'e';
  return undefined;
}
