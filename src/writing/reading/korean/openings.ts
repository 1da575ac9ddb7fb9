import type { Atom } from './atom.ts';
import { COPULA, connects, endsSentenceWith } from './endings.ts';

/** Classes of atoms that a statement can end with. */
const CLOSED = /[vmsoOpxGNCZJ]/;

/** Sums that something else is said of: '3만원 이상 배송은 …'. */
const FROM_A_SUM = /(?:이상|이하|미만|초과|넘게|에|으로)$/u;

/** Nouns that what stands before them says more of: '픽업 가능 시간은', '배송 불가 지역은'. */
const OF_WHICH =
  /^(?:시간|날짜|기간|지역|요일|품목|금액|가격|인원|횟수|곳|분|메뉴|상품|제품|차량|차종|기종|색상|사이즈|좌석|시간대|범위|여부|경우|것|건|거|데)(?:은|는|도|이|가|엔|에는)?$/u;

/** Verbs before a noun that end like a topic: '방문하시는', '사용하는'. */
const OF_A_NOUN =
  /(?:하|하시|오시|드시|가시|쓰시|보시|으시|주시|계시|되|있|없|않|받|찍|굽|만드|드리|어울리|보이|마시)는$/u;

const AFTERTHOUGHT = /(?:[이]?라|라서|여서|거든요|니까|때문에|이어서|이므로)$/u;

/** What is said to customers beside what is told. */
const COURTESY = /^(?:죄송|감사|고맙|양해|이해\s?부탁|미안)/u;

/** Words in an afterthought: '반품 안돼요 맞춤이라'. */
const MAX_AFTERTHOUGHT = 2;

/** Words that may say more of a topic before it. */
const MAX_BEFORE_TOPIC = 2;

const isTopic = (atom: Atom | undefined): boolean =>
  (atom?.code === 'V' && !OF_A_NOUN.test(atom.text)) ||
  (atom?.code === 'U' && /[가-힣][은는도]$/u.test(atom.text));

/** Whether a statement can be whole that ends with this atom. */
const closes = (atom: Atom): boolean =>
  (atom.code === 'e' && /만$/u.test(atom.text)) ||
  (atom.code === 't' && /^24\s?시간?$/u.test(atom.text)) ||
  (CLOSED.test(atom.code) &&
    !connects(atom.text) &&
    !/^(?:안|못)$|아니(?:고|구|라)$/u.test(atom.text) &&
    !(atom.code === 'm' && FROM_A_SUM.test(atom.text)));

/**
 * Marks where a statement of its own begins, though nothing stands between: behind the verb of a sentence, and with a topic
 * behind what is whole. Korean ends a sentence with its verb and begins one with what it speaks of; so nothing is read
 * across such a place.
 */
export const withOpenings = (atoms: readonly Atom[]): readonly Atom[] =>
  atoms.map((atom, at) => {
    // '3만원' + '실내포함 4.5만': of several sums each has its label before it.
    if (isLabel(atoms, at)) return { ...atom, code: 'U', opens: true };
    return at > 0 && opensAt(atoms, at) ? { ...atom, opens: true } : atom;
  });

const isLabel = (atoms: readonly Atom[], at: number): boolean =>
  /^[가-힣]{2,4}포함$/u.test(atoms[at]?.text ?? '') &&
  atoms[at - 1]?.code === 'm' &&
  atoms[at + 1]?.code === 'm' &&
  !/[GN]/.test(atoms[at + 2]?.code ?? '');

function opensAt(atoms: readonly Atom[], at: number): boolean {
  const before = atoms[at - 1];
  const atom = atoms[at];
  if (before === undefined || atom === undefined) return false;
  if (endsSentence(before, atoms, at) || endsName(before, atom)) return true;
  return (
    opensTopic(atoms, at) ||
    opensSecondTopic(atoms, at) ||
    opensDay(before, atom) ||
    opensCase(atoms, at) ||
    opensThing(atoms, at) ||
    // '전용기로만' + '지폐교환기 있어요'
    (before.code === '!' &&
      /(?:로|에서)만$/u.test(before.text) &&
      atom.code === 'w' &&
      EXISTS.test(atoms[at + 1]?.text ?? ''))
  );
}

/** 'X 안돼요' + 'Y …'; no number to call, and no reason that is given behind it. */
function endsSentence(before: Atom, atoms: readonly Atom[], at: number): boolean {
  // '서비스 리뷰 약속하시면요' + 'X는 …'
  if (before.code === 'K' && /면요$/u.test(before.text)) return true;
  if (!/[vGNCLW&]/.test(before.code) || !endsSentenceWith(before.text) || connects(before.text)) return false;
  // '요기요' is a name.
  if (before.code === 'L' && !/(?:[해돼되아어려세]요|니다)$/u.test(before.text)) return false;
  const next = atoms[at];
  if (next === undefined || /[flih]/.test(next.code)) return false;
  if (before.code === 'C' && /[dtn]/.test(next.code)) return false;
  // '죄송합니다' says nothing of its own; '학생증 없음 일반요금' ends with what is so then.
  if (COURTESY.test(next.text)) return false;
  const rest = atoms.slice(at);
  if (rest.length === 1 && next.code === 'w' && /음$/u.test(before.text)) return false;
  return !(rest.length <= MAX_AFTERTHOUGHT && AFTERTHOUGHT.test(rest.at(-1)?.text ?? ''));
}

const EXISTS = /^(?:있|없)(?:어요|습니다|음|네요|고요|구요)/u;

/** A thing counted, of which nothing more is said: '당일 30분', '3가지 질문'. */
const isCounted = (atoms: readonly Atom[], at: number): boolean => {
  const [two, one] = [atoms[at - 2], atoms[at - 1]];
  if (one?.code === 'c') return /[wFVUbcq]/.test(two?.code ?? '');
  return one?.code === 'w' && two?.code === 'c' && /(?:가지|회|번|곡|시간)$/u.test(two.text);
};

/** '3천' + '주문하면 15분 걸려요', '2개' + '비오면 안나와요': in which case something is so that is no reward. */
function opensCase(atoms: readonly Atom[], at: number): boolean {
  const before = atoms[at - 1];
  const from = atoms[at]?.code === 'w' ? at + 1 : at;
  if (before === undefined || !/면$/u.test(atoms[from]?.text ?? '') || atoms[from]?.code !== 'K')
    return false;
  if (/소진(?:시)?까지$/u.test(before.text)) return true;
  const price =
    /[mk]/.test(before.code) && !FROM_A_SUM.test(before.text) && /[wUq]/.test(atoms[at - 2]?.code ?? '');
  const count =
    (before.code === 'c' && atoms[at - 2]?.code === 'V') ||
    (before.code === 'e' && /까지$/u.test(before.text));
  if (!price && !count) return false;
  const rest = atoms.slice(from + 1, from + 1 + REACH);
  const end = rest.findIndex(({ code, text }) => /[vGN]/.test(code) && endsSentenceWith(text));
  return (
    end >= 0 &&
    !rest.slice(0, end).some(({ code }) => /[oOIJxpmk]/.test(code)) &&
    !GIVEN.test(rest[end]?.text ?? '')
  );
}

/** What is given or taken off in that case: no statement of its own. */
const GIVEN = /(?:드려요|드립니다|드림|빼드|깎아|할인|줘요)/u;

/** Most words from a case to what is so then. */
const REACH = 4;

/** '염색은 1월부터' + '컷 18000': when a topic is, and another thing with its price. */
function opensThing(atoms: readonly Atom[], at: number): boolean {
  const [time, thing, next] = [atoms[at - 1], atoms[at], atoms[at + 1]];
  return (
    /[dt!]/.test(time?.code ?? '') &&
    /(?:부터|까지만?|만)$/u.test(time?.text ?? '') &&
    isTopic(atoms[at - 2]) &&
    /[wF]/.test(thing?.code ?? '') &&
    (next?.code === 'm' || (next?.code === 'c' && atoms[at + 2]?.code === 'm'))
  );
}

/** '겨울특강인데' + '예비중1 대상이고' + '주3회 …': what something is, in a noun. */
const endsName = (before: Atom, atom: Atom): boolean =>
  before.code === 'w' && COPULA.test(before.text) && !/[vbGN]/.test(atom.code);

/** A topic, with a word or two that say more of it, behind what is whole. */
function opensTopic(atoms: readonly Atom[], at: number): boolean {
  const before = atoms[at - 1];
  if (before === undefined) return false;
  if (isCounted(atoms, at)) return isTopic(atoms[at]) && !OF_WHICH.test(atoms[at]?.text ?? '');
  if (!closes(before)) return false;
  for (let to = at; to <= at + MAX_BEFORE_TOPIC; to++) {
    const atom = atoms[to];
    if (atom === undefined) return false;
    if (isTopic(atom)) return !OF_WHICH.test(atom.text) && !(to === at && /[oOpx]/.test(before.code));
    if (!/[wFLjznU]/.test(atom.code)) return false;
  }
  return false;
}

/**
 * '콩은 파주산' + '비지는 …', '취소는 3일전까지' + '25일 수령은 …': what is told of a topic in a noun ends where another begins, with
 * the time that stands before it.
 */
function opensSecondTopic(atoms: readonly Atom[], at: number): boolean {
  const timed = isTime(atoms[at]) && isTopic(atoms[at + 1]);
  if (!timed && !(isTopic(atoms[at]) && /[wjFL]/.test(atoms[at - 1]?.code ?? ''))) return false;
  let from = at - 1;
  while (from > at - 4 && IN_A_NOUN.test(atoms[from]?.code ?? '') && !LEADS.test(atoms[from]?.text ?? ''))
    from -= 1;
  return from < at - 1 && isTopic(atoms[from]);
}

const IN_A_NOUN = /[wjFLndtcq]/;

const LEADS = /[가-힣](?:이|가|랑|의)$/u;

const isTime = (atom: Atom | undefined): boolean => atom !== undefined && /[ndtc]/.test(atom.code);

/** Hours from when to when, and those of another day. */
const opensDay = (before: Atom, atom: Atom): boolean =>
  before.code === 't' &&
  /(?:\d\S{0,3}\s?[~∼–-]\s?\D{0,4}\d.*|까지만?)$/u.test(before.text) &&
  /[dn]/.test(atom.code) &&
  /(?:[은는엔]|에는)$/u.test(atom.text);
