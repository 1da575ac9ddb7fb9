import type { LocalizedText } from '../../ad/locale.ts';
import { singularOf } from '../../language/english.ts';
import type { IconWords, NameOfThing } from '../../presets/icon-words.ts';
import type { Presets } from '../../presets/presets.ts';

/** What can stand in a picture, and the name that it was found by. */
export interface FoundThing {
  readonly kind: 'model' | 'icon';
  /** A prop's name, or an icon's code points. */
  readonly id: string;
  /** As the tables have it: lower case, without blanks in Korean. */
  readonly by: string;
  /** The kind of shop that it stands for, where no word names it. */
  readonly trade?: LocalizedText;
}

/** A phrase to be searched from its end: without blanks in Korean, where words begin is remembered. */
interface Phrase {
  readonly text: string;
  readonly starts: ReadonlySet<number>;
}

type Words = Pick<Presets, 'iconWords' | 'modelNames'>;

/**
 * Finds what stands for what a phrase names. Korean and English both put last what a thing is, so the longest name that
 * the phrase ends with counts, once what is done with it is taken away: of 아이폰 액정 교체 that is 액정. Of two that are
 * as long the studio's own model goes before an icon. Where nothing stands for the thing, what stands for the deed does.
 * A shop is named after what it deals in: 열쇠 of 열쇠집.
 */
export function findThing(phrase: string, { iconWords, modelNames }: Words): FoundThing | undefined {
  let rest = phraseOf(bareOf(phrase));
  let deed: FoundThing | undefined;
  while (rest.text !== '') {
    const model = longestEnd(rest, modelNames);
    const icon = longestEnd(rest, iconWords.things);
    const done = longestEnd(rest, iconWords.services);
    const thing = lengthOf(icon) > lengthOf(model) ? found('icon', icon) : found('model', model);
    const length = Math.max(lengthOf(icon), lengthOf(model));
    // 회원권 and 수업 are sold by many a shop: what stands before them says more.
    if (length > lengthOf(done) || (length > 0 && length === lengthOf(done) && thing?.kind !== 'model')) {
      return thing;
    }
    if (done !== undefined) deed ??= found('icon', done);
    const before =
      done === undefined ? beforeShopOrVerb(rest, iconWords.shops) : rest.text.length - done.name.length;
    if (before === undefined) break;
    rest = cutTo(rest, before);
  }
  return deed;
}

/** Whether the tables say that nothing stands for what a phrase names, though its last word alone has something: 'wine glasses'. */
export function showsNothing(phrase: string, { iconWords }: Pick<Presets, 'iconWords'>): boolean {
  const icon = longestEnd(phraseOf(bareOf(phrase)), iconWords.things);
  return icon !== undefined && icon.id === undefined;
}

/** Whether a phrase says last what is done: '세탁기 청소'. */
export const endsWithDeed = (phrase: string, { iconWords }: Pick<Presets, 'iconWords'>): boolean =>
  longestEnd(phraseOf(bareOf(phrase)), iconWords.services) !== undefined;

/** Whether a phrase says what is done and nothing of a thing: 야간 출장, 수강생 모집. */
export function namesDeed(phrase: string, { iconWords }: Pick<Presets, 'iconWords'>): boolean {
  let rest = phraseOf(bareOf(phrase));
  for (;;) {
    const done = longestEnd(rest, iconWords.services);
    if (done === undefined) return rest.text === '';
    rest = cutTo(rest, rest.text.length - done.name.length);
  }
}

const cutTo = ({ text, starts }: Phrase, end: number): Phrase => ({
  text: text.slice(0, end).trimEnd(),
  starts,
});

/** How a Korean predicate ends: 직접 짜요, 매입합니다. */
const PREDICATE = /^\p{Script=Hangul}+(?:요|니다)$/u;

/** Where the word for a shop begins that a phrase ends with, or its predicate; undefined where it has none. */
function beforeShopOrVerb({ text, starts }: Phrase, shops: readonly string[]): number | undefined {
  const last = Math.max(...[...starts].filter((start) => start < text.length));
  // A syllable ends many words: 방 of 창문방 is no shop's.
  const shop = shops.find(
    (name) => text.endsWith(name) && text.length > name.length && (name.length > 1 || last === 0),
  );
  if (shop !== undefined) return text.length - shop.length;
  return last > 0 && PREDICATE.test(text.slice(last)) ? last : undefined;
}

interface Ending {
  readonly name: string;
  readonly id?: string;
}

const lengthOf = (ending: Ending | undefined): number => ending?.name.length ?? 0;

const found = (kind: FoundThing['kind'], ending: Ending | undefined): FoundThing | undefined =>
  ending?.id === undefined ? undefined : { kind, id: ending.id, by: ending.name };

/** Brackets, amounts, and what English puts after a thing say nothing of what it looks like: 사과 10kg (부사). */
const bareOf = (phrase: string): string =>
  phrase
    .toLowerCase()
    .replaceAll(/\([^()]*\)|\[[^[\]]*\]|<[^<>]*>/g, ' ')
    .replaceAll(/(?:^|\s)\p{Script=Hangul}?\d[\p{L}\d.,:~%×/-]*(?=\s|$)/gu, ' ')
    .replace(/\s(?:for|with|from|in|at|to|by|on)\s.*$/s, '')
    .trim();

function phraseOf(phrase: string): Phrase {
  let text = '';
  const starts = new Set<number>();
  for (const token of phrase.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []) {
    const latin = /^[a-z]/.test(token);
    if (latin && /[a-z]$/.test(text)) text += ' ';
    starts.add(text.length);
    text += latin ? singularOf(token) : token;
  }
  return { text, starts };
}

/** Names are no longer than this, in UTF-16 units. */
const MAX_NAME = 32;

/** The longest of the names that a phrase ends with. */
function longestEnd(
  { text, starts }: Phrase,
  names: IconWords['things'],
): (NameOfThing & { readonly name: string }) | undefined {
  for (let from = Math.max(0, text.length - MAX_NAME); from < text.length; from++) {
    const name = text.slice(from);
    const entry = names.get(name);
    if (entry === undefined) continue;
    if (entry.at === 'whole' ? from === 0 : entry.at === 'end' || starts.has(from)) return { name, ...entry };
  }
  return undefined;
}
