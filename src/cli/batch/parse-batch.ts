import { UserError } from '../../errors/user-error.ts';
import { truncateText } from '../../text/clean-text.ts';
import type { WrittenOptions } from '../ad-options.ts';
import { type Column, columnsOf, optionsIn } from './columns.ts';
import { parseTable } from './parse-table.ts';

/** A request of a file. */
export interface BatchRow {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  /** As it was written. */
  readonly text: string;
  /** The options of its own. @throws UserError where its cells are wrong */
  options(): WrittenOptions;
}

/** A line that is none of the requests: `# ` begins a comment, and `#` alone is one; `#hashtag` is not. */
const COMMENT = /^#(?: |$)/;

const isRequest = (line: string): boolean => line.trim() !== '' && !COMMENT.test(line.trimEnd());

/** What parts the cells of a table: TSV, CSV, and CSV where a comma is the decimal point. */
const DELIMITERS = ['\t', ',', ';'];

/** No text has this letter: a table of one column has nothing that parts it. */
const NO_DELIMITER = '\0';

/** Letters of the longest header: that of all columns has some three hundred. */
const LONGEST_HEADER = 4_000;

/** Lines of a file. */
const MAX_LINES = 20_000;

/**
 * The requests of a file's text: a table where its first line is a header, else one a line, whatever commas and tabs it
 * holds. Comments and blank lines are passed over.
 *
 * @throws UserError `batch-too-long`, `batch-column`, `batch-quote`
 */
export function parseBatch(written: string): readonly BatchRow[] {
  if (hasMoreLines(written, MAX_LINES)) throw new UserError('batch-too-long', { max: MAX_LINES });
  const content = written.replaceAll(/\r\n?/g, '\n');
  const lines = content.split('\n');
  const first = lines.find(isRequest) ?? '';
  for (const delimiter of first.length > LONGEST_HEADER ? [] : DELIMITERS) {
    const [header] = parseTable(first.replaceAll('"', ''), delimiter);
    const columns = header && columnsOf(header.cells);
    if (columns === undefined) continue;
    return tableRows(content, columns.length === 1 ? NO_DELIMITER : delimiter, columns);
  }
  return lines.flatMap((line, index): BatchRow[] =>
    isRequest(line) ? [{ line: index + 1, text: truncateText(line), options: () => ({}) }] : [],
  );
}

/** Whether a text has more lines than that, whichever way they end. */
function hasMoreLines(text: string, max: number): boolean {
  let lines = 1;
  for (let i = 0; i < text.length && lines <= max; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) lines++;
  }
  return lines > max;
}

function tableRows(content: string, delimiter: string, columns: readonly Column[]): readonly BatchRow[] {
  const at = columns.indexOf('text');
  // Of what is no comment the first is the header.
  const [, ...rows] = parseTable(content, delimiter).filter(({ raw }) => isRequest(raw));
  return rows.map(({ line, cells: all }) => {
    const cells = all.map(truncateText);
    return { line, text: cells[at] ?? '', options: () => optionsIn(cells, columns) };
  });
}
