import { type AdCopy, COPY_SLOTS } from '../../../../ad/copy.ts';
import type { Locale } from '../../../../ad/locale.ts';
import { TEXT_LIMITS } from '../../../../ad/parse/request-limits.ts';
import { COPY_SLOT_TITLES } from '../../../../conversation/copy-slot-titles.ts';
import type { Html } from '../../render/html.ts';
import { labelled, textInput } from './fields.ts';

/** The words of an ad, to be changed. Where a line breaks is the person's to say. */
export function wordsForm(copy: AdCopy, locale: Locale): readonly Html[] {
  return COPY_SLOTS.map((slot) =>
    labelled(
      COPY_SLOT_TITLES[slot][locale],
      undefined,
      textInput(slot, copy[slot] ?? '', { max: TEXT_LIMITS[slot], multiline: slot !== 'cta' }),
    ),
  );
}

/** The words that were filled in; emptied ones are left out of the ad. */
export function filledCopy(form: URLSearchParams): AdCopy {
  return Object.fromEntries(
    COPY_SLOTS.flatMap((slot) => {
      // Browsers end lines as mail does.
      const text = (form.get(slot) ?? '').replaceAll('\r\n', '\n').trim();
      return text === '' ? [] : [[slot, text]];
    }),
  );
}
