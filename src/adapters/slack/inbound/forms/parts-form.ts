import type { types } from '@slack/bolt';
import type * as z from 'zod';
import type { Locale } from '../../../../ad/locale.ts';
import { defined } from '../../../../collections/defined.ts';
import { ACTION_LABELS, type AskedParts } from '../../../../conversation/actions.ts';
import { ASKED_PARTS, PART_FIELDS } from '../../../../conversation/part-fields.ts';
import { firstGraphemes } from '../../../../text/graphemes.ts';
import { frame } from './command-form.ts';
import { VALUE } from './fields.ts';
import type { formState } from './values.ts';

export const PARTS_FORM = 'parts';

/** The parts of a picture, to be changed. */
export function partsForm(parts: AskedParts, locale: Locale, metadata: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: PARTS_FORM,
    private_metadata: metadata,
    ...frame(ACTION_LABELS.parts.title[locale], locale),
    blocks: ASKED_PARTS.map((name) => {
      const { title, hint, max, multiline } = PART_FIELDS[name];
      const shown = firstGraphemes(parts[name], max);
      return {
        type: 'input',
        block_id: name,
        label: { type: 'plain_text', text: title[locale], emoji: false },
        hint: { type: 'plain_text', text: hint[locale], emoji: false },
        optional: true,
        element: {
          type: 'plain_text_input',
          action_id: VALUE,
          multiline,
          // Letters may have several units each, which is what Slack counts.
          max_length: Math.max(max, shown.length),
          ...defined({ initial_value: shown === '' ? undefined : shown }),
        },
      };
    }),
  };
}

/** The parts as they were filled in. */
export function filledParts({ values }: z.output<typeof formState>): AskedParts {
  const textOf = (name: keyof AskedParts): string => values[name]?.[VALUE].value?.trim() ?? '';
  return { qr: textOf('qr'), badge: textOf('badge'), menu: textOf('menu') };
}
