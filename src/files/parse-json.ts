/** Nothing of ours nests deeper. */
const MAX_DEPTH = 32;

interface JsonBounds {
  /** How deep brackets and braces may nest. */
  readonly depth?: number;
  /** How many members its objects may have in all: each costs far more than its letters, in whatever walks through them. */
  readonly members?: number;
}

/**
 * Parses JSON that may come from anybody. What nests deeper than it may is refused: it would parse, and whatever walks
 * through it afterwards would run out of stack.
 *
 * @throws SyntaxError
 */
export function parseJson(
  text: string,
  { depth = MAX_DEPTH, members = Number.POSITIVE_INFINITY }: JsonBounds = {},
): unknown {
  const excess = excessOf(text, depth, members);
  if (excess !== undefined) throw new SyntaxError(excess);
  return JSON.parse(text);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
/** A bracket and its brace differ in this bit alone. */
const BRACE = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;

/** What brackets, braces and colons outside of texts have too much of. */
function excessOf(text: string, maxDepth: number, maxMembers: number): string | undefined {
  let depth = 0;
  let members = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if ((code | BRACE) === OPENING) {
      if (++depth > maxDepth) return `It nests more than ${maxDepth} deep`;
    } else if ((code | BRACE) === CLOSING) depth--;
    else if (code === COLON && ++members > maxMembers) return `It has more than ${maxMembers} members`;
  }
  return;
}
