import type { Statement, StatementKind } from '../ad/statement.ts';

/** The lines of an ad's details by the page that they belong to. */
export interface PartedLines {
  /** What binds the offer, and whom it is for. */
  readonly offer: readonly string[];
  readonly notices: readonly string[];
  /** When, where, and how to ask. */
  readonly visit: readonly string[];
}

const OFFER: ReadonlySet<StatementKind> = new Set([
  'offer',
  'price',
  'condition',
  'exception',
  'audience',
  'product',
  'description',
  'occasion',
]);

/** Fewer notices than this stand beside the way to the shop. */
const OWN_PAGE = 3;

/** Parts lines by what they say: each goes to exactly one page, in the order in which they came. */
export function partLines(lines: readonly string[], statements: readonly Statement[]): PartedLines {
  const offer: string[] = [];
  const notices: string[] = [];
  const visit: string[] = [];
  for (const line of new Set(lines)) {
    const kind = kindOf(line, statements);
    if (kind === 'notice') notices.push(line);
    else if (kind !== undefined && OFFER.has(kind)) offer.push(line);
    else visit.push(line);
  }
  return notices.length < OWN_PAGE && visit.length > 0
    ? { offer, notices: [], visit: [...visit, ...notices] }
    : { offer, notices, visit };
}

const bare = (text: string): string => text.replaceAll(/[\s~·,.:()]/gu, '').toLowerCase();

/** The kind of the statement that a line tells most of; what only binds another is told with that. */
function kindOf(line: string, statements: readonly Statement[]): StatementKind | undefined {
  const said = bare(line);
  const told = statements
    .filter(({ text }) => text !== '' && (said.includes(bare(text)) || bare(text).includes(said)))
    .toSorted((a, b) => b.text.length - a.text.length);
  const [first] = told;
  const bound = first?.binds === undefined ? undefined : statements[first.binds];
  return (bound ?? first)?.kind;
}
