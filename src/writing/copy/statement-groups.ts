import type { Statement, StatementKind } from '../../ad/statement.ts';

/** Statements that are told side by side or not at all: one, and those that bind it. */
export interface StatementGroup {
  readonly root: Statement;
  /** Conditions, exceptions and the like, in the order of the text. */
  readonly bound: readonly Statement[];
  /** Those of them that stand before it in the text. */
  readonly before: readonly Statement[];
  /** All of them, the root first. */
  readonly members: readonly Statement[];
  /** Place of the root among the statements. */
  readonly index: number;
  /** Of a price or an offer: the product that it is for, where the ad has several. */
  readonly label?: string;
  /** Those after the root that the request has right behind one another, with no mark between. */
  readonly beside?: ReadonlySet<Statement>;
}

/** Told by what they do to the ad, never in their words. */
const UNLETTERED: ReadonlySet<StatementKind> = new Set(['trade', 'mood', 'wish']);

export const isLettered = ({ kind }: Statement): boolean => !UNLETTERED.has(kind);

/** Kinds that stand for themselves beside what is sold, and beside one another. */
const SOLD: ReadonlySet<StatementKind> = new Set(['product', 'price', 'offer', 'description']);

/** What others bind rather than it binds them, first the most so. */
const BINDING: readonly StatementKind[] = ['audience', 'schedule', 'condition', 'exception'];

/** What stands for itself where a mark parts it from what it would bind: 'deposit not included, by appointment only'. */
const APART: ReadonlySet<StatementKind> = new Set(['place', 'contact', 'notice', 'condition', 'exception']);

const PARTED = /[,.;|/·\n]/u;

/**
 * The statements that are lettered, each with those that bind it.
 *
 * @param text the request that they stand in: it tells what stands right behind one another
 */
export function groupsOf(statements: readonly Statement[], text?: string): readonly StatementGroup[] {
  const groups: { indices: number[] }[] = [];
  const groupAt = new Map<number, { indices: number[] }>();
  for (const [index, statement] of statements.entries()) {
    if (!isLettered(statement)) continue;
    const { binds } = statement;
    const other = binds === undefined || binds >= index ? undefined : statements[binds];
    const alone =
      other === undefined ||
      !isLettered(other) ||
      (SOLD.has(other.kind) && SOLD.has(statement.kind)) ||
      (APART.has(other.kind) && PARTED.test(between(other, statement, text) ?? ''));
    const group = (alone ? undefined : groupAt.get(binds ?? index)) ?? { indices: [] };
    if (group.indices.length === 0) groups.push(group);
    group.indices.push(index);
    groupAt.set(index, group);
  }
  return groups.flatMap(({ indices }) => {
    const members = indices.flatMap((index) => statements[index] ?? []);
    const weights = members.map(({ kind }) => BINDING.indexOf(kind));
    const at = weights.indexOf(Math.min(...weights));
    const root = members[at];
    if (root === undefined) return [];
    const [before, after] = [members.slice(0, at), members.slice(at + 1)];
    const bound = [...before, ...after];
    const beside = new Set(
      after.filter((statement, place) =>
        /^\s+$/u.test(between(after[place - 1] ?? root, statement, text) ?? ''),
      ),
    );
    return [{ root, before, bound, beside, members: [root, ...bound], index: indices[at] ?? 0 }];
  });
}

/** What the request has between two statements. */
const between = (one: Statement, next: Statement, text: string | undefined): string | undefined =>
  text?.slice(one.end, next.start);

/** The group as one statement, for where what binds it has no place of its own. */
export const inOnePiece = (group: StatementGroup): StatementGroup =>
  group.bound.length === 0
    ? group
    : { ...group, root: { ...group.root, text: around(group, group.root.text) }, before: [], bound: [] };

/** A statement as it is lettered: a price with the old one struck before it, as prices are kept. */
const textOf = ({ text, oldPrice }: Statement): string =>
  oldPrice === undefined || oldPrice === '' ? text : `~~${oldPrice}~~ ${text}`;

/** What is said before a text, unless it says it itself. */
const labelled = (text: string, label: string | undefined): string =>
  label === undefined || squeezed(text).includes(squeezed(label)) ? text : `${label} ${text}`;

/** The root as it is lettered, with the name of the product that it is for. */
export const rootText = ({ root, label }: StatementGroup): string => {
  if (root.oldPrice === undefined) return labelled(root.text, label);
  return textOf({ ...root, text: labelled(root.text, label) });
};

/** The root as a line of small letters tells it, in which nothing is struck out: '6,500원 → 4,900원'. */
const rootLine = (group: StatementGroup): string => {
  const { root, label } = group;
  if (root.oldPrice === undefined || root.oldPrice === '') return rootText(group);
  return `${root.oldPrice} → ${labelled(root.text, label)}`;
};

/** The whole group on a line of small letters. */
export const lineText = (group: StatementGroup): string => around(group, rootLine(group));

/** What binds the root, on one line. */
export const boundText = ({ bound }: StatementGroup): string => bound.map(textOf).join(', ');

/** The whole group on one line: '30% 할인 (주말 제외, 현금 결제 시)'; brackets only where a mark stands in the request too. */
export const groupText = (group: StatementGroup): string => around(group, rootText(group));

function around({ before, bound, beside }: StatementGroup, text: string): string {
  const plain = [...before.map(textOf), text];
  const bracket: string[] = [];
  for (const statement of bound.slice(before.length)) {
    const words = textOf(statement);
    const last = bracket.at(-1);
    if (beside?.has(statement) !== true) bracket.push(words);
    else if (last === undefined) plain.push(words);
    else bracket[bracket.length - 1] = `${last} ${words}`;
  }
  return [...plain, ...(bracket.length === 0 ? [] : [`(${bracket.join(', ')})`])].join(' ');
}

/** A text by its letters: without blanks, capitals and the marks inside figures. */
export const squeezed = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s,·]+/g, '');
