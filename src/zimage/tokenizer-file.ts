/** What is looked at in a tokenizer.json before the library is: it takes much on trust, and fails with the first prompt. */

/** Tokens that frame every prompt. */
const FRAME = ['<|im_start|>', '<|im_end|>'];

/** More than any vocabulary has. */
const MAX_TOKENS = 2 ** 24;

const isId = (id: unknown): id is number =>
  Number.isInteger(id) && Number(id) >= 0 && Number(id) < MAX_TOKENS;

const table = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;

const list = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined);

/** What is wrong with a tokenizer's file, in English; undefined where nothing is that can be told without it at work. */
export function tokenizerProblem(file: object): string | undefined {
  const { model: given, added_tokens: addedTokens } = file as Readonly<Record<string, unknown>>;
  const model = table(given);
  if (model === undefined) return 'it describes no tokenizer';
  const { type = 'BPE', vocab: words, merges } = model;
  if (type !== 'BPE') return `its model is of the kind ${String(type).slice(0, 40)} where BPE is expected`;
  const vocabulary = table(words);
  if (vocabulary === undefined || !Object.values(vocabulary).every(isId))
    return 'its vocabulary is not whole';
  if (list(merges)?.every(isMerge) !== true) return 'its merges are not whole';
  const added = list(addedTokens)?.map(table);
  if (added?.every((token) => isId(token?.id) && typeof token?.content === 'string') !== true) {
    return 'its added tokens are not whole';
  }
  const lost = FRAME.find((name) => !added.some((token) => token?.content === name));
  if (lost !== undefined) return `it lacks the token ${lost}`;
  return patternsIn(file).some(repeatsRepetition) ? 'it has a pattern that may take any time' : undefined;
}

const isMerge = (merge: unknown): boolean =>
  typeof merge === 'string' ||
  (Array.isArray(merge) && merge.length === 2 && merge.every((part) => typeof part === 'string'));

/** The highest number that a token has, of a file without faults. */
export function maxTokenId(file: object): number {
  const { model, added_tokens: added } = file as {
    readonly model: { readonly vocab: Readonly<Record<string, number>> };
    readonly added_tokens: readonly { readonly id: number }[];
  };
  let highest = 0;
  for (const id of Object.values(model.vocab)) highest = Math.max(highest, id);
  for (const { id } of added) highest = Math.max(highest, id);
  return highest;
}

/** Regular expressions that are run on prompts. */
function patternsIn(file: object): string[] {
  const patterns: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'Regex') patterns.push(String(inner));
      else visit(inner);
    }
  };
  for (const part of ['normalizer', 'pre_tokenizer', 'post_processor', 'decoder']) {
    visit(Reflect.get(file, part));
  }
  return patterns;
}

/** Whether what repeats without end is repeated without end, or a pattern is far longer than any tokenizer's. */
function repeatsRepetition(pattern: string): boolean {
  if (pattern.length > 2000) return true;
  // Classes and escapes are one letter each.
  const plain = pattern.replaceAll(/\\(?:[pPu]\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]/gs, 'x');
  const endless = (at: number): boolean => /^(?:[*+]|\{\d*,\})/.test(plain.slice(at, at + 12));
  const open: boolean[] = [];
  for (let at = 0; at < plain.length; at++) {
    if (plain[at] === '(') open.push(false);
    else if (plain[at] === ')') {
      const repeats = open.pop() ?? false;
      if (repeats && endless(at + 1)) return true;
      if ((repeats || endless(at + 1)) && open.length > 0) open[open.length - 1] = true;
    } else if (endless(at) && open.length > 0) open[open.length - 1] = true;
  }
  return false;
}
