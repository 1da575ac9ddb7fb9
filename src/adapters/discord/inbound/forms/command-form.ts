import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
  type ModalSubmitComponent,
  TextInputStyle,
} from 'discord.js';
import { type AdCopy, COPY_SLOTS } from '../../../../ad/copy.ts';
import type { Locale, LocalizedText } from '../../../../ad/locale.ts';
import { TEXT_LIMITS } from '../../../../ad/parse/request-limits.ts';
import { defined } from '../../../../collections/defined.ts';
import { actionId } from '../../../../conversation/actions.ts';
import type { Command } from '../../../../conversation/command/define-command.ts';
import type { OptionValues } from '../../../../conversation/command/option.ts';
import { COPY_SLOT_TITLES } from '../../../../conversation/slot-titles.ts';
import { firstGraphemes } from '../../../../text/graphemes.ts';
import { type FieldContext, fieldValue, formField } from './fields.ts';

/** Forms that order an ad: `make` alone, or `make/<id>` where photos are kept under an id. */
export const MAKE_FORM = 'make';

/** Options of `make` that a form asks for; five fit. Whoever wants the others types the command. */
const ASKED = ['text', 'photo', 'use', 'headline', 'ratio'] as const;
const ASKED_WITH_PHOTOS = ['text', 'use', 'headline', 'price', 'ratio'] as const;

const TITLES = {
  make: { ko: '광고 만들기', en: 'Make an ad' },
  photos: { ko: '이 사진으로 광고 만들기', en: 'Make an ad from this photo' },
  words: { ko: '문구 바꾸기', en: 'Change the words' },
} as const satisfies Record<string, LocalizedText>;

/** The form that orders an ad. @param photos the id under which the photos for it are kept */
export function makeForm(
  make: Command,
  context: FieldContext,
  photos?: string,
): APIModalInteractionResponseCallbackData {
  const names: readonly string[] = photos === undefined ? ASKED : ASKED_WITH_PHOTOS;
  return {
    custom_id: photos === undefined ? MAKE_FORM : `${MAKE_FORM}/${photos}`,
    title: TITLES[photos === undefined ? 'make' : 'photos'][context.locale],
    components: names.flatMap((name) => {
      const option = make.options[name];
      return option === undefined ? [] : [formField(name, option, context)];
    }),
  };
}

/** The form with the words of an ad, to be changed. */
export function wordsForm(
  job: string,
  copy: AdCopy,
  locale: Locale,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: actionId(job, { kind: 'words' }),
    title: TITLES.words[locale],
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

/** What was filled in for a command, but for its photos. */
export function filledValues(submission: APIModalSubmission, { options }: Command): OptionValues {
  const fields = filledFields(submission);
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, option]) => {
      const field = fields.get(name);
      const value = field === undefined || option.kind === 'photos' ? undefined : fieldValue(option, field);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The ids of the files that were put into a form's field. */
export function filledFiles(submission: APIModalSubmission, name: string): readonly string[] {
  const field = filledFields(submission).get(name);
  return field !== undefined && 'values' in field ? field.values : [];
}

function filledFields({ components }: APIModalSubmission): ReadonlyMap<string, ModalSubmitComponent> {
  const fields = components.flatMap((component): readonly ModalSubmitComponent[] => {
    if ('component' in component) return [component.component];
    return 'components' in component ? component.components : [];
  });
  return new Map(fields.map((field) => [field.custom_id, field]));
}
