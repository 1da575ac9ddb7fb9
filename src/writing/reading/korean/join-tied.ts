import type { Atom } from './atom.ts';
import { connects, endsSentenceWith } from './endings.ts';
import { joinedOf } from './join-pieces.ts';
import type { Piece } from './piece.ts';

/** Subjects before a verb that leads on: '원장님이 손목을 다쳐서'. */
const SUBJECT = /(?<=[가-힣]{2})(?:이|가|은|는|도)$/u;

/** Pieces before which the product may be named: who speaks, and a greeting. */
const MAX_LEAD = 2;

const OPEN = /[byzVndt]/;

/** Kinds that stand for themselves, whatever leads to them. */
const APART: readonly string[] = ['contact', 'place', 'price'];

/**
 * Whether a piece ends with a verb that leads on to another, with a time that something is said of, or with whom or what a
 * verb behind it speaks of: '주문이' + '많아서 …'.
 */
const isTied = ({ atoms, bindsNext }: Piece, next: Piece, endsThing: (atom: Atom) => boolean): boolean => {
  const last = atoms.at(-1);
  if (last === undefined || bindsNext === true) return false;
  // '25일' + '수령은 오전만'
  const isTimed = atoms[0]?.opens === true && /^[dtcn]+$/.test(atoms.map(({ code }) => code).join(''));
  if (isTimed && next.atoms[0]?.code === 'V') return true;
  const isSubject =
    last.code === 'w' && /[가-힣][이가]$/u.test(last.text) && !endsThing(last) && takesSubject(next);
  // '헬스장이' + '12월 20일부로 문을 닫습니다'
  const isShop = last.code === 'T' && /[가-힣][이가]$/u.test(last.text) && endsToldly(next);
  // '이번주 토욜' + '결혼식 주문이 많아서 …'
  const isWhen =
    /^[nd]+$/.test(atoms.map(({ code }) => code).join('')) &&
    next.atoms.slice(0, 2).some(({ code, text }) => code === 'w' && SUBJECT.test(text)) &&
    next.atoms.slice(0, 3).some(({ code, text }) => code === 'b' && connects(text));
  // '3주' + '걸리고 …', '평일' + '무료로 쓰고 …'
  const isAdverb =
    /[ctdn]/.test(last.code) &&
    next.atoms[0]?.code === 'b' &&
    next.atoms.slice(0, 2).some(({ text }) => connects(text));
  return (
    (last.code === 'b' && connects(last.text)) ||
    isTimeTopic(last) ||
    isSubject ||
    isShop ||
    isAdverb ||
    isWhen
  );
};

/** Whether something is said that ends with its verb. */
const endsToldly = ({ atoms, kind }: Piece): boolean =>
  kind !== 'price' && endsSentenceWith(atoms.at(-1)?.text ?? '');

/** Whether words begin with a verb that leads on, or with where or to what something is done and end with the verb. */
const takesSubject = ({ atoms }: Piece): boolean => {
  const [first] = atoms;
  const verb = atoms.at(-1);
  if (first === undefined || verb === undefined) return false;
  return (first.code === 'b' && (connects(first.text) || endsSentenceWith(verb.text))) || first.code === 'v';
};

const isTimeTopic = ({ code, text }: Atom): boolean =>
  /[dtcn]/.test(code) && /[가-힣](?:은|는|엔)$/u.test(text);

/** Where the phrase begins that a piece ends with and that leads on; what stands before it may name the product. */
function phraseFrom(atoms: readonly Atom[], endsThing: (atom: Atom) => boolean): number {
  let from = atoms.length - 1;
  while (from > 0) {
    const before = atoms[from - 1];
    if (before === undefined || !(OPEN.test(before.code) || SUBJECT.test(before.text))) break;
    from -= 1;
  }
  const before = atoms[from - 1];
  // '주문 많아서': the noun right before a verb is what it speaks of.
  if (from === atoms.length - 1 && before !== undefined && !endsThing(before)) from -= 1;
  // '결혼식 주문이 많아서': a noun says more of the one behind it.
  while (
    from > 0 &&
    /[wn]/.test(atoms[from - 1]?.code ?? '') &&
    from > 1 &&
    !endsThing(atoms[from - 1] as Atom)
  )
    from -= 1;
  return from;
}

/**
 * Joins what leads on to what it leads to, whatever that is: '결혼식 주문이 많아서' + '개인주문은 …', '12월 한달은' + '컷만
 * 합니다'. No statement ends with a verb that another must follow.
 */
export const joinTied = (pieces: readonly Piece[], endsThing: (atom: Atom) => boolean): readonly Piece[] =>
  joinOnce(joinOnce(pieces, endsThing), endsThing);

/** What was joined may lead on itself, or be led to. */
function joinOnce(pieces: readonly Piece[], endsThing: (atom: Atom) => boolean): readonly Piece[] {
  const joined: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = joined.at(-1);
    const tied =
      before !== undefined &&
      isTied(before, piece, endsThing) &&
      piece.atoms[0]?.opens !== true &&
      !APART.includes(piece.kind);
    if (before === undefined || !tied) {
      joined.push(piece);
      continue;
    }
    joined.pop();
    const from = before.loose && index <= MAX_LEAD ? phraseFrom(before.atoms, endsThing) : 0;
    if (from > 0) joined.push({ ...before, atoms: before.atoms.slice(0, from) });
    const whole = joinedOf({ ...before, atoms: before.atoms.slice(from) }, piece);
    joined.push({
      ...whole,
      kind: whole.kind === 'description' ? 'notice' : whole.kind,
      loose: false,
      leans: false,
    });
  }
  return joined;
}
