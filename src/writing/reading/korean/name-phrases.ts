import type { StatementKind } from '../../../ad/statement.ts';
import { asSpelled, INTRODUCED } from '../../../language/spoken-endings.ts';
import type { Segment } from '../statements/segment.ts';
import type { Atom } from './atom.ts';
import { COPULA, connects } from './endings.ts';
import { isPlaceWord, KEEPER } from './trade-words.ts';
import { DETERMINER } from './word-classes.ts';

/** What a trade deals in that has no name of its own: with the trade's word it is the product ('요가원 새벽반'). */
const OF_THE_TRADE =
  /^(?:[가-힣0-9]{0,6}반|클래스|원데이|수업|강습|레슨|코스|과정|특강|회원권?|[가-힣0-9]{0,4}회권|[가-힣]{0,4}이용권|정기권|패키지|체험|체험권|정기권|월|상담|예약|메뉴|점심|저녁|런치|디너|코스요리|정식|세트|서비스|기프트카드|상품권|공간|룸|좌석|대관|단체|회식|모임|이용|관람|입장권|티켓|할인권|쿠폰|신규|등록|견학|투어)$/u;

/** Words that name nothing that is sold. */
const NAMELESS = /^[gULFGENKPcedntqSYAOoXZyvbVCpxs#>]+$/;

/**
 * The names among words that nothing else holds: the trade's word before or behind them, the product, and what is said
 * of it. Every atom stands in one of the segments.
 */
export function namePhrases(
  all: readonly Atom[],
  endsThing: (atom: Atom) => boolean = () => false,
): readonly Segment[] {
  if (all.length === 0) return [];
  const segments: Segment[] = [];
  const timed = timesBefore(all);
  if (timed > 0) segments.push(segmentOf('schedule', all.slice(0, timed)));
  const atoms = all.slice(timed);
  const lead = leadingTrade(atoms, endsThing);
  if (lead > 0) segments.push(segmentOf('trade', atoms.slice(0, lead)));
  const later = lead > 0 ? timesBefore(atoms.slice(lead)) : 0;
  if (later > 0) segments.push(segmentOf('schedule', atoms.slice(lead, lead + later)));
  const rest = atoms.slice(lead + later);
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
  const told = CAUSE.test(named.at(-1)?.text ?? '') ? 0 : sentenceFrom(named, endsThing);
  if (told > 0) segments.push(segmentOf('product', named.slice(0, told)));
  if (told < named.length) segments.push(segmentOf('description', named.slice(told)));
  if (tail > 0) segments.push(segmentOf('trade', rest.slice(-tail)));
  return segments;
}

/** Why something is so: '아버지 생신이라'. */
const CAUSE = /(?:[가-힣]이라|라서|때문에|관계로|사정상|느라)$/u;

/** When something is, before its name: '오늘 꼬막비빔밥', '비 오는 날엔 녹두전'. */
const isTimeBefore = ({ code, text }: Atom): boolean =>
  code === 'n' && /^(?:오늘|내일|모레|금일|지금|이번주|다음주|(?:비|눈)\s?오는\s?날\S{0,2})$/u.test(text);

/** How many atoms say so. Before what says more of the name they say more of that: '오늘 새벽 따온 딸기'. */
function timesBefore(atoms: readonly Atom[]): number {
  const at = atoms.findIndex((atom) => !isTimeBefore(atom));
  return at > 0 && /[wj]/.test(atoms[at]?.code ?? '') ? at : 0;
}

/** Names that are only a shop's. */
const SHOP =
  /(?:점|집|가게|샵|숍|상점|마트|시장|상회|카페|식당|학원|교습소|체육관|미용실|약국|병원|의원|치과|사무실|사무소|트럭|포장마차|노점|가판대|좌판|공장)$/u;

/** How many atoms at the beginning name the trade alone. */
function leadingTrade(atoms: readonly Atom[], endsThing: (atom: Atom) => boolean): number {
  let last = -1;
  for (let at = 0; at < Math.min(3, atoms.length); at++)
    if (
      atoms[at]?.code === 'T' &&
      (at === 0 ||
        SHOP.test((atoms[at]?.text ?? '').replace(INTRODUCED, '')) ||
        KEEPER.test(atoms[at]?.text ?? ''))
    )
      last = at;
  if (last < 0 || (last === 0 && isOfUse(atoms))) return 0;
  const next = atoms.slice(last + 1);
  if (next.length === 0) return atoms.every(({ code }) => code === 'T') ? atoms.length : 0;
  const own =
    next.every(({ text }) => OF_THE_TRADE.test(text)) ||
    // What is done is named with what more is said of it: '필라테스 기구'.
    (last === 0 && !isPlaceWord(atoms[0]?.text ?? '') && !next.some(endsThing));
  return own ? 0 : last + 1;
}

/** Where something is used or somebody is sent, before its name, and no shop: '사무실 책상', '식당 이모님 파견'. */
const isOfUse = ([where, ...rest]: readonly Atom[]): boolean =>
  rest.length > 0 &&
  (/^(?:사무실|공장|학교|교회|상가)$/u.test(where?.text ?? '') ||
    /^(?:파견|소개|인력|알선)$/u.test(rest.at(-1)?.text ?? ''));

const CHEAPLY = /^(?:싸게|저렴하게|저렴히|급하게|급히|헐값에)$/u;

/** How a sentence about where to go and when to come ends. */
export const MOTION =
  /(?:갑니다|가요|옵니다|와요|오세요|옮깁니다|옮겨요|봬요|뵈요|뵐게요|뵙겠습니다|뵙니다|만나요|엽니다|열어요|닫습니다|닫아요)$/u;

const LEADS = /(?:으로|로|에서|에)$/u;

/** Where a sentence about the product begins; the number of atoms where none does. */
function sentenceFrom(atoms: readonly Atom[], endsThing: (atom: Atom) => boolean): number {
  const verb = atoms.at(-1);
  if (verb?.code !== 'v') return atoms.length;
  // '튤립 섞은거고요' says what something is.
  if (/[거것](?:고요|구요|예요|에요|이에요|입니다|든요)$/u.test(verb.text)) return 0;
  // It names no thing yet, only that one is sold: '폰 싸게 팝니다 아이폰15 …'.
  if (atoms.slice(1).some(({ text }) => CHEAPLY.test(text)))
    // '냉장고 이사 때문에 급하게 팔아요'
    return atoms[0] !== undefined && endsThing(atoms[0]) && atoms[1]?.code === 'b' ? 1 : 0;
  if (MOTION.test(verb.text) && LEADS.test(atoms.at(-2)?.text ?? '') && !atoms.some(endsThing)) return 0;
  const from = atoms.findIndex(({ code }, index) => index > 0 && /[yVb]/.test(code));
  if (atoms[0] !== undefined && /[yVbz]/.test(atoms[0].code)) return 0;
  // A time that something is done before or behind names nothing sold: '졸업 사진 전에 머리하세요'.
  if (/^(?:전에|후에|위해|때)$/.test(atoms[from]?.text ?? '')) return 0;
  // '굴이 통영에서 매일 올라와요' tells of what is known, and names nothing.
  if (
    from > 0 &&
    /[가-힣][이가]$/u.test(atoms[0]?.text ?? '') &&
    atoms[0] !== undefined &&
    !endsThing(atoms[0]) &&
    atoms.length > 2
  )
    return 0;
  // '자전거' + '아이가 커서 내놓아요', '속눈썹 펌' + '화장 지우고 오세요': a verb that leads on has what it is done to before it.
  if (from > 0 && atoms[from]?.code === 'b' && connects(atoms[from]?.text ?? ''))
    return from > 1 && /[wjFL]/.test(atoms[from - 1]?.code ?? '')
      ? from - 1
      : from > 1
        ? from
        : atoms[0] !== undefined && endsThing(atoms[0])
          ? 1
          : 0;
  if (from >= 0) return from;
  // '속눈썹 펌 화장 지우고 오세요': what is done first has an object of its own.
  if (atoms.length > 3 && /[가-힣](?:고|서)$/u.test(atoms.at(-2)?.text ?? '')) return atoms.length - 3;
  if (DONE_WITH.test(asSpelled(verb.text.replace(/[!~.]{1,8}$/u, '')))) return atoms.length - 1;
  // '사장이 미쳤어요' tells of nothing that is sold.
  const [who] = atoms;
  const tells =
    atoms.length === 2 && who !== undefined && /[이가]$/u.test(who.text) && !ARRIVES.test(verb.text);
  return tells && !endsThing(who) ? 0 : atoms.length;
}

const ARRIVES = /나왔|들어왔|도착|입고|출시|돌아왔|생겼/u;

/** What a shop does with what it names before, or asks customers to do with it: 'X 팝니다', 'X 드세요'. */
const DONE_WITH =
  /^(?:팝니다|팔아요|판매합니다|판매해요|판매중입니다|삽니다|사요|매입합니다|매입해요|구합니다|구해요|모십니다|뽑습니다|뽑아요|찾습니다|드세요|드셔보세요|먹어보세요|[가-힣]{1,3}보세요|잡숴보세요|맛보세요|오세요|만나보세요|즐기세요|빌려드려요|빌려드립니다|해드려요|해드립니다|갈아요|갈아드려요|갈아드립니다|고쳐요|고칩니다|고쳐드려요|고쳐드립니다|달아드려요|바꿔드려요|바꿔요|뚫어요|뚫어드려요|나왔어요|나왔습니다|들어왔어요|들어왔습니다|있어요|있습니다)$/u;

function segmentOf(kind: StatementKind, atoms: readonly Atom[]): Segment {
  const start = atoms[0]?.start ?? 0;
  const last = atoms.at(-1);
  const end = last?.end ?? start;
  // '겨울특강인데' names a '겨울특강'.
  const copula =
    kind === 'product' && COPULA.test(last?.text ?? '')
      ? /(?:인데요?|이고요?|이구요?)$/u.exec(last?.text ?? '')
      : null;
  return copula === null
    ? { kind, start, end }
    : { kind, start, end, said: { start, end: end - copula[0].length } };
}
