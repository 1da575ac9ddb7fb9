import { html, raw } from 'hono/html';
import type { Locale } from '../../../../ad/locale.ts';
import type { Option, OptionKind } from '../../../../conversation/command/option.ts';
import type { Suggestion } from '../../../../conversation/command/suggest.ts';
import type { Html } from '../../render/html.ts';
import { LABELS } from '../../render/labels.ts';

/** What a field needs to know besides its option. */
export interface FieldContext {
  readonly locale: Locale;
  /** What can be chosen for a `name`. */
  suggest(option: string): readonly Suggestion[];
}

type OptionOf<K extends OptionKind> = Extract<Option, { readonly kind: K }>;

type Fields = {
  readonly [K in OptionKind]: (name: string, option: OptionOf<K>, context: FieldContext) => Html;
};

/** How every kind of option is asked for in a form. A kind that is missing here does not compile. */
const FIELDS: Fields = {
  text: (name, { max, multiline, required }) => textInput(name, '', { max, multiline, required }),
  job: (name, { required }) => textInput(name, '', { max: 32, required }),
  number: (name, { min, max, integer, required }) =>
    html`<input type="number" name="${name}" min="${min}" max="${max}" step="${integer ? '1' : 'any'}" ${must(required)}>`,
  choice: (name, { choices, required }, { locale }) =>
    menu(
      name,
      choices.map(({ value, title }) => ({ value, title: title[locale] })),
      required,
      locale,
    ),
  // Typed or chosen: some take several with commas between them.
  name: (
    name,
    { required },
    { suggest },
  ) => html`<input name="${name}" list="list-${name}" maxlength="200" autocomplete="off" ${must(required)}>
    <datalist id="list-${name}">${suggest(name).map(({ value, title }) => html`<option value="${value}">${title}</option>`)}</datalist>`,
  flag: (name, { required }, { locale }) =>
    menu(
      name,
      [
        { value: 'yes', title: { ko: '네', en: 'Yes' }[locale] },
        { value: 'no', title: { ko: '아니요', en: 'No' }[locale] },
      ],
      required,
      locale,
    ),
  photos: (
    name,
    { max },
    { locale },
  ) => html`<input type="file" accept="image/*" ${raw(max > 1 ? 'multiple' : '')} data-upload="${name}">
    <ul class="photos" data-for="${name}" data-remove="${LABELS.removePhoto[locale]}" data-uploading="${LABELS.uploading[locale]}"></ul>`,
};

/** An option as a field of a form. */
export function formField(name: string, option: Option, context: FieldContext): Html {
  // The entry is that of the option's own kind, which the union of all kinds cannot express.
  const field = FIELDS[option.kind] as (name: string, option: Option, context: FieldContext) => Html;
  const { locale } = context;
  const label = locale === 'ko' ? option.ko : name;
  return labelled(
    label.charAt(0).toUpperCase() + label.slice(1),
    option.description[locale],
    field(name, option, context),
  );
}

export function labelled(label: string, hint: string | undefined, field: Html): Html {
  return html`<label class="field"><span>${label}</span>${field}${hint === undefined ? undefined : html`<small>${hint}</small>`}</label>`;
}

export function textInput(
  name: string,
  value: string,
  {
    max,
    multiline,
    required,
  }: {
    readonly max: number;
    readonly multiline?: boolean | undefined;
    readonly required?: boolean | undefined;
  },
): Html {
  // Letters may have several units each; how many letters are too many is said when they are read.
  const most = 4 * max;
  return multiline === true
    ? html`<textarea name="${name}" rows="3" maxlength="${most}" ${must(required)}>${value}</textarea>`
    : html`<input name="${name}" value="${value}" maxlength="${most}" ${must(required)}>`;
}

const must = (required: boolean | undefined): Html => raw(required === true ? 'required' : '');

function menu(
  name: string,
  options: readonly { readonly value: string; readonly title: string }[],
  required: boolean | undefined,
  locale: Locale,
): Html {
  return html`<select name="${name}" ${must(required)}>
    <option value="">${LABELS.unset[locale]}</option>
    ${options.map(({ value, title }) => html`<option value="${value}">${title}</option>`)}
  </select>`;
}
