import type { PropName } from '../ad/scene.ts';
import type { AskedBy, StudioCatalogue } from '../ad/studio-catalogue.ts';
import { defined } from '../collections/defined.ts';
import type { NameOfThing } from './icon-words.ts';
import type { TermGroup } from './lexicon.ts';
import { badPreset } from './read-yaml.ts';

/** Which prop stands for a thing that there is no photo of. */
export interface PropWords {
  /** By Korean names. */
  readonly korean: ReadonlyMap<string, PropName>;
  /** By what Korean names end with: '라떼' for any of them. */
  readonly endings: ReadonlyMap<string, PropName>;
  /** By English names in lower case, in the singular. */
  readonly english: ReadonlyMap<string, PropName>;
}

/** @throws UserError `bad-preset` where two props stand for the same */
export function propWordsOf({ props }: StudioCatalogue): PropWords {
  const korean = new Map<string, PropName>();
  const endings = new Map<string, PropName>();
  const english = new Map<string, PropName>();
  const put = (map: Map<string, PropName>, word: string, name: PropName): void => {
    const other = map.get(word);
    if (other !== undefined) throw badPreset('studio', name, `"${word}" is what ${other} stands for already`);
    map.set(word, name);
  };
  for (const { name, standsFor } of props.all) {
    for (const word of standsFor.ko.split(' ')) {
      if (word.startsWith('~')) put(endings, word.slice(1), name);
      else put(korean, word, name);
    }
    for (const word of standsFor.en?.split(', ') ?? []) put(english, word, name);
  }
  return { korean, endings, english };
}

/** What the studio's models stand for, as the ends of phrases. */
export function modelNamesOf({ korean, endings, english }: PropWords): ReadonlyMap<string, NameOfThing> {
  return new Map<string, NameOfThing>([
    ...[...english].map(([name, id]): [string, NameOfThing] => [name, { id, at: 'word' }]),
    ...[...korean].map(([name, id]): [string, NameOfThing] => [name.toLowerCase(), { id, at: 'word' }]),
    ...[...endings].map(([name, id]): [string, NameOfThing] => [name, { id, at: 'end' }]),
  ]);
}

/** The words by which requests ask for what the studio can show, as the lexicon has them. */
export function studioTerms({ scenes, materials, props }: StudioCatalogue): readonly TermGroup[] {
  return [
    ...materials.all.flatMap(({ name, words }) =>
      words.map(({ scene, ...asked }) =>
        group('material', asked, { material: name, ...defined({ backdrop: scene }) }),
      ),
    ),
    ...scenes.all.flatMap(({ name, words }) =>
      words.map(({ surface, outlook, darkness, ...asked }) =>
        group(surface === undefined ? 'backdrop' : 'material', asked, {
          backdrop: name,
          ...defined({ outlook, darkness }),
        }),
      ),
    ),
    ...props.all.flatMap(({ words = [] }) => words.map(({ kind, ...asked }) => group(kind, asked, {}))),
  ];
}

const group = (kind: TermGroup['kind'], { ko, en = [] }: AskedBy, means: TermGroup['means']): TermGroup => ({
  kind,
  means,
  suits: { backdrops: [], materials: [] },
  words: Object.entries(ko).map(([word, meaning]) => ({ ko: word, en: meaning })),
  also: [...en],
});
