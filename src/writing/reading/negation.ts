import type { Word } from './find-words.ts';
import type { Token } from './tokens.ts';

/** Words behind what is not wanted: 나무 말고, 꽃 없이, 어둡지 않게. */
const AFTER =
  /^(?:말고|말구|빼고|빼|빼줘|빼줘요|빼주세요|제외|제외하고|제외한|없이|없는|없게|없어요?|아닌|아니라|아니고|아니에요|대신|대신에|싫어|싫어요|싫고|금지|안돼|안돼요|피해서|피해줘|지양|않게|않은|않고|않아|않아요|않으면|않도록|않았으면|않는|마세요|말아줘|말아주세요|마)$/;

/** Words before what is not wanted: 안 어둡게, 덜 화려하게, no wood, without flowers. */
const BEFORE_KO = /^(?:안|덜|노)$/;
const BEFORE_EN =
  /^(?:no|not|without|avoid|avoiding|never|except|excluding|don't|dont|instead|rather|nor|skip|less)$/i;

/** How many English words may stand between 'not' and what it denies: 'not too dark', 'instead of wood'. */
const REACH = 2;

/** Particles that bind a word to the next, so that both are denied: 나무랑 꽃 말고. */
const BINDING = /^(?:랑|이랑|와|과|하고|나|이나|도)$/;

/** Which of the words are denied, and the words that deny, which are no content. */
export function findNegations(
  words: readonly Word[],
  tokens: readonly Token[],
): { readonly denied: ReadonlySet<Word>; readonly deniers: ReadonlySet<Word> } {
  const denied = new Set<Word>();
  const deniers = new Set<Word>();
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (AFTER.test(word.text + word.particle)) deniers.add(word);
    if (next === undefined || next.run !== word.run || !AFTER.test(next.text + next.particle)) continue;
    deniers.add(next);
    denied.add(word);
    for (let back = index - 1; back >= 0; back--) {
      const before = words[back];
      const after = words[back + 1];
      if (before === undefined || before.run !== word.run) break;
      if (!after?.joined && !BINDING.test(before.particle)) break;
      denied.add(before);
    }
  }
  const tokenAt = new Map(tokens.map(({ start }, index) => [start, index]));
  for (const [index, word] of words.entries()) {
    const ko = words[index - 1];
    if (ko !== undefined && ko.run === word.run && BEFORE_KO.test(ko.text)) {
      denied.add(word);
      deniers.add(ko);
    }
    if (deniedInEnglish(word, tokens, tokenAt.get(word.start) ?? -1)) denied.add(word);
    if (BEFORE_EN.test(word.text)) deniers.add(word);
  }
  return { denied, deniers };
}

/** @param at the word's place among the tokens */
function deniedInEnglish(word: Word, tokens: readonly Token[], at: number): boolean {
  if (/-free$/i.test(word.text)) return true;
  let between = 0;
  for (let back = at - 1; back >= 0; back--) {
    const token = tokens[back];
    if (token === undefined || token.run !== word.run) return false;
    if (BEFORE_EN.test(token.text)) return true;
    // 'no wood or marble': the other side of an 'or' is denied too.
    if (/^(?:or|nor)$/i.test(token.text)) between = -1;
    else if (++between > REACH || /^(?:but|with|and)$/i.test(token.text)) return false;
  }
  return false;
}
