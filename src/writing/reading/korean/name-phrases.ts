import type { StatementKind } from '../../../ad/statement.ts';
import type { Segment } from '../statements/segment.ts';
import type { Atom } from './atoms.ts';
import { DETERMINER } from './word-classes.ts';

/** What a trade deals in that has no name of its own: with the trade's word it is the product ('요가원 새벽반'). */
const OF_THE_TRADE =
  /^(?:[가-힣0-9]{0,6}반|클래스|원데이|수업|강습|레슨|코스|과정|특강|회원권?|[가-힣0-9]{0,4}회권|[가-힣]{0,4}이용권|정기권|패키지|체험|체험권|정기권|월|상담|예약|메뉴|점심|저녁|런치|디너|코스요리|정식|세트|서비스|기프트카드|상품권|공간|룸|좌석|대관|단체|회식|모임|이용|관람|입장권|티켓|할인권|쿠폰|신규|등록|견학|투어)$/u;

/** Words that name nothing that is sold. */
const NAMELESS = /^[gULFGENKcedntqSYAOoXZyvbVCpxs#>]+$/;

/**
 * The names among words that nothing else holds: the trade's word before or behind them, the product, and what is said
 * of it. Every atom stands in one of the segments.
 */
export function namePhrases(atoms: readonly Atom[]): readonly Segment[] {
  if (atoms.length === 0) return [];
  const lead = leadingTrade(atoms);
  const rest = atoms.slice(lead);
  const segments: Segment[] = [];
  if (lead > 0) segments.push(segmentOf('trade', atoms.slice(0, lead)));
  if (rest.length === 0) return segments;
  const tail =
    rest.length > 1 && lead === 0 && rest.at(-1)?.code === 'T' && SHOP.test(rest.at(-1)?.text ?? '') ? 1 : 0;
  const named = rest.slice(0, rest.length - tail);
  // '저희 가게', '새'
  if (named.every(({ text }) => DETERMINER.test(text)))
    return [...segments, segmentOf(tail > 0 ? 'trade' : 'description', rest)];
  if (NAMELESS.test(named.map(({ code }) => code).join(''))) {
    segments.push(segmentOf(/^L+$/.test(named[0]?.code ?? '') ? 'contact' : 'description', named));
    return tail > 0 ? [...segments, segmentOf('trade', rest.slice(-tail))] : segments;
  }
  const told = sentenceFrom(named);
  if (told > 0) segments.push(segmentOf('product', named.slice(0, told)));
  if (told < named.length) segments.push(segmentOf('description', named.slice(told)));
  if (tail > 0) segments.push(segmentOf('trade', rest.slice(-tail)));
  return segments;
}

/** Names that are only a shop's. */
const SHOP = /(?:점|집|가게|샵|숍|상점|마트|시장|상회|카페|식당)$/u;

/** How many atoms at the beginning name the trade alone. */
function leadingTrade(atoms: readonly Atom[]): number {
  let last = -1;
  for (let at = 0; at < Math.min(3, atoms.length); at++)
    if (atoms[at]?.code === 'T' && (at === 0 || SHOP.test(atoms[at]?.text ?? ''))) last = at;
  if (last < 0) return 0;
  const next = atoms.slice(last + 1);
  if (next.length === 0) return last === 0 ? 1 : 0;
  const own = next.every(({ text }) => OF_THE_TRADE.test(text));
  return own ? 0 : last + 1;
}

const CHEAPLY = /^(?:싸게|저렴하게|저렴히|급하게|급히|헐값에)$/u;

/** Where a sentence about the product begins; the number of atoms where none does. */
function sentenceFrom(atoms: readonly Atom[]): number {
  if (atoms.at(-1)?.code !== 'v') return atoms.length;
  // It names no thing yet, only that one is sold: '폰 싸게 팝니다 아이폰15 …'.
  if (atoms.slice(1).some(({ text }) => CHEAPLY.test(text))) return 0;
  const from = atoms.findIndex(({ code }, index) => index > 0 && /[yVb]/.test(code));
  if (atoms[0] !== undefined && /[yVbz]/.test(atoms[0].code)) return 0;
  // A time that something is done before or behind names nothing sold: '졸업 사진 전에 머리하세요'.
  if (/^(?:전에|후에|위해|때)$/.test(atoms[from]?.text ?? '')) return 0;
  return from < 0 ? (atoms.length === 1 ? 0 : atoms.length) : from;
}

function segmentOf(kind: StatementKind, atoms: readonly Atom[]): Segment {
  const start = atoms[0]?.start ?? 0;
  return { kind, start, end: atoms.at(-1)?.end ?? start };
}
