import type { HexColour, LightingName, MaterialName, OutlookName, SceneName } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import type { Word } from './find-words.ts';
import { termOf } from './word-means.ts';

/** What the request says of the picture, and what it does not want there. */
export interface SceneWords {
  readonly materials: readonly MaterialName[];
  readonly backdrops: readonly SceneName[];
  readonly lighting?: LightingName;
  /** Of a scene in the open. */
  readonly outlook?: OutlookName;
  /** 0–1, from the darkest or the last word of light. */
  readonly darkness?: number;
  readonly colour?: HexColour;
  readonly surfaces: readonly string[];
  readonly moods: readonly string[];
  /** Moods that are felt on the tongue or the skin: 'crisp', 'moist'. */
  readonly tastes: readonly string[];
  readonly settings: readonly string[];
  readonly lights: readonly string[];
  readonly colours: readonly string[];
  readonly props: readonly string[];
  readonly denied: {
    readonly materials: readonly MaterialName[];
    readonly backdrops: readonly SceneName[];
    readonly lightings: readonly LightingName[];
    readonly colours: readonly HexColour[];
    /** In English, and as they were written. */
    readonly words: readonly string[];
    readonly said: readonly string[];
  };
}

/** Darkness from here on is night. */
const NIGHT = 0.5;

/** Not dark, not bright: what a denied word of light leaves. */
const UNDONE = { fromDark: 0.2, fromBright: 0.6 };

/** Gathers the words about the picture. Words of the subject are about the subject. */
export function readSceneWords(
  words: readonly Word[],
  isSubject: (word: Word) => boolean,
  isDenied: (word: Word) => boolean,
): SceneWords {
  const wanted: SceneTerm[] = [];
  const unwanted: SceneTerm[] = [];
  for (const word of words) {
    const term = termOf(word);
    // The hour in a subject's name ('새벽 요가') is the picture's too; a colour or a material is the subject's own.
    if (term === undefined || (isSubject(word) && term.group.kind !== 'time')) continue;
    (isDenied(word) ? unwanted : wanted).push({ term, en: term.en, said: word.text });
  }
  const kinds = (...names: readonly string[]): readonly string[] =>
    unique(wanted.filter(({ term }) => names.includes(term.group.kind)).map(({ en }) => en));
  const means = <T>(terms: readonly SceneTerm[], pick: (found: SceneTerm) => T | undefined): readonly T[] =>
    unique(terms.flatMap((found) => pick(found) ?? []));
  const lightings = means(wanted, ({ term }) => term.group.means.lighting);
  const outlook = means(wanted, ({ term }) => term.group.means.outlook)[0];
  const darkness = darknessOf(wanted, unwanted);
  const moods = wanted.filter(({ term }) => term.group.kind === 'mood');
  const named = unwanted.filter(({ term }) => term.group.kind !== 'filler');
  const colour = means(wanted, ({ term }) => term.group.means.colour)[0];
  return {
    materials: means(wanted, ({ term }) => term.group.means.material),
    backdrops: means(wanted, ({ term }) => term.group.means.backdrop),
    ...defined({ lighting: lightings[0], outlook, darkness, colour }),
    surfaces: kinds('material', 'backdrop'),
    moods: unique(moods.filter(({ term }) => term.group.said !== 'taste').map(({ en }) => en)),
    tastes: unique(moods.filter(({ term }) => term.group.said === 'taste').map(({ en }) => en)),
    settings: unique(wanted.filter(isSetting).map(({ en }) => en)),
    lights: kinds('lighting'),
    colours: kinds('colour'),
    props: kinds('prop', 'flower', 'animal'),
    denied: {
      materials: means(unwanted, ({ term }) => term.group.means.material),
      backdrops: means(unwanted, ({ term }) => term.group.means.backdrop),
      lightings: means(unwanted, ({ term }) => term.group.means.lighting),
      colours: means(unwanted, ({ term }) => term.group.means.colour),
      words: unique(named.map(({ en }) => en)),
      said: unique(named.map(({ said }) => said)),
    },
  };
}

/** A place, an hour or weather that the light does not tell already. */
function isSetting({ term: { group } }: SceneTerm): boolean {
  if (group.kind !== 'place' && group.kind !== 'time' && group.kind !== 'weather') return false;
  return group.means.lighting === undefined && group.means.darkness === undefined;
}

interface SceneTerm {
  readonly term: NonNullable<ReturnType<typeof termOf>>;
  readonly en: string;
  readonly said: string;
}

function darknessOf(wanted: readonly SceneTerm[], unwanted: readonly SceneTerm[]): number | undefined {
  const said = wanted.flatMap(({ term }) => term.group.means.darkness ?? []);
  const dark = said.filter((value) => value >= NIGHT);
  if (said.length > 0) return dark.length > 0 ? Math.max(...dark) : Math.min(...said);
  const denied = unwanted.flatMap(({ term }) => term.group.means.darkness ?? [])[0];
  if (denied === undefined) return undefined;
  return denied >= NIGHT ? UNDONE.fromDark : UNDONE.fromBright;
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
