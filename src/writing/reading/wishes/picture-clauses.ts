import { isProduct, type TermKind } from '../../../presets/lexicon.ts';
import type { Word } from '../find-words.ts';
import { ADNOMINAL } from '../noun-phrase.ts';
import { keyOf, kindOf, termOf } from '../word-means.ts';

/** A clause that ends so asks for a look, whatever stands before it: '모락모락 김나는 포장마차 느낌'. */
const LOOK =
  /(?<!(?:헤어|네일|웨딩|메이크업|라이프|가격|사용|착용|이미지)\s?)(?:느낌|분위기|무드|감성|컨셉|콘셉트)(?:으로|로|에|의|이|가|를|을|있게|나게)?$/u;

/** Light and grounds are also sold: they ask for a look only among words of a scene. */
const GROUND =
  /(?:배경|조명|노을|석양|일몰|햇살|햇빛|햇볕|달빛|별빛|불빛|새벽\s?빛|자연광|그림자|스타일|풍|톤)(?:으로|로|에|에서|아래|속|속에서)?$/u;

/** Where a thing of the picture stands: '검은 돌판 위', '세이지그린 벽에'. */
const PLACED = /^(?:위|위에|위에서|위로|앞|앞에|아래|옆|옆에|속|속에|벽|벽에|바닥|바닥에|배경|배경에)$/u;

/** A light with what it is like: '어두운 조명', '은은한 햇살 아래'; shops of lamps sell them by use: '거실 조명'. */
const LIT =
  /^[가-힣]{1,5}(?:한|운|은|는|린|된|든)\s(?:조명|햇살|햇빛|빛|노을|불빛|달빛)(?:\s?(?:아래|속에서?|에서|으로|로))?$/u;

/** What a shop tells its customers, and never the designer. */
const TOLD =
  /할인|무료|휴무|마감|불가|한정|제외|증정|가능|포함|별도|추가|협의|유료|필수|금지|쉽니다|이벤트|행사|오픈|예약|문의|모집|판매|출시|입고|배송|주문|맛집|전문|니다(?:\s|$)|(?:아|어|해|세|에|예|네|죠|지|이)요(?:\s|$)/u;

const ADDRESS = /https?:|www\.|@|[a-z]\.[a-z]{2}/iu;

/** Kinds that a scene is made of. */
const SCENE: ReadonlySet<TermKind> = new Set([
  'material',
  'backdrop',
  'lighting',
  'colour',
  'mood',
  'weather',
  'time',
  'prop',
  'place',
  'filler',
  'quality',
]);

/** What a ground or a light of the picture is. */
const GROUNDS: ReadonlySet<TermKind> = new Set(['material', 'backdrop', 'lighting', 'prop']);

/** Not this but that: '벽돌 말고 회벽'. */
const INSTEAD = /^(?:말고|말구|대신|대신에|아니고|아니라)$/u;

/**
 * Whether a later clause of a Korean text says only what the picture is to show. The first clause names what is sold.
 *
 * @param said without figures
 * @param inside words of the clause
 * @param words of the whole text
 */
export function isPictureClause(said: string, inside: readonly Word[], words: readonly Word[]): boolean {
  const clause = said.trim();
  if (!/\p{Script=Hangul}/u.test(clause) || TOLD.test(clause) || ADDRESS.test(clause)) return false;
  if (LIT.test(clause)) return true;
  if (inside.some((word) => keyOf(word, 'trade') !== undefined && !LOOK.test(clause))) return false;
  if (LOOK.test(clause)) return tellsNoGoods(inside, words) && !isNamed(inside);
  if (isLaidOut(inside)) return true;
  if (inside.every(isOfScene) && inside.some((word) => PLACED.test(word.text) || INSTEAD.test(word.text)))
    return inside.some((word) => GROUNDS.has(kindOf(word) ?? 'filler'));
  if (GROUND.test(clause) && inside.every(isOfScene)) return true;
  return isGarnish(inside, words);
}

/** Whether none of a clause's words can be what is sold: one that is not known can, until goods were named before it. */
function tellsNoGoods(inside: readonly Word[], words: readonly Word[]): boolean {
  if (inside.some((word) => isGoods(word) || isBrand(word))) return false;
  const first = inside[0];
  return (
    inside.every(isOfScene) ||
    words.some((word) => first !== undefined && word.start < first.start && isGoods(word))
  );
}

const isBrand = ({ meanings, text }: Word): boolean => meanings.length === 0 && /^[A-Z]/.test(text);

function isGoods(word: Word): boolean {
  const term = termOf(word);
  return term !== undefined && isProduct(term) && term.group.kind !== 'service';
}

/** Whether a clause names a thing and then only how it is to look: '벨벨 밝고 신나는 느낌'. */
function isNamed(inside: readonly Word[]): boolean {
  const from = inside.findIndex((word) => kindOf(word) === 'mood' && !word.joined);
  const name = inside.slice(0, Math.max(0, from));
  return (
    name.length > 0 &&
    inside.slice(from).every(isOfScene) &&
    name.every((word) => {
      const term = termOf(word);
      const isName = term === undefined ? word.meanings.length === 0 : isProduct(term);
      return isName && word.particle === '' && !ADNOMINAL.test(word.text);
    })
  );
}

/** A ground with what lies on it, which is no longer what is sold alone: '흰 대리석 위 딸기와 민트', '하얀 접시 위에'. */
function isLaidOut(inside: readonly Word[]): boolean {
  const at = inside.findIndex(({ text, particle }) => /^위(?:에|에서)?$/u.test(text + particle));
  const under = inside[at - 1];
  const ground = under === undefined ? undefined : kindOf(under);
  return (
    ground !== undefined &&
    (GROUNDS.has(ground) || ground === 'goods') &&
    inside.slice(0, at - 1).every(isOfScene)
  );
}

function isOfScene(word: Word): boolean {
  const term = termOf(word);
  if (term !== undefined) return SCENE.has(term.group.kind);
  if (word.meanings.length > 0)
    return keyOf(word, 'season') !== undefined || keyOf(word, 'style') !== undefined;
  return INSTEAD.test(word.text) || PLACED.test(word.text) || ADNOMINAL.test(word.text + word.particle);
}

/**
 * Ingredients of another sort, said together behind a whole sentence about the goods, lie beside them in the picture:
 * '한우 등심 새로 들어왔습니다, 로즈마리와 굵은 소금'. With a price or a count in the text they are goods themselves.
 */
function isGarnish(inside: readonly Word[], words: readonly Word[]): boolean {
  const first = inside[0];
  const before = words.filter(({ start }) => first !== undefined && start < first.start);
  const last = before.at(-1);
  if (last === undefined || !/(?:니다|요)$/u.test(last.text + last.particle)) return false;
  if (
    words.some(({ text }) => /\d/.test(text)) ||
    !inside.some(({ particle }) => /^(?:와|과)$/.test(particle))
  )
    return false;
  const goods = before.flatMap((word) => termOf(word) ?? []).filter(isProduct);
  return (
    goods.length > 0 &&
    inside.every((word) => {
      const term = termOf(word);
      if (term?.group.kind === 'ingredient') return goods.every(({ group }) => group !== term.group);
      return isOfScene(word);
    })
  );
}
