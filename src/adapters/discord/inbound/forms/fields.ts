import {
  type APILabelComponent,
  type APIStringSelectComponent,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { Locale } from '../../../../ad/locale.ts';
import type { Option, OptionKind } from '../../../../conversation/command/option.ts';
import type { Suggestion } from '../../../../conversation/command/suggest.ts';

/** What a field needs to know besides its option. */
export interface FieldContext {
  readonly locale: Locale;
  /** What can be chosen for a `name`. */
  suggest(option: string): readonly Suggestion[];
}

type Field = APILabelComponent['component'];

type OptionOf<K extends OptionKind> = Extract<Option, { readonly kind: K }>;

type Fields = {
  readonly [K in OptionKind]: (name: string, option: OptionOf<K>, context: FieldContext) => Field;
};

/** What fits (https://discord.com/developers/docs/components/reference). */
const LABEL = 45;
const DESCRIPTION = 100;
const TEXT = 4000;
const CHOICES = 25;

/** How every kind of option is asked for in a form. A kind that is missing here does not compile. */
const FIELDS: Fields = {
  text: (name, option) => textField(name, option, option.max, option.multiline === true),
  job: (name, option) => textField(name, option, 32, false),
  number: (name, option) => textField(name, option, 16, false),
  choice: (name, { required, choices }, { locale }) =>
    menuField(
      name,
      required,
      choices.map(({ value, title }) => ({ value, label: title[locale] })),
    ),
  name: (name, { required }, { suggest }) =>
    menuField(
      name,
      required,
      suggest(name).map(({ value, title }) => ({ value, label: title })),
    ),
  flag: (name, { required }, { locale }) =>
    menuField(name, required, [
      { value: 'yes', label: { ko: '네', en: 'Yes' }[locale] },
      { value: 'no', label: { ko: '아니요', en: 'No' }[locale] },
    ]),
  photos: (name, { required, max }) => ({
    type: ComponentType.FileUpload,
    custom_id: name,
    min_values: required === true ? 1 : 0,
    max_values: max,
    required: required === true,
    file_types: ['image'],
  }),
};

/** An option as a field of a form. */
export function formField(name: string, option: Option, context: FieldContext): APILabelComponent {
  // The entry is that of the option's own kind, which the union of all kinds cannot express.
  const field = FIELDS[option.kind] as (name: string, option: Option, context: FieldContext) => Field;
  const { locale } = context;
  const label = locale === 'ko' ? option.ko : name;
  return {
    type: ComponentType.Label,
    label: (label.charAt(0).toUpperCase() + label.slice(1)).slice(0, LABEL),
    description: option.description[locale].slice(0, DESCRIPTION),
    component: field(name, option, context),
  };
}

function textField(
  name: string,
  { required }: Pick<Option, 'required'>,
  max: number,
  long: boolean,
): APITextInputComponent {
  return {
    type: ComponentType.TextInput,
    custom_id: name,
    style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: required === true,
    max_length: Math.min(max, TEXT),
  };
}

function menuField(
  name: string,
  required: boolean | undefined,
  options: readonly { readonly value: string; readonly label: string }[],
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: name,
    required: required === true,
    min_values: required === true ? 1 : 0,
    max_values: 1,
    options: options.slice(0, CHOICES).map(({ value, label }) => ({ value, label: label.slice(0, 100) })),
  };
}
