import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { UserError } from '../../errors/user-error.ts';

/** A row of a table. */
export interface TableRow {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** As it stands in the file, with its quotes. */
  readonly raw: string;
}

const WRONG_QUOTE: ReadonlySet<string> = new Set([
  'CSV_QUOTE_NOT_CLOSED',
  'CSV_INVALID_CLOSING_QUOTE',
  'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE',
]);

/** What `info` and `raw` add to each record. */
const recordsSchema = z.array(
  z.object({
    record: z.array(z.string()),
    raw: z.string(),
    /** `lines` = the line on which the record ends, from 1. */
    info: z.object({ lines: z.number() }),
  }),
);

/**
 * Parts a table into its rows, as RFC 4180 has it and spreadsheets write it: a cell in double quotes may hold delimiters
 * and line breaks. Elsewhere a quote is a quote. Lines end with `\n`.
 *
 * @throws UserError `batch-quote` for one that is never closed, or is closed before the end of its cell
 */
export function parseTable(content: string, delimiter: string): readonly TableRow[] {
  let parsed: z.infer<typeof recordsSchema>;
  try {
    const records: unknown = parse(content, {
      delimiter,
      record_delimiter: '\n',
      info: true,
      raw: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    parsed = recordsSchema.parse(records);
  } catch (error) {
    if (!(error instanceof CsvError) || !WRONG_QUOTE.has(error.code)) throw error;
    // Where it was noticed, and what was read of the row until then.
    const lines = 'lines' in error ? Number(error.lines) : 1;
    const raw = 'raw' in error ? String(error.raw) : '';
    const line = lines - breaksIn(trimBreaks(raw));
    throw new UserError('batch-quote', { line }, { cause: error });
  }
  return parsed.map(({ record, raw, info }) => {
    const own = trimBreaks(raw);
    return { line: info.lines - breaksIn(own), cells: record, raw: own };
  });
}

const trimBreaks = (raw: string): string => raw.replace(/^\n+/, '').replace(/\n$/, '');

const breaksIn = (text: string): number => text.split('\n').length - 1;
