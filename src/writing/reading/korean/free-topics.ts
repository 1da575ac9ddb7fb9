import type { Atom } from './atom.ts';

/** For whom something is free: what stands behind it is what they have for nothing ('어린이는 무료 입장'). */
const PEOPLE =
  /(?:고객|손님|분|회원|어린이|아이|아동|학생|생|성인|노인|어르신|군인|여성|남성|임산부|커플|가족|경로|청소년|유아|아기|영아|초보자?|단체|생일자|방문객|수강생|구매자|세)(?:님|들)?[은는도]$/u;

/** What may stand between a topic and how much it costs: from which sum, up to how many, when. */
const LIMIT = /[kecKdtnDmRqEU!]/;

/** What is said of a word: how many, when, or that it is so; what is done may stand between ('포장 주문 가능'). */
const SAID = /^(?:[cedtnRGNmk!E]|[FLw]{1,2}[GN])/;

/**
 * Where a thing is free ('배달은 3만원 이상 무료'), the word behind '무료' begins what is said next ('주차 2대 가능'): else it
 * would be promised for nothing.
 */
export function freeTopics(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) =>
    atom.code === 'I' && closesTopic(atoms, at) ? { ...atom, code: 'o' } : atom,
  );
}

/** '레터링 무료' + '픽업 3일전': of what is said when or how many, something else is free. */
const SAID_WHEN = /^[FL][ntc]/;

const FETCHED = /^(?:픽업|배송|발송|수령|출고|제작|배달|택배)/u;

function closesTopic(atoms: readonly Atom[], at: number): boolean {
  if (
    atoms[at - 1]?.code === 'w' &&
    FETCHED.test(atoms[at + 1]?.text ?? '') &&
    SAID_WHEN.test(
      atoms
        .slice(at + 1, at + 3)
        .map(({ code }) => code)
        .join(''),
    )
  )
    return true;
  const behind = atoms
    .slice(at + 2)
    .map(({ code }) => code)
    .join('');
  // What is denied is the whole of it: '라켓은 무료 대여 아님'.
  const isSaid = SAID.test(behind) && !/^아[니님닙]/u.test(atoms[at + 2]?.text ?? '');
  if (!isSaid) return false;
  let from = at - 1;
  while (LIMIT.test(atoms[from]?.code ?? '') || /^\d/.test(atoms[from]?.text ?? '')) from -= 1;
  const topic = atoms[from];
  return topic?.code === 'V' && !PEOPLE.test(topic.text);
}
