import type { types } from '@slack/bolt';
import type { Locale, LocalizedText } from '../../../../ad/locale.ts';
import { defined } from '../../../../collections/defined.ts';
import type { Command } from '../../../../conversation/command/define-command.ts';
import type { Option, OptionKind, Suggestion } from '../../../../conversation/command/option.ts';
import { shortenLines } from '../../../../text/shorten.ts';
import { truncate } from '../../markdown.ts';

export interface FormParts {
  readonly locale: Locale;
  /** What comes back with it, at most 3000 characters. */
  readonly metadata: string;
  /** Names to choose from, for an option that takes one. */
  readonly suggest: (option: string) => readonly Suggestion[];
  /** Words that stand there already, by the names of options. */
  readonly given?: Readonly<Record<string, string>>;
  /** Photos that are there already: then none is asked for, but said which. */
  readonly photos?: readonly string[];
}

/** Ids of forms begin with it; the command's name follows. */
export const FORM_PREFIX = 'form:';

/** The one element of each block. */
export const VALUE = 'value';

/** Files that are offered for choosing; what they hold is looked at later. */
const PICTURES = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'heic', 'avif', 'tiff'];

const TEXTS = {
  title: { ko: '광고', en: 'Ad' },
  submit: { ko: '보내기', en: 'Send' },
  close: { ko: '닫기', en: 'Close' },
  yes: { ko: '예', en: 'Yes' },
  no: { ko: '아니요', en: 'No' },
  photos: { ko: '쓸 사진', en: 'With' },
} satisfies Readonly<Record<string, LocalizedText>>;

type Element = types.InputBlock['element'];

type Draw = (option: Option, name: string, parts: FormParts) => Element;

const text: Draw = (option, name, { given }) => ({
  type: 'plain_text_input',
  action_id: VALUE,
  ...(option.kind === 'text' ? { max_length: option.most, multiline: option.long === true } : {}),
  ...defined({
    initial_value: given?.[name]
      ? shortenLines(given[name], option.kind === 'text' ? option.most : 3000)
      : undefined,
  }),
});

const select = (choices: readonly Suggestion[]): Element => ({
  type: 'static_select',
  action_id: VALUE,
  options: choices.slice(0, 100).map(({ value, title }) => ({ text: plain(truncate(title, 75)), value })),
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
      { value: 'yes', title: TEXTS.yes[locale] },
      { value: 'no', title: TEXTS.no[locale] },
    ]),
  number: (option) => ({
    type: 'number_input',
    action_id: VALUE,
    is_decimal_allowed: option.kind === 'number' && !option.whole,
    ...(option.kind === 'number' ? { min_value: String(option.least), max_value: String(option.most) } : {}),
  }),
  photos: (option) => ({
    type: 'file_input',
    action_id: VALUE,
    filetypes: PICTURES,
    max_files: Math.min(10, option.kind === 'photos' ? option.most : 10),
  }),
};

/** A command as a form: a field for each of its options (https://docs.slack.dev/surfaces/modals). */
export function commandForm(command: Command, parts: FormParts): types.ModalView {
  const { locale, photos = [] } = parts;
  const asked = Object.entries(command.options).filter(
    ([, { kind }]) => kind !== 'photos' || photos.length === 0,
  );
  const name = { ko: `${TEXTS.title.ko} ${command.ko}`, en: `${TEXTS.title.en}: ${command.name}` }[locale];
  return {
    type: 'modal',
    callback_id: `${FORM_PREFIX}${command.name}`,
    private_metadata: parts.metadata,
    ...frame(name, locale),
    blocks: [
      ...(photos.length === 0 ? [] : [photosNote(photos, locale)]),
      ...asked.map(([key, option]) => field(key, option, parts)),
    ],
  };
}

/** The title and the buttons of every form. */
export function frame(title: string, locale: Locale): Pick<types.ModalView, 'title' | 'submit' | 'close'> {
  return {
    title: plain(truncate(title, 24)),
    submit: plain(TEXTS.submit[locale]),
    close: plain(TEXTS.close[locale]),
  };
}

function field(name: string, option: Option, parts: FormParts): types.InputBlock {
  const label = { ko: option.ko, en: `${name.charAt(0).toUpperCase()}${name.slice(1)}` }[parts.locale];
  return {
    type: 'input',
    block_id: name,
    label: plain(label),
    hint: plain(option.description[parts.locale]),
    optional: option.required !== true,
    element: ELEMENTS[option.kind](option, name, parts),
  };
}

function photosNote(photos: readonly string[], locale: Locale): types.ContextBlock {
  return {
    type: 'context',
    elements: [plain(truncate(`📷 ${TEXTS.photos[locale]}: ${photos.join(', ')}`, 2000))],
  };
}

function plain(words: string): types.PlainTextElement {
  return { type: 'plain_text', text: words, emoji: false };
}
