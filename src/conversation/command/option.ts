import type { LocalizedText } from '../../ad/locale.ts';
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
