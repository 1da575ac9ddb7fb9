import { truncateText } from '../../text/clean-text.ts';
import type { WrittenOptions } from '../ad-options.ts';

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

/** The requests of a file's text, one a line; comments and blank lines are passed over. */
export function parseBatch(content: string): readonly BatchRow[] {
  return content.split(/\r\n?|\n/).flatMap((line, index): BatchRow[] => {
    if (line.trim() === '' || COMMENT.test(line.trimEnd())) return [];
    return [{ line: index + 1, text: truncateText(line), options: () => ({}) }];
  });
}
