import type { LocalizedText } from '../../ad/locale.ts';
import { TEXT_LIMITS } from '../../ad/parse/request-limits.ts';
import type { Statement } from '../../ad/statement.ts';
import { syllablesOf } from '../../language/hangul.ts';
import { graphemeLength } from '../../text/graphemes.ts';
import { HEADLINE_SYLLABLES } from '../copy/line-fit.ts';
import { groupsOf, isLettered, type StatementGroup } from '../copy/statement-groups.ts';

/** What may join statements without saying anything: no 'only', no 'until', no 'not'. */
const JOINTS = /^(?:은|는|이|가|을|를|과|와|의|랑|이랑|하고|그리고|and|with|a|an|the|our)$/iu;

/** Syllables of the longest line below a headline. */
const SUB_SYLLABLES = 40;

/**
 * Why a line is not the owner's own words, or undefined where it is: whole statements, joined by words that say nothing.
 * So it cuts no statement, tells nothing that another shop's ad could, and gives no product the price of another.
 */
export function findForeignWords(
  slot: 'headline' | 'sub',
  line: string,
  statements: readonly Statement[],
  product: string | undefined,
): LocalizedText | undefined {
  const longest = slot === 'headline' ? HEADLINE_SYLLABLES : SUB_SYLLABLES;
  if (syllablesOf(line) > longest || graphemeLength(line, TEXT_LIMITS[slot]) > TEXT_LIMITS[slot])
    return TOO_LONG;
  const { held, rest } = takenApart(line, statements);
  const stranger = rest.find((word) => !JOINTS.test(word));
  if (stranger !== undefined)
    return {
      ko: `“${stranger}”: 말씀하신 그대로가 아니에요.`,
      en: `“${stranger}” is not in your own words.`,
    };
  if (!held.some(isLettered)) return { ko: '말씀하신 내용이 없어요.', en: 'It contains nothing you said.' };
  const products = statements.filter(({ kind }) => kind === 'product');
  const names = slot === 'headline' && (product !== undefined || products.length > 0);
  if (names && !held.some(({ kind }) => kind === 'product'))
    return { ko: '상품 이름이 없어요.', en: 'It does not name the product.' };
  const together = groupsOf(statements).filter(({ members }) => members.some((one) => held.includes(one)));
  return joinedWrongly(together, held, products.length) ? MIXED : undefined;
}

const TOO_LONG: LocalizedText = { ko: '너무 길어요.', en: 'It is too long.' };

const MIXED: LocalizedText = {
  ko: '따로 말씀하신 내용을 섞었어요.',
  en: 'It mixes things you said separately.',
};

/** The statements that stand whole in a line, longest first, and the words between them. */
function takenApart(
  line: string,
  statements: readonly Statement[],
): { held: readonly Statement[]; rest: readonly string[] } {
  let open = line.toLowerCase();
  const held: Statement[] = [];
  const sayable = statements.filter((one) => isLettered(one) || one.kind === 'trade');
  for (const statement of sayable.toSorted((a, b) => b.text.length - a.text.length)) {
    const words = statement.text.normalize('NFC').toLowerCase();
    const at = placeOf(words, open);
    if (at < 0) continue;
    open = `${open.slice(0, at)}\u0000${open.slice(at + words.length)}`;
    held.push(statement);
  }
  return { held, rest: open.match(/[\p{L}\p{N}%₩$€£¥@]+/gu) ?? [] };
}

/** Where the words stand in a line and begin one: '라떼' is not in '딸기라떼'. */
function placeOf(words: string, line: string): number {
  for (let at = line.indexOf(words); at >= 0; at = line.indexOf(words, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(line[at - 1] ?? '')) return at;
  }
  return -1;
}

/** A price or an offer beside what it was not said of, or what binds without what it binds. */
function joinedWrongly(
  groups: readonly StatementGroup[],
  held: readonly Statement[],
  products: number,
): boolean {
  if (groups.some(({ root }) => !held.includes(root))) return true;
  const deals = groups.filter(({ root }) => root.kind === 'price' || root.kind === 'offer');
  if (deals.length === 0) return false;
  if (deals.length > 1 || products > 1) return true;
  return groups.some(
    ({ root }) => root !== deals[0]?.root && !['product', 'shop', 'occasion'].includes(root.kind),
  );
}
