import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord.js';
import type { LocalizedText } from '../../../ad/locale.ts';
import type { Option, OptionKind } from '../../../conversation/command/option.ts';

type OptionOf<K extends OptionKind> = Extract<Option, { readonly kind: K }>;

interface Base {
  readonly name: string;
  readonly name_localizations: { readonly ko: string };
  readonly description: string;
  readonly description_localizations: { readonly ko: string };
  readonly required: boolean;
}

type Mapping = {
  readonly [K in OptionKind]: (
    option: OptionOf<K>,
    base: Base,
  ) => readonly APIApplicationCommandBasicOption[];
};

/** Longest text that Discord lets one type into an option (https://discord.com/developers/docs/interactions/application-commands). */
const MAX_TEXT = 6000;

/** How every kind of option looks on Discord. A kind that is missing here does not compile. */
const MAPPING: Mapping = {
  text: ({ max }, base) => [
    { ...base, type: ApplicationCommandOptionType.String, max_length: Math.min(max, MAX_TEXT) },
  ],
  choice: ({ choices }, base) => [
    {
      ...base,
      type: ApplicationCommandOptionType.String,
      choices: choices.map(({ value, title }) => ({
        value,
        name: title.en,
        name_localizations: { ko: title.ko },
      })),
    },
  ],
  name: (_option, base) => [{ ...base, type: ApplicationCommandOptionType.String, autocomplete: true }],
  job: (_option, base) => [{ ...base, type: ApplicationCommandOptionType.String, autocomplete: true }],
  flag: (_option, base) => [{ ...base, type: ApplicationCommandOptionType.Boolean }],
  number: ({ min, max, integer }, base) => {
    const range = { min_value: min, max_value: max };
    return integer
      ? [{ ...base, ...range, type: ApplicationCommandOptionType.Integer }]
      : [{ ...base, ...range, type: ApplicationCommandOptionType.Number }];
  },
  // One option holds one file.
  photos: ({ max, required }, base) =>
    photoNames(base.name, max).map((name, index) => ({
      ...base,
      name,
      name_localizations: { ko: numbered(base.name_localizations.ko, index) },
      required: required === true && index === 0,
      type: ApplicationCommandOptionType.Attachment,
    })),
};

/** An option as Discord's options; several where it holds several files. */
export function mapOption(name: string, option: Option): readonly APIApplicationCommandBasicOption[] {
  const base: Base = {
    name,
    name_localizations: { ko: option.ko },
    ...localized(option.description),
    required: option.required === true,
  };
  // The mapping's entry is that of the option's own kind, which the union of all kinds cannot express.
  const map = MAPPING[option.kind] as (
    option: Option,
    base: Base,
  ) => readonly APIApplicationCommandBasicOption[];
  return map(option, base);
}

/** The options that hold an option's photos: `photo`, `photo2`, … */
export function photoNames(name: string, max: number): readonly string[] {
  return Array.from({ length: max }, (_, index) => numbered(name, index));
}

/** A description in every language. */
export function localized({
  en,
  ko,
}: LocalizedText): Pick<Base, 'description' | 'description_localizations'> {
  return { description: en, description_localizations: { ko } };
}

const numbered = (name: string, index: number): string => (index === 0 ? name : `${name}${index + 1}`);
