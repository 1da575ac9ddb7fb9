import * as z from 'zod';
import { singularOf } from '../language/english.ts';
import { linesOf, Wrong } from './fields.ts';

/** What a name stands for. */
export interface NameOfThing {
  /** An icon's code points in hex without variation selectors, joined by '-': '1f353'; absent = nothing stands for it. */
  readonly id?: string;
  /** Where it counts: 'word' = where a word begins, 'end' = inside a word too, 'whole' = where nothing stands before it. */
  readonly at: 'word' | 'end' | 'whole';
}

/** Which 3D icon stands for a thing that there is no photo of, by names in lower case and without blanks in Korean. */
export interface IconWords {
  readonly things: ReadonlyMap<string, NameOfThing>;
  /** What is done with things: 수리, 레슨. What stands before it is the thing, where there is an icon of it. */
  readonly services: ReadonlyMap<string, NameOfThing>;
  /** What shops are called after what they deal in: 집 of 열쇠집; the longest first. */
  readonly shops: readonly string[];
}

interface Row {
  readonly id?: string;
  readonly korean: readonly string[];
  readonly english: readonly string[];
}

/** `🔑 열쇠 도어키 | key, door key`; '-' in place of an icon, or of names. */
const rows = linesOf((line): Row | Wrong => {
  const [icon = '', ...names] = line.split('|')[0]?.trim().split(/ +/) ?? [];
  const english = line.split('|')[1]?.split(',') ?? [];
  if (icon !== '-' && !/^\p{Extended_Pictographic}/u.test(icon))
    return new Wrong('must begin with an icon, or -');
  const listed = (words: readonly string[]) =>
    words.map((word) => word.trim().toLowerCase()).filter((word) => word !== '' && word !== '-');
  const row = { korean: listed(names), english: listed(english) };
  return icon === '-' ? row : { id: idOf(icon), ...row };
});

/** The name of an icon: its code points, without those that only ask for a picture. */
const idOf = (icon: string): string =>
  [...icon]
    .map((part) => part.codePointAt(0)?.toString(16) ?? '')
    .filter((code) => code !== 'fe0f')
    .join('-');

/** The names that Unicode gives. */
export const unicodeNames = z.strictObject({ things: rows });

/** What shops call things. */
export const shopNames = z.strictObject({
  things: rows,
  services: rows,
  shops: z.string().transform((list) => list.split(' ')),
});

/** The names of shops go before those of Unicode. */
export function iconWordsOf(
  unicode: z.output<typeof unicodeNames>,
  { things, services, shops }: z.output<typeof shopNames>,
): IconWords {
  return {
    things: namesOf([...unicode.things, ...things]),
    services: namesOf(services),
    shops: shops.toSorted((a, b) => b.length - a.length),
  };
}

function namesOf(lines: readonly Row[]): ReadonlyMap<string, NameOfThing> {
  const names = new Map<string, NameOfThing>();
  const put = (name: string, at: NameOfThing['at'], id: string | undefined): void => {
    names.set(name, id === undefined ? { at } : { id, at });
  };
  for (const { id, korean, english } of lines) {
    for (const name of english) put(name.split(' ').map(singularOf).join(' '), 'word', id);
    for (const name of korean) {
      if (name.startsWith('=')) put(name.slice(1), 'whole', id);
      else if (name.startsWith('~')) put(name.slice(1), 'end', id);
      // A syllable alone is the end of too many words.
      else put(name, /^\p{Script=Hangul}{2}/u.test(name) ? 'end' : 'word', id);
    }
  }
  return names;
}
