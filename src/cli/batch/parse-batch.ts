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

/**
 * The requests of a file's text: a table where its first line is a header, else one a line, whatever commas and tabs it
 * holds. Comments and blank lines are passed over.
 *
 * @throws UserError `batch-column`, `batch-quote`
 */
export function parseBatch(written: string): readonly BatchRow[] {
  const content = written.replaceAll(/\r\n?/g, '\n');
  const lines = content.split('\n');
  const first = lines.find(isRequest) ?? '';
  for (const delimiter of DELIMITERS) {
    const [header] = parseTable(first.replaceAll('"', ''), delimiter);
    const columns = header && columnsOf(header.cells);
    if (columns === undefined) continue;
    return tableRows(content, columns.length === 1 ? NO_DELIMITER : delimiter, columns);
  }
  return lines.flatMap((line, index): BatchRow[] =>
    isRequest(line) ? [{ line: index + 1, text: truncateText(line), options: () => ({}) }] : [],
  );
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
