import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { Locale } from '../../../../ad/locale.ts';
import { defined } from '../../../../collections/defined.ts';
import { ACTION_LABELS, type AskedParts, actionId } from '../../../../conversation/actions.ts';
import { ASKED_PARTS, PART_FIELDS } from '../../../../conversation/part-fields.ts';
import { firstGraphemes } from '../../../../text/graphemes.ts';
import { filledFields } from './values.ts';

/** The form with the parts of an ad, to be changed. */
export function partsForm(
  job: string,
  parts: AskedParts,
  locale: Locale,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: actionId(job, { kind: 'parts' }),
    title: ACTION_LABELS.parts.title[locale],
    components: ASKED_PARTS.map((name) => {
      const { title, hint, max, multiline } = PART_FIELDS[name];
      const shown = firstGraphemes(parts[name], max);
      return {
        type: ComponentType.Label,
        label: title[locale],
        description: hint[locale],
        component: {
          type: ComponentType.TextInput,
          custom_id: name,
          style: multiline ? TextInputStyle.Paragraph : TextInputStyle.Short,
          required: false,
          // Letters may have several units each, which is what Discord counts.
          max_length: Math.max(max, shown.length),
          ...defined({ value: shown === '' ? undefined : shown }),
        },
      };
    }),
  };
}

/** The parts that were filled in. */
export function filledParts(submission: APIModalSubmission): AskedParts {
  const fields = filledFields(submission);
  const textOf = (name: keyof AskedParts): string => {
    const field = fields.get(name);
    return field !== undefined && 'value' in field ? String(field.value ?? '').trim() : '';
  };
  return { qr: textOf('qr'), badge: textOf('badge'), menu: textOf('menu') };
}
