import { ANY_FAMILY, SCENE_FAMILY } from '../ad/design.ts';
import type { Size } from '../ad/geometry.ts';
import type { SceneName } from '../ad/scene.ts';
import type { StudioCatalogue } from '../ad/studio-catalogue.ts';
import { defined } from '../collections/defined.ts';
import { Catalogue, type Named } from './catalogue.ts';
import { claims } from './claims.ts';
import { createContentCheck } from './content-check.ts';
import { deepFrozen } from './deep-frozen.ts';
import { studioFields } from './fields.ts';
import { forbidden } from './forbidden.ts';
import { formats } from './format.ts';
import { iconWordsOf, shopNames, unicodeNames } from './icon-words.ts';
import type { Industry } from './industry.ts';
import { lazyObject, memoized } from './lazy-object.ts';
import { createLetterCheck, uncoveredLetters } from './letter-check.ts';
import type { Term } from './lexicon.ts';
import { lexiconFile, termsOf } from './lexicon.ts';
import { loadDesigns } from './load-designs.ts';
import { families } from './look.ts';
import { moods } from './mood.ts';
import { motions } from './motion.ts';
import { nearestFormat } from './nearest-format.ts';
import { pageTrees } from './page-trees.ts';
import { findPlace, placeCatalogue, placeNamed, places } from './place.ts';
import { GENERAL_TRADE, type Presets } from './presets.ts';
import { type FolderContent, readFolder } from './read-folder.ts';
import { badPreset, checkContent } from './read-yaml.ts';
import { seasons } from './season.ts';
import { modelNamesOf, propWordsOf, studioTerms } from './studio-words.ts';
import { styles } from './style.ts';
import { tints } from './tint.ts';
import { inherited, trades } from './trade.ts';
import { tradeActs } from './trade-acts.ts';

export interface LoadOptions {
  /**
   * Folders with parsed files by their digest, searched in order; what is in none of them is kept in the last. They may
   * be emptied at any time.
   */
  readonly caches?: readonly string[];
  /** Whether some font has a code point; absent = no request is refused for its script. */
  readonly covers?: (codePoint: number) => boolean;
  /** The design family of ads for which none is asked, by any of its names; absent = whichever suits best. */
  readonly defaultFamily?: string;
  /** The place of ads for which neither place nor shape is asked; absent = nowhere in particular. */
  readonly defaultPlace?: string;
}

/**
 * Reads and checks all presets, which takes some 0.4 s. With `caches`, files that were checked before are parsed no
 * more, and checked when they are first used: a tenth of that.
 *
 * @param folder the project's presets/
 * @param studio what the presets may name
 * @throws UserError `bad-preset` naming the file, the row and the field that is wrong
 */
export async function loadPresets(
  folder: string,
  studio: StudioCatalogue,
  options: LoadOptions = {},
): Promise<Presets> {
  const { scenes, materials, props, styles: looks } = studio;
  const words = JSON.stringify([scenes.all, materials.all, props.all, looks.all]);
  const content = await readFolder(folder, { ...options, words });
  const presets = presetsOf(content, studio, options);
  // A family or a place that there is not is told now.
  if (options.defaultFamily !== undefined || options.defaultPlace !== undefined)
    Reflect.get(presets, 'requestRules');
  if (!content.seenBefore) {
    // Every part is read, so that a mistake is told now and not with the first ad.
    for (const part of Object.keys(presets)) Reflect.get(presets, part);
    await content.keep();
  }
  return presets;
}

function presetsOf(
  content: FolderContent,
  studio: StudioCatalogue,
  { covers, defaultFamily, defaultPlace }: LoadOptions,
): Presets {
  const year = memoized(() => content.read('seasons.yaml', seasons(studio)));
  const sets = memoized(() => deepFrozen(content.read('forbidden.yaml', forbidden)));
  return lazyObject<Presets>({
    digest: () => content.digest,
    industries: () => readIndustries(content, studio, sets()),
    tradeActs: (presets) => readActs(content, presets.industries),
    styles: () =>
      catalogue(
        'style',
        'studio',
        checkContent(
          'studio',
          studio.styles.all.map(({ name, ...entry }) => ({ key: name, ...entry })),
          styles(studio),
        ),
      ),
    formats: () => catalogue('ratio', 'formats.yaml', content.read('formats.yaml', formats)),
    places: () => placeCatalogue(content.read('places.yaml', places)),
    designs: (presets) => loadDesigns(content, presets.moods),
    moods: () => catalogue('mood', 'moods.yaml', content.read('moods.yaml', moods)),
    pages: () => deepFrozen(content.read('pages.yaml', pageTrees)),
    motions: () => catalogue('motion', 'motions.yaml', content.read('motions.yaml', motions)),
    seasons: () => catalogue('season', 'seasons.yaml', year().seasons),
    occasions: () => catalogue('occasion', 'seasons.yaml', year().occasions),
    solarTerms: () => year().solarTerms,
    forbidden: sets,
    unwanted: () => deepFrozen(content.read('unwanted.yaml', forbidden)),
    claims: () => deepFrozen(content.read('claims.yaml', claims)),
    tints: () => content.read('tints.yaml', tints),
    studio: () => studio,
    propWords: () => propWordsOf(studio),
    modelNames: (presets) => modelNamesOf(presets.propWords),
    iconWords: () =>
      iconWordsOf(content.read('icons/cldr.yaml', unicodeNames), content.read('icons/words.yaml', shopNames)),
    lexicon: () => readLexicon(content, studio),
    uncovered: () => (text: string) => (covers === undefined ? [] : uncoveredLetters(text, covers)),
    requestRules: (presets) => {
      const family = (name: string): string => UNDESIGNED.get(name.trim()) ?? presets.designs.named(name).key;
      return Object.freeze({
        industry: (name: string) => presets.industries.named(name).key,
        style: (name: string) => presets.styles.named(name).key,
        format: (name: string) => presets.formats.named(name).key,
        place: (name: string) => placeNamed(name, presets.places),
        findPlace: (name: string) => findPlace(name, presets.places),
        family,
        motion: (name: string) => presets.motions.named(name).key,
        findMotion: (name: string) => presets.motions.find(name)?.key,
        ...defined({
          defaultFamily: defaultFamily === undefined ? undefined : family(defaultFamily),
          defaultPlace: defaultPlace === undefined ? undefined : placeNamed(defaultPlace, presets.places),
        }),
        formatNear: (size: Size) => nearestFormat(presets.formats.rows, size),
        checkContent: createContentCheck(() => presets.unwanted),
        ...defined({ checkLetters: covers && createLetterCheck(covers) }),
      });
    },
  });
}

/** What may be asked for in place of a family. */
const UNDESIGNED: ReadonlyMap<string, string> = new Map([
  [SCENE_FAMILY, SCENE_FAMILY],
  ['장면', SCENE_FAMILY],
  [ANY_FAMILY, ANY_FAMILY],
  ['자동', ANY_FAMILY],
]);

function readIndustries(
  content: FolderContent,
  studio: StudioCatalogue,
  sets: Presets['forbidden'],
): Presets['industries'] {
  const rows = readTrades(content, studio);
  const found = catalogue('industry', 'trades/', rows);
  if (found.find(GENERAL_TRADE) === undefined) {
    throw badPreset('trades/', GENERAL_TRADE, 'the row for all other trades is missing');
  }
  for (const { name, trades: suited = [] } of studio.scenes.all) {
    const unknown = suited.find((key) => found.find(key)?.key !== key);
    if (unknown !== undefined)
      throw badPreset(STUDIO, `${name}, trades`, `there is no industry "${unknown}"`);
  }
  const keys = new Set(sets.map((set) => set.key));
  for (const trade of found.rows) {
    const unknown = trade.forbid.find((key) => !keys.has(key));
    if (unknown === undefined) continue;
    throw badPreset('trades/', `${trade.key}, forbid`, `there is no set "${unknown}" in forbidden.yaml`);
  }
  return found;
}

/** The rows of all files, each with what its family gives it. */
function readTrades(content: FolderContent, studio: StudioCatalogue): readonly Industry[] {
  const fields = studioFields(studio);
  const looks = new Map(content.read('families.yaml', families(fields)).map((row) => [row.key, row]));
  const schema = trades(fields);
  return content.filesIn('trades/').flatMap((file) =>
    content.read(file, schema).map((row) => {
      const family = looks.get(row.family);
      if (family === undefined)
        throw badPreset(file, `${row.key}, family`, `there is no family "${row.family}" in families.yaml`);
      const whole = inherited(row, family);
      return {
        ...whole,
        backdrops: [...new Set([...whole.backdrops, ...scenesFor(row.key, studio)])],
      };
    }),
  );
}

/** The acts, whose keys all are trades. */
function readActs(content: FolderContent, rows: Presets['industries']): Presets['tradeActs'] {
  const acts = content.read('trade-acts.yaml', tradeActs);
  for (const { act, of } of acts) {
    const named = Object.entries(of).flatMap(([key, goods]) => [key, ...goods]);
    const unknown = named.find((key) => rows.find(key)?.key !== key);
    if (unknown !== undefined) throw badPreset('trade-acts.yaml', act, `there is no trade "${unknown}"`);
  }
  return deepFrozen(acts);
}

/** Where words of the studio stand: right before scene.yaml. Of words with one English name the first is taken. */
const STUDIO = 'lexicon/scene of the studio';

/** Scenes that say themselves that they suit a trade. */
const scenesFor = (trade: string, { scenes }: StudioCatalogue): readonly SceneName[] =>
  scenes.all.filter(({ trades }) => trades?.includes(trade)).map(({ name }) => name);

function catalogue<T extends Named>(kind: string, file: string, rows: readonly T[]): Catalogue<T> {
  return new Catalogue(kind, deepFrozen(rows), (name, row) => {
    throw badPreset(file, row.key, `the name "${name}" belongs to another row already`);
  });
}

function readLexicon(content: FolderContent, studio: StudioCatalogue): readonly Term[] {
  const terms: Term[] = [];
  const seen = new Map<string, string>();
  const schema = lexiconFile(studio);
  const files = content.filesIn('lexicon/').map((file) => [file, content.read(file, schema)] as const);
  const sources = [...files, [STUDIO, studioTerms(studio)] as const].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [file, groups] of sources) {
    for (const [index, group] of groups.entries()) {
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
