import type { Locale, LocalizedText } from '../../ad/locale.ts';
import type { PhotoRef } from '../../ad/request.ts';
import type { NameList, Vocabulary } from './vocabulary.ts';

interface BaseOption {
  /** Its Korean name; the English one is its key. Lower case without spaces. */
  readonly ko: string;
  /** At most 100 characters in each language. */
  readonly description: LocalizedText;
  readonly required?: boolean;
}

interface TextOption extends BaseOption {
  readonly kind: 'text';
  /** Most characters. */
  readonly max: number;
  /** Asked for in a field of several lines, where a form is shown. */
  readonly multiline?: boolean;
}

interface ChoiceOption<V extends string = string> extends BaseOption {
  readonly kind: 'choice';
  readonly choices: readonly { readonly value: V; readonly title: LocalizedText }[];
}

/** A name out of a list that is too long for choices: suggested while it is typed. */
export interface NameOption extends BaseOption {
  readonly kind: 'name';
  list(vocabulary: Vocabulary): NameList | readonly string[];
}

interface FlagOption extends BaseOption {
  readonly kind: 'flag';
}

interface NumberOption extends BaseOption {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
}

interface PhotosOption extends BaseOption {
  readonly kind: 'photos';
  readonly max: number;
}

/** The short name of a job or picture. */
interface JobOption extends BaseOption {
  readonly kind: 'job';
}

/** Everything that a command may ask for. The set is closed: every adapter maps every kind, or does not compile. */
export type Option =
  | TextOption
  | ChoiceOption
  | NameOption
  | FlagOption
  | NumberOption
  | PhotosOption
  | JobOption;

export type OptionKind = Option['kind'];

/** What an option of each kind holds. */
interface ValueByKind {
  readonly text: string;
  readonly choice: string;
  readonly name: string;
  readonly flag: boolean;
  readonly number: number;
  readonly photos: readonly PhotoRef[];
  readonly job: string;
}

type ValueOf<O extends Option> = O extends ChoiceOption<infer V> ? V : ValueByKind[O['kind']];

export type Options = Readonly<Record<string, Option>>;

/** What a command's `run` is handed: required options always, others when they were given. */
export type ValuesOf<O extends Options> = {
  readonly [K in keyof O as O[K] extends { readonly required: true } ? K : never]: ValueOf<O[K]>;
} & {
  readonly [K in keyof O as O[K] extends { readonly required: true } ? never : K]?: ValueOf<O[K]> | undefined;
};

/** A value as an adapter found it. */
export type OptionValue = ValueByKind[OptionKind];

export type OptionValues = Readonly<Record<string, OptionValue | undefined>>;

/** A suggestion for a name that is being typed. */
export interface Suggestion {
  readonly value: string;
  readonly title: string;
}

/**
 * Names that begin with, then those that contain what was typed, by any of their aliases; all while nothing was.
 *
 * @param max how many the platform shows
 */
export function suggest(
  option: NameOption,
  vocabulary: Vocabulary,
  typed: string,
  locale: Locale,
  max: number,
): readonly Suggestion[] {
  const list = option.list(vocabulary);
  const rows =
    'rows' in list
      ? list.rows.map(({ key, names, aliases }) => ({
          value: key,
          title: names[locale],
          found: [key, names.ko, names.en, ...aliases.ko, ...aliases.en],
        }))
      : list.map((name) => ({ value: name, title: name, found: [name] }));
  const wanted = typed.trim().toLowerCase();
  const rank = (found: readonly string[]): number => {
    if (found.some((name) => name.toLowerCase().startsWith(wanted))) return 0;
    return found.some((name) => name.toLowerCase().includes(wanted)) ? 1 : 2;
  };
  return rows
    .map((row) => ({ ...row, rank: rank(row.found) }))
    .filter((row) => row.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, max)
    .map(({ value, title }) => ({ value, title }));
}
