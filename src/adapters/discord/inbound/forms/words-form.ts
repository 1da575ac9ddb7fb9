import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { type AdCopy, COPY_SLOTS } from '../../../../ad/copy.ts';
import type { Locale, LocalizedText } from '../../../../ad/locale.ts';
import { TEXT_LIMITS } from '../../../../ad/parse/request-limits.ts';
import { defined } from '../../../../collections/defined.ts';
import { actionId } from '../../../../conversation/actions.ts';
import { COPY_SLOT_TITLES } from '../../../../conversation/copy-slot-titles.ts';
import { filledOffer, OFFER_HINT, OFFER_TITLE, offerField } from '../../../../conversation/offer-field.ts';
import { firstGraphemes } from '../../../../text/graphemes.ts';
import { filledFields } from './values.ts';

/** One field each; the price's holds the badge too. */
const FIELDS = COPY_SLOTS.filter((slot) => slot !== 'badge');

/** Room for both, with the marks of the badge's lines. */
const OFFER_LIMIT = TEXT_LIMITS.price + 2 * TEXT_LIMITS.badge;

const TITLE: LocalizedText = { ko: '문구 바꾸기', en: 'Edit text' };

/** The form with the words of an ad, to be changed. */
export function wordsForm(
  job: string,
  copy: AdCopy,
  locale: Locale,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: actionId(job, { kind: 'words' }),
    title: TITLE[locale],
    components: FIELDS.map((slot) => {
      const isOffer = slot === 'price';
      const limit = isOffer ? OFFER_LIMIT : TEXT_LIMITS[slot];
      const shown = isOffer ? offerField(copy, locale) : copy[slot];
      const words = firstGraphemes(shown ?? '', limit);
      return {
        type: ComponentType.Label,
        label: isOffer ? OFFER_TITLE[locale] : COPY_SLOT_TITLES[slot][locale],
        ...(isOffer ? { description: OFFER_HINT[locale] } : {}),
        component: {
          type: ComponentType.TextInput,
          custom_id: slot,
          // Where a line breaks is the person's to say.
          style: slot === 'cta' ? TextInputStyle.Short : TextInputStyle.Paragraph,
          required: false,
          // Letters may have several units each, which is what Discord counts.
          max_length: Math.max(limit, words.length),
          ...defined({ value: shown === undefined ? undefined : words }),
        },
      };
    }),
  };
}

/** The words that were filled in; emptied ones are left out of the ad. */
export function filledCopy(submission: APIModalSubmission): AdCopy {
  const fields = filledFields(submission);
  const wordsOf = (name: string): string => {
    const field = fields.get(name);
    return field !== undefined && 'value' in field ? String(field.value ?? '').trim() : '';
  };
  const filled = FIELDS.flatMap((slot) => {
    if (slot === 'price') return Object.entries(filledOffer(wordsOf(slot)));
    // A form that was opened by an earlier version calls the details a footer.
    const text = wordsOf(slot === 'details' && !fields.has(slot) ? 'footer' : slot);
    return text === '' ? [] : [[slot, text]];
  });
  return Object.fromEntries(filled);
}
