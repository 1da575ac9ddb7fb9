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
import { firstGraphemes } from '../../../../text/graphemes.ts';
import { filledFields } from './values.ts';

const TITLE: LocalizedText = { ko: '문구 바꾸기', en: 'Change the words' };

/** The form with the words of an ad, to be changed. */
export function wordsForm(
  job: string,
  copy: AdCopy,
  locale: Locale,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: actionId(job, { kind: 'words' }),
    title: TITLE[locale],
    components: COPY_SLOTS.map((slot) => {
      const words = firstGraphemes(copy[slot] ?? '', TEXT_LIMITS[slot]);
      return {
        type: ComponentType.Label,
        label: COPY_SLOT_TITLES[slot][locale],
        component: {
          type: ComponentType.TextInput,
          custom_id: slot,
          // Where a line breaks is the person's to say.
          style: slot === 'headline' || slot === 'sub' ? TextInputStyle.Paragraph : TextInputStyle.Short,
          required: false,
          // Letters may have several units each, which is what Discord counts.
          max_length: Math.max(TEXT_LIMITS[slot], words.length),
          ...defined({ value: copy[slot] === undefined ? undefined : words }),
        },
      };
    }),
  };
}

/** The words that were filled in; emptied ones are left out of the ad. */
export function filledCopy(submission: APIModalSubmission): AdCopy {
  const fields = filledFields(submission);
  return Object.fromEntries(
    COPY_SLOTS.flatMap((slot) => {
      const field = fields.get(slot);
      const text = field !== undefined && 'value' in field ? String(field.value ?? '').trim() : '';
      return text === '' ? [] : [[slot, text]];
    }),
  );
}
