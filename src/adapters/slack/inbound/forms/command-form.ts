import type { types } from '@slack/bolt';
import type { Locale, LocalizedText } from '../../../../ad/locale.ts';
import type { Command } from '../../../../conversation/command/define-command.ts';
import { truncate } from '../../markdown.ts';
import { type FieldContext, formField, plainTextElement } from './fields.ts';

export interface FormParts extends FieldContext {
  /** What comes back with it, at most 3000 characters. */
  readonly metadata: string;
  /** Photos that are there already: then none is asked for, but said which. */
  readonly photos?: readonly string[];
}

/** Ids of forms begin with it; the command's name follows. */
export const FORM_PREFIX = 'form:';

const TEXTS = {
  title: { ko: '광고', en: 'Ad' },
  submit: { ko: '보내기', en: 'Send' },
  close: { ko: '닫기', en: 'Close' },
  photos: { ko: '쓸 사진', en: 'Photos' },
} satisfies Readonly<Record<string, LocalizedText>>;

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
      ...asked.map(([key, option]) => formField(key, option, parts)),
    ],
  };
}

/** The title and the buttons of every form. */
export function frame(title: string, locale: Locale): Pick<types.ModalView, 'title' | 'submit' | 'close'> {
  return {
    title: plainTextElement(truncate(title, 24)),
    submit: plainTextElement(TEXTS.submit[locale]),
    close: plainTextElement(TEXTS.close[locale]),
  };
}

function photosNote(photos: readonly string[], locale: Locale): types.ContextBlock {
  return {
    type: 'context',
    elements: [plainTextElement(truncate(`📷 ${TEXTS.photos[locale]}: ${photos.join(', ')}`, 2000))],
  };
}
