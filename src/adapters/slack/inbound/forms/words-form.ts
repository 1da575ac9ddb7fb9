import type { types } from '@slack/bolt';
import type * as z from 'zod';
import { type AdCopy, COPY_SLOTS } from '../../../../ad/copy.ts';
import type { Locale } from '../../../../ad/locale.ts';
import { TEXT_LIMITS } from '../../../../ad/parse/request-limits.ts';
import { defined } from '../../../../collections/defined.ts';
import { ACTION_LABELS } from '../../../../conversation/actions.ts';
import { COPY_SLOT_TITLES } from '../../../../conversation/copy-slot-titles.ts';
import { firstGraphemes } from '../../../../text/graphemes.ts';
import { frame } from './command-form.ts';
import { VALUE } from './fields.ts';
import type { formState } from './values.ts';

export const WORDS_FORM = 'words';

/** The words on a picture, to be changed. */
export function wordsForm(copy: AdCopy, locale: Locale, metadata: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: WORDS_FORM,
    private_metadata: metadata,
    ...frame(ACTION_LABELS.words.title[locale], locale),
    blocks: COPY_SLOTS.map((slot) => {
      const words = firstGraphemes(copy[slot] ?? '', TEXT_LIMITS[slot]);
      return {
        type: 'input',
        block_id: slot,
        label: { type: 'plain_text', text: COPY_SLOT_TITLES[slot][locale], emoji: false },
        optional: true,
        element: {
          type: 'plain_text_input',
          action_id: VALUE,
          multiline: true,
          // Letters may have several units each, which is what Slack counts.
          max_length: Math.max(TEXT_LIMITS[slot], words.length),
          ...defined({ initial_value: words === '' ? undefined : words }),
        },
      };
    }),
  };
}

/** The words as they were filled in; an empty field takes its words off the picture. */
export function filledCopy({ values }: z.output<typeof formState>): AdCopy {
  return Object.fromEntries(
    COPY_SLOTS.flatMap((slot) => {
      // A form that was opened by an earlier version calls the details a footer.
      const field = values[slot] ?? (slot === 'details' ? values.footer : undefined);
      const words = field?.[VALUE].value?.trim();
      return words ? [[slot, words]] : [];
    }),
  );
}
