import { isListTitle } from '../../ad/list-title.ts';
import type { Statement } from '../../ad/statement.ts';
import type { CopyMaterial } from './copy-material.ts';
import { fits } from './ledger.ts';
import type { StatementGroup } from './statement-groups.ts';

/** A list of what a shop charges, under its name. */
export interface PriceList {
  /** The list's own title, the shop's name, or the word for its trade. */
  readonly head: Statement;
  /** The title with the shop or the trade that stands before it. */
  readonly title: string;
  /** What stands first in the list, and its price. */
  readonly product: StatementGroup;
  readonly price: StatementGroup;
}

/** What another thing costs: no size of the first, no kind of customer, nothing added ('펌 5만원부터'). */
const ROW =
  /^(?!\S*(?:추가|비|료|할증|변경|보증금|곱빼기)\s)(?!(?:성인|소인|대인|어린이|아동|유아|학생|중고생|초등|청소년|경로|군인|남성|여성|남자|여자|회원|비회원|주말|평일|주중|야간|심야|보통|기본|미니|포장)\S*\s|[소중대특롱숏홀]\s)\p{L}[^\d]{0,24}\s[₩$€£]?\d/u;

/** Rows of a list behind its first; under a title of its own a second makes a list. */
const MORE_ROWS = 2;
const MORE_TITLED = 1;

/**
 * Where a shop tells what three things or more cost, none of them is what its ad is for: the first row is a row like the
 * others ('동네미용실 커트 1만8천원 펌 5만원부터 염색 6만원부터'). A trade's word heads a list only where it is needed to say
 * what the rows are.
 */
export function priceListOf(
  { statements, isKnown, given, prefer }: CopyMaterial,
  groups: readonly StatementGroup[],
): PriceList | undefined {
  if (given.headline !== undefined || given.price !== undefined || prefer !== undefined) return undefined;
  const [product, ...others] = groups.filter(({ root }) => root.kind === 'product');
  if (product === undefined || others.length > 0 || product.bound.length > 0) return undefined;
  const { index } = product;
  const head = statements[index - 1];
  const titled = head?.kind === 'description' && isListTitle(head.text);
  const isHead = head?.kind === 'shop' || (head?.kind === 'trade' && isKnown === false) || titled;
  if (head === undefined || !isHead) return undefined;
  const title = titled ? withShop(head, statements[index - 2]) : head.text;
  if (!fits(title, 'headline')) return undefined;
  const price = groups.find((group) => group.index === index + 1 && group.root.kind === 'price');
  const isRow = price !== undefined && price.root.oldPrice === undefined && /^[\d₩$€£]/.test(price.root.text);
  const more = titled ? MORE_TITLED : MORE_ROWS;
  const rows = statements.slice(index + 2, index + 2 + more);
  const isList = rows.length === more && rows.every(({ kind, text }) => kind === 'price' && ROW.test(text));
  return isRow && isList ? { head, title, product, price } : undefined;
}

/** A title with whose it is: 'Cafe menu', '한빛분식 메뉴'. */
const withShop = (title: Statement, before: Statement | undefined): string =>
  before?.kind === 'shop' || before?.kind === 'trade' ? `${before.text} ${title.text}` : title.text;

/** The groups with the first row's price under its own name, as the other rows have it. */
export const asRows = (
  groups: readonly StatementGroup[],
  list: PriceList | undefined,
): readonly StatementGroup[] =>
  groups.map((group) => (group === list?.price ? { ...group, label: list.product.root.text } : group));
