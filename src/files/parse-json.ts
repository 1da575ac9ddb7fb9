/** Nothing of ours nests deeper. */
const MAX_DEPTH = 32;

/**
 * Parses JSON that may come from anybody. What nests deeper than it may is refused: it would parse, and whatever walks
 * through it afterwards would run out of stack.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string, maxDepth = MAX_DEPTH): unknown {
  if (isDeeper(text, maxDepth)) throw new SyntaxError(`It nests more than ${maxDepth} deep`);
  return JSON.parse(text);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** A bracket and its brace differ in this bit alone. */
const BRACE = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;

/** Whether brackets and braces outside of texts nest deeper than `max`. */
function isDeeper(text: string, max: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if ((code | BRACE) === OPENING) {
      if (++depth > max) return true;
    } else if ((code | BRACE) === CLOSING) depth--;
  }
  return false;
}
