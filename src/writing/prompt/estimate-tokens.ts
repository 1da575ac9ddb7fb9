/** How Qwen's tokenizer cuts text before its merges: words with the blank before them, single digits, marks. */
const PIECES = /[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s+/gu;

const LATIN_WORD = /^\p{Script=Latin}+$/u;
const LETTER = /\p{L}/u;

/** Letters of a Latin word that one token holds at least: common words are one token, names of dishes are many. */
const LATIN = 4;

/** Hangul syllables are one token where they are common, up to three bytes where they are not. */
const HANGUL = 2;

/**
 * An upper estimate of how many tokens of Qwen's byte-level BPE a text takes, for where the tokenizer is not at hand.
 * The chat frame around a prompt takes 8 more.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const [piece] of text.matchAll(PIECES)) {
    const letters = piece.trim();
    if (letters === '') tokens += 1;
    else if (LATIN_WORD.test(letters)) tokens += Math.ceil(letters.length / LATIN);
    else if (LETTER.test(letters)) tokens += HANGUL * [...letters].length;
    else tokens += [...letters].length;
  }
  return tokens;
}
