/** One word of a text. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Words of one run stand side by side, with no mark or fact between them. */
  readonly run: number;
  /** Clauses are parted by commas, full stops and line breaks. */
  readonly clause: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** Stands for what a fact has taken: it parts runs, as a mark does. */
const TAKEN = '\u0001';

/** The words of a text outside of `taken` spans, in order. */
export function tokensOf(text: string, taken: readonly Span[]): readonly Token[] {
  const tokens: Token[] = [];
  const masked = withoutSpans(text, taken);
  let run = 0;
  let clause = 0;
  let after = 0;
  for (const match of masked.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const between = masked.slice(after, start);
    if (/[^\s]/.test(between)) run += 1;
    // A list's marks part runs but not clauses: '떡볶이+튀김', '딸기/바나나'.
    if (/[,.!?;:\n()[\]"“”‘’'。、]/.test(between)) clause += 1;
    tokens.push({ text: match[0], start, end, run, clause });
    after = end;
  }
  return tokens;
}

/** The text with a mark for every unit inside of the spans, which may overlap. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  let masked = '';
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= masked.length) continue;
    masked += text.slice(masked.length, Math.max(start, masked.length));
    masked += TAKEN.repeat(end - masked.length);
  }
  return masked + text.slice(masked.length);
}
