import type { types } from '@slack/bolt';
import type { Locale, LocalizedText } from '../../../../ad/locale.ts';
import { defined } from '../../../../collections/defined.ts';
import type { Option, OptionKind } from '../../../../conversation/command/option.ts';
import type { Suggestion } from '../../../../conversation/command/suggest.ts';
import { shortenLines } from '../../../../text/shorten.ts';
import { truncate } from '../../markdown.ts';

/** What a field needs to know besides its option. */
export interface FieldContext {
  readonly locale: Locale;
  /** Names to choose from, for an option that takes one. */
  readonly suggest: (option: string) => readonly Suggestion[];
  /** Words that stand there already, by the names of options. */
  readonly given?: Readonly<Record<string, string>>;
}

/** The one element of each block. */
export const VALUE = 'value';

/** Files that are offered for choosing; what they hold is looked at later. */
const PICTURES = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'heic', 'avif', 'tiff'];

const ANSWERS = {
  yes: { ko: '예', en: 'Yes' },
  no: { ko: '아니요', en: 'No' },
} satisfies Readonly<Record<string, LocalizedText>>;

type Element = types.InputBlock['element'];

type Draw = (option: Option, name: string, context: FieldContext) => Element;

const text: Draw = (option, name, { given }) => ({
  type: 'plain_text_input',
  action_id: VALUE,
  ...(option.kind === 'text' ? { max_length: option.max, multiline: option.multiline === true } : {}),
  ...defined({
    initial_value: given?.[name]
      ? shortenLines(given[name], option.kind === 'text' ? option.max : 3000)
      : undefined,
  }),
});

const select = (choices: readonly Suggestion[]): Element => ({
  type: 'static_select',
  action_id: VALUE,
  options: choices
    .slice(0, 100)
    .map(({ value, title }) => ({ text: plainTextElement(truncate(title, 75)), value })),
});

/** How each kind of option is asked for. */
const ELEMENTS: { readonly [kind in OptionKind]: Draw } = {
  text,
  job: text,
  choice: (option, _name, { locale }) =>
    select(
      option.kind === 'choice'
        ? option.choices.map(({ value, title }) => ({ value, title: title[locale] }))
        : [],
    ),
  name: (_option, name, { suggest }) => select(suggest(name)),
  flag: (_option, _name, { locale }) =>
    select([
      { value: 'yes', title: ANSWERS.yes[locale] },
      { value: 'no', title: ANSWERS.no[locale] },
    ]),
  number: (option) => ({
    type: 'number_input',
    action_id: VALUE,
    is_decimal_allowed: option.kind === 'number' && !option.integer,
    ...(option.kind === 'number' ? { min_value: String(option.min), max_value: String(option.max) } : {}),
  }),
  photos: (option) => ({
    type: 'file_input',
    action_id: VALUE,
    filetypes: PICTURES,
    max_files: Math.min(10, option.kind === 'photos' ? option.max : 10),
  }),
};

/** An option as a field of a form. */
export function formField(name: string, option: Option, context: FieldContext): types.InputBlock {
  const label = { ko: option.ko, en: `${name.charAt(0).toUpperCase()}${name.slice(1)}` }[context.locale];
  return {
    type: 'input',
    block_id: name,
    label: plainTextElement(label),
    hint: plainTextElement(option.description[context.locale]),
    optional: option.required !== true,
    element: ELEMENTS[option.kind](option, name, context),
  };
}

export function plainTextElement(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
