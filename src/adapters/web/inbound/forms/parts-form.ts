import type { Locale } from '../../../../ad/locale.ts';
import type { AskedParts } from '../../../../conversation/actions.ts';
import { ASKED_PARTS, PART_FIELDS } from '../../../../conversation/part-fields.ts';
import type { Html } from '../../render/html.ts';
import { labelled, textInput } from './fields.ts';

/** The parts of an ad, to be changed. */
export function partsForm(parts: AskedParts, locale: Locale): readonly Html[] {
  return ASKED_PARTS.map((name) => {
    const { title, hint, max, multiline } = PART_FIELDS[name];
    return labelled(title[locale], hint[locale], textInput(name, parts[name], { max, multiline }));
  });
}

/** The parts that were filled in. */
export function filledParts(form: URLSearchParams): AskedParts {
  const textOf = (name: keyof AskedParts): string => (form.get(name) ?? '').replaceAll('\r\n', '\n').trim();
  return { qr: textOf('qr'), badge: textOf('badge'), menu: textOf('menu') };
}
