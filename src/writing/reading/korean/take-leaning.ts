import type { SegmentContext } from '../statements/segment.ts';
import { isKnownProduct } from '../statements/settle-products.ts';
import type { Atom } from './atom.ts';
import type { Piece } from './piece.ts';
import { DETERMINER } from './word-classes.ts';

/** What customers do to have something. */
export const BUYING = /^(?:구매|구입|주문|사면|사시면|결제|등록|예약|이용|포장|계약)/u;

/** Whether a word only points at the noun behind it: '다른 할인', '기타 문의'. */
export const pointsOn = ({ code, text }: Atom): boolean =>
  DETERMINER.test(text) || (code === 'q' && text === '기타');

/** What is done to a thing that is named before it. */
const DONE_TO =
  /^(?:제거|교체|세탁|수리|점검|손질|도색|코팅|세척|충전|청소|수선|조립|철거|분해|소독|측정|케어|리터치|인화|장착|부착|튜닝|연마)$/u;

/** Whether what stands before a word is sold at a price behind it: '타이어 장착 무료 4본 32만원'. */
const isPriced = ({ end }: Atom, { text }: SegmentContext): boolean =>
  /\d[\d,.]*\s?(?:만|천|원)/u.test(text.slice(end, end + 40));

/** What customers do with a thing of their own so that something holds. */
const BROUGHT = /^(?:가져|가지고|들고|챙겨|반납|제시|지참|보여|데려|내시|찍어|인증|모아|반환)\S{0,6}면$/u;

/** What is given back so that something holds: '폐배터리 반납시 3만원 할인'. */
const GIVEN_BACK = /^(?:반납|제출|지참|회수|제시)시(?:에)?$/u;

/** What has been done since when. */
const SINCE = /[가-힣](?:한|된|은|른|운|린|난|온|간|산|든|군|뜬|딴|짠|친)지$/u;

const CAUSE = /(?:공사|사정|소진|점검|고장|이유|관계|수리)(?:로|으로)$/u;

/** Where a topic begins with the words that say more of it: '무릎 아픈 분도'. The first word is the product's. */
export function withWhatSaysMore(atoms: readonly Atom[], topic: number): number {
  if (atoms[topic - 1]?.code !== 'z') return topic;
  return topic > 2 && atoms[topic - 2]?.code === 'w' ? topic - 2 : Math.max(1, topic - 1);
}

/** Takes from the words before a statement those that hang on it: '인스타를 …', '매장에서 …'. */
export function takeLeaning(
  pending: Atom[],
  found: readonly Atom[],
  guarded: boolean,
  kind: Piece['kind'],
  context: SegmentContext,
): readonly Atom[] {
  const last = pending.at(-1);
  const [next, then] = found;
  if (next === undefined) return [];
  if (last !== undefined && pointsOn(last)) return pending.splice(-1);
  // What is to be brought: '핼리팝 미스트 공병 가져오면 리필 6천원'.
  if (
    next.code === 'K' &&
    /(?<!^(?:사|드시|시키|쓰)\S{0,2})면$/u.test(next.text) &&
    !BUYING.test(next.text) &&
    last?.code === 'w' &&
    (pending.length > 2
      ? kind === 'notice' ||
        !isKnownProduct(last, context) ||
        pending.slice(-2, -1).some((atom) => isKnownProduct(atom, context))
      : kind === 'notice' && pending.some((atom) => isKnownProduct(atom, context)) && pending.length > 1)
  )
    return pending.splice(-1);
  // '아인슈페너 텀블러 가져오시면 500원 할인'
  if (
    next.code === 'K' &&
    (BROUGHT.test(next.text) || GIVEN_BACK.test(next.text)) &&
    last?.code === 'w' &&
    pending.length > 1
  )
    return pending.splice(-1);
  // '원두 로스팅한 지 3일 이내만'
  if (SINCE.test(last?.text ?? '') && /[ce]/.test(next.code)) return pending.splice(-1);
  // '전품목 30% 단 나이키는 10%'
  if (last?.text === '단' && next.code === 'V') return pending.splice(-1);
  // '중고 피아노' + '조율까지 해서 120만원'
  if (
    kind === 'price' &&
    pending.length > 2 &&
    /(?:까지|도|랑|[와과])$/u.test(pending.at(-2)?.text ?? '') &&
    /^(?:다\s?)?(?:해서|합해서|합쳐서|포함해서)$/u.test(last?.text ?? '')
  )
    return pending.splice(-2);
  // '애완동물 털 심하면 추가 3천'
  if (
    !guarded &&
    pending.length === 1 &&
    /[wF]/.test(last?.code ?? '') &&
    next.code === 'w' &&
    then?.code === 'K'
  )
    return pending.splice(0);
  // '굽는 데 20분 걸려요'
  if (last?.text === '데') return pending.splice(-2);
  // What is done for nothing to a thing: '젤 제거 무료'.
  if (
    kind === 'offer' &&
    next.code === 'w' &&
    last?.code === 'w' &&
    DONE_TO.test(next.text) &&
    !isPriced(next, context)
  )
    return pending.splice(-1);
  // '자리 4개 남음'
  if (
    !guarded &&
    /[ce]/.test(next.code) &&
    last?.code === 'w' &&
    pending.length === 1 &&
    /^\s?(?:남|있)/u.test(context.text.slice(next.end, next.end + 3))
  )
    return pending.splice(-1);
  // '무릎 아픈 분도 가능'
  if (next.code === 'V' && last?.code === 'z' && pending.length > 1)
    return pending.splice(guarded ? withWhatSaysMore([...pending, next], pending.length) : -1);
  // Why a shop closes is of the sentence: '여탕 보일러 공사로 … 휴업합니다'.
  if (
    last?.text === '때문에' ||
    (next.text === '때문에' && pending.length > 0) ||
    CAUSE.test(last?.text ?? '') ||
    /(?:공사|점검|고장|수리)(?:로|으로)$/u.test(next.text)
  )
    return pending.splice(pending[0]?.code === 'T' ? 1 : 0);
  // '저희 가게 이전했어요'
  if (
    kind === 'occasion' &&
    pending.length === 2 &&
    DETERMINER.test(pending[0]?.text ?? '') &&
    pending[1]?.code === 'T'
  )
    return pending.splice(0);
  // A name may end like a means: 접이식 미니벨로 29만원.
  if (guarded && kind === 'price' && pending.length > 1 && /[^으]로$/u.test(pending.at(-1)?.text ?? ''))
    return [];
  // '택배 발송은 …'; before the first statement of a sentence it may be the product: '딸기라떼 쿠키는 무료'.
  const topic = guarded ? /[FLn]/ : /[FLwn]/;
  // '콩은 파주산' + '비지는 …'
  const isTold = pending.length === 2 && pending[0]?.code === 'V';
  if (next.code === 'V' && !isTold && topic.test(pending.at(-1)?.code ?? '')) return pending.splice(-1);
  if (!/[byr]$/.test(pending.at(-1)?.code ?? '')) return [];
  let from = pending.length - 1;
  while (
    from > 0 &&
    (/[byrV]/.test(pending[from - 1]?.code ?? '') || DETERMINER.test(pending[from - 1]?.text ?? ''))
  )
    from -= 1;
  return pending.splice(from);
}
