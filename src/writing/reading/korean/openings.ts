import type { Atom } from './atom.ts';
import { connects, isFinite } from './endings.ts';

/** Classes of atoms that a statement can end with. */
const CLOSED = /[vmsoOpxGNCZJ]/;

/** Sums that something else is said of: '3만원 이상 배송은 …'. */
const FROM_A_SUM = /(?:이상|이하|미만|초과|넘게|에|으로)$/u;

/** Nouns that what stands before them says more of: '픽업 가능 시간은', '배송 불가 지역은'. */
const OF_WHICH =
  /^(?:시간|날짜|기간|지역|요일|품목|금액|가격|인원|횟수|곳|분|메뉴|상품|제품|차량|차종|기종|색상|사이즈|좌석|시간대|범위|여부|경우|것|건|거|데)(?:은|는|도|이|가|엔|에는)?$/u;

/** Verbs before a noun that end like a topic: '방문하시는', '사용하는'. */
const OF_A_NOUN = /[하시되오가리기지주보내받찍먹쓰굽파만드있없나여]는$/u;

const AFTERTHOUGHT = /(?:[이]?라|라서|여서|거든요|니까|때문에|이어서|이므로)$/u;

/** What is said to customers beside what is told. */
const COURTESY = /^(?:죄송|감사|고맙|양해|이해\s?부탁|미안)/u;

/** Words in an afterthought: '반품 안돼요 맞춤이라'. */
const MAX_AFTERTHOUGHT = 2;

/** Words that may say more of a topic before it. */
const MAX_BEFORE_TOPIC = 2;

const isTopic = (atom: Atom | undefined): boolean => atom?.code === 'V' && !OF_A_NOUN.test(atom.text);

/** Whether a statement can be whole that ends with this atom. */
const closes = (atom: Atom): boolean =>
  CLOSED.test(atom.code) && !connects(atom.text) && !(atom.code === 'm' && FROM_A_SUM.test(atom.text));

/**
 * Marks where a statement of its own begins, though nothing stands between: behind the verb of a sentence, and with a topic
 * behind what is whole. Korean ends a sentence with its verb and begins one with what it speaks of; so nothing is read
 * across such a place.
 */
export const withOpenings = (atoms: readonly Atom[]): readonly Atom[] =>
  atoms.map((atom, at) => (at > 0 && opensAt(atoms, at) ? { ...atom, opens: true } : atom));

function opensAt(atoms: readonly Atom[], at: number): boolean {
  const before = atoms[at - 1];
  const atom = atoms[at];
  if (before === undefined || atom === undefined) return false;
  if (endsSentence(before, atoms, at)) return true;
  return opensTopic(atoms, at) || opensSecondTopic(atoms, at) || opensDay(before, atom);
}

/** 'X 안돼요' + 'Y …'; no number to call, and no reason that is given behind it. */
function endsSentence(before: Atom, atoms: readonly Atom[], at: number): boolean {
  if (!/[vGNC&]/.test(before.code) || !isFinite(before.text) || connects(before.text)) return false;
  const next = atoms[at];
  if (next === undefined || /[flih]/.test(next.code)) return false;
  if (before.code === 'C' && /[dtn]/.test(next.code)) return false;
  // '죄송합니다' says nothing of its own; '학생증 없음 일반요금' ends with what is so then.
  if (COURTESY.test(next.text)) return false;
  const rest = atoms.slice(at);
  if (rest.length === 1 && next.code === 'w' && /음$/u.test(before.text)) return false;
  return !(rest.length <= MAX_AFTERTHOUGHT && AFTERTHOUGHT.test(rest.at(-1)?.text ?? ''));
}

/** A topic, with a word or two that say more of it, behind what is whole. */
function opensTopic(atoms: readonly Atom[], at: number): boolean {
  const before = atoms[at - 1];
  if (before === undefined || !closes(before)) return false;
  for (let to = at; to <= at + MAX_BEFORE_TOPIC; to++) {
    const atom = atoms[to];
    if (atom === undefined) return false;
    if (isTopic(atom)) return !OF_WHICH.test(atom.text) && !(to === at && /[oOpx]/.test(before.code));
    if (!/[wFLjznU]/.test(atom.code)) return false;
  }
  return false;
}

/** '콩은 파주산' + '비지는 …': what is told of a topic in a noun ends where another begins. */
function opensSecondTopic(atoms: readonly Atom[], at: number): boolean {
  if (!isTopic(atoms[at])) return false;
  let from = at - 1;
  while (
    from > at - 4 &&
    /[wjFL]/.test(atoms[from]?.code ?? '') &&
    !/[가-힣](?:이|가|랑|의)$/u.test(atoms[from]?.text ?? '')
  )
    from -= 1;
  return from < at - 1 && isTopic(atoms[from]);
}

/** Hours from when to when, and those of another day. */
const opensDay = (before: Atom, atom: Atom): boolean =>
  before.code === 't' &&
  /(?:\d\s?[~∼–-]\s?\D{0,4}\d.*|까지만?)$/u.test(before.text) &&
  /[dn]/.test(atom.code) &&
  /(?:[은는엔]|에는)$/u.test(atom.text);
