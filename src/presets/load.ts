import { STYLE_NAMES } from '../ad/style.ts';
import { Catalogue, type Named } from './catalogue.ts';
import { claims } from './claims.ts';
import { createContentCheck } from './content-check.ts';
import { deepFrozen } from './deep-frozen.ts';
import { forbidden } from './forbidden.ts';
import { formats } from './format.ts';
import { industries } from './industry.ts';
import { lazyObject, memoized } from './lazy-object.ts';
import type { Term } from './lexicon.ts';
import { lexiconFile, termsOf } from './lexicon.ts';
import { plainWords } from './plain-words.ts';
import { GENERAL_TRADE, type Presets } from './presets.ts';
import { type FolderContent, readFolder } from './read-folder.ts';
import { badPreset } from './read-yaml.ts';
import { seasons } from './season.ts';
import { stands } from './stand.ts';
import { style } from './style.ts';
import { tints } from './tint.ts';

/**
 * Reads and checks all presets, which takes some 0.4 s. With `caches`, files that were checked before are parsed no
 * more, and checked when they are first used: a tenth of that.
 *
 * @param folder the project's presets/
 * @param options.caches folders with parsed files by their digest, searched in order; what is in none of them is kept
 *   in the last. They may be emptied at any time
 * @throws UserError `bad-preset` naming the file, the row and the field that is wrong
 */
export async function loadPresets(
  folder: string,
  options: { readonly caches?: readonly string[] } = {},
): Promise<Presets> {
  const content = await readFolder(folder, options.caches);
  const presets = presetsOf(content);
  if (!content.seenBefore) {
    // Every part is read, so that a mistake is told now and not with the first ad.
    for (const part of Object.keys(presets)) Reflect.get(presets, part);
    await content.keep();
  }
  return presets;
}

function presetsOf(content: FolderContent): Presets {
  const year = memoized(() => content.read('seasons.yaml', seasons));
  const sets = memoized(() => deepFrozen(content.read('forbidden.yaml', forbidden)));
  return lazyObject<Presets>({
    digest: () => content.digest,
    industries: () => readIndustries(content, sets()),
    styles: () =>
      catalogue(
        'style',
        'styles/',
        STYLE_NAMES.map((name) => content.read(`styles/${name}.yaml`, style)),
      ),
    formats: () => catalogue('ratio', 'formats.yaml', content.read('formats.yaml', formats)),
    seasons: () => catalogue('season', 'seasons.yaml', year().seasons),
    occasions: () => catalogue('occasion', 'seasons.yaml', year().occasions),
    solarTerms: () => year().solarTerms,
    forbidden: sets,
    unwanted: () => deepFrozen(content.read('unwanted.yaml', forbidden)),
    claims: () => deepFrozen(content.read('claims.yaml', claims)),
    plainWords: () => content.read('plain-words.yaml', plainWords),
    tints: () => content.read('tints.yaml', tints),
    stands: () => content.read('stands.yaml', stands),
    lexicon: (presets) => readLexicon(content, presets.industries),
    requestRules: (presets) =>
      Object.freeze({
        industry: (name: string) => presets.industries.named(name).key,
        style: (name: string) => presets.styles.named(name).key,
        format: (name: string) => presets.formats.named(name).key,
        checkContent: createContentCheck(() => presets.unwanted),
      }),
  });
}

function readIndustries(content: FolderContent, sets: Presets['forbidden']): Presets['industries'] {
  const trades = catalogue('industry', 'industries.yaml', content.read('industries.yaml', industries));
  if (trades.find(GENERAL_TRADE) === undefined) {
    throw badPreset('industries.yaml', GENERAL_TRADE, 'the row for all other trades is missing');
  }
  const keys = new Set(sets.map((set) => set.key));
  for (const trade of trades.rows) {
    const unknown = trade.forbid.find((key) => !keys.has(key));
    if (unknown === undefined) continue;
    throw badPreset(
      'industries.yaml',
      `${trade.key}, forbid`,
      `there is no set "${unknown}" in forbidden.yaml`,
    );
  }
  return trades;
}

function catalogue<T extends Named>(kind: string, file: string, rows: readonly T[]): Catalogue<T> {
  return new Catalogue(kind, deepFrozen(rows), (name, row) => {
    throw badPreset(file, row.key, `the name "${name}" belongs to another row already`);
  });
}

function readLexicon(content: FolderContent, trades: Catalogue<Named>): readonly Term[] {
  const terms: Term[] = [];
  const seen = new Map<string, string>();
  for (const file of content.filesIn('lexicon/')) {
    const groups = content.read(file, lexiconFile);
    for (const [index, group] of groups.entries()) {
      const unknown = group.trades.find((trade) => trades.find(trade) === undefined);
      if (unknown !== undefined) {
        throw badPreset(file, `row ${index + 1}, trades`, `there is no industry "${unknown}"`);
      }
      for (const term of termsOf(group)) {
        const other = seen.get(term.ko);
        if (other !== undefined)
          throw badPreset(file, `row ${index + 1}, words`, `"${term.ko}" is in ${other} too`);
        seen.set(term.ko, file);
        terms.push(term);
      }
    }
  }
  return deepFrozen(terms);
}
