import { normalizeText, stripInvisible } from './clean-text.ts';
import { graphemes, graphemeWeight } from './graphemes.ts';

/** Units beyond the wanted ones that are looked at: what is not seen takes room too. */
const LOOKAHEAD = 1_000;

/**
 * A text to be shown in a line of something else: no longer than `max` UTF-16 units, cut between letters, with an
 * ellipsis where something is left out; nothing in it steers a terminal or turns the direction of what follows.
 */
export function shorten(text: string, max: number): string {
  const line = onOneLine(text.slice(0, 2 * max + LOOKAHEAD));
  const whole = text.length <= 2 * max + LOOKAHEAD;
  if (whole && line.length <= max && hasNoHeaps(line)) return line;
  let short = '';
  let left = max - 1;
  for (const grapheme of graphemes(line)) {
    const letter = graphemeWeight(grapheme) === 1 ? grapheme : withoutHeap(grapheme);
    if (letter.length > left) return `${short.trimEnd()}…`;
    left -= letter.length;
    short += letter;
  }
  // One unit was held back for the ellipsis.
  return whole ? short : `${short.trimEnd()}…`;
}

/** The same for a text of several lines, such as a paragraph. */
export function shortenLines(text: string, max: number): string {
  const lines: string[] = [];
  let left = max;
  const all = text.slice(0, 2 * max + LOOKAHEAD).split('\n');
  for (const [index, line] of all.entries()) {
    if (left <= 1) return `${lines.join('\n').replace(/…$/, '')}…`;
    // Where more lines follow, one unit is held back for the ellipsis that may stand for them.
    const short = shorten(line, index < all.length - 1 ? left - 1 : left);
    lines.push(short);
    left -= short.length + 1;
  }
  return lines.join('\n');
}

function onOneLine(text: string): string {
  return normalizeText(stripInvisible(text).replaceAll(/[\n\u0085]/g, ' '));
}

/** Whether no letter of it can be a heap of marks. */
const hasNoHeaps = (text: string): boolean => !/\p{M}{4}/u.test(text);

/** The first letter of a heap. */
function withoutHeap(grapheme: string): string {
  return [...grapheme].slice(0, 4).join('');
}
