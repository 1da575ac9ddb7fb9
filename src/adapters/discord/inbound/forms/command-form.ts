import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { Locale, LocalizedText } from '../../../../ad/locale.ts';
import type { Command } from '../../../../conversation/command/define-command.ts';
import type { Conversation } from '../../../../conversation/conversation.ts';
import { type FieldContext, formField } from './fields.ts';

/** Forms that order an ad: `make` alone, or `make/<id>` where photos are kept under an id. */
export const MAKE_FORM = 'make';

/** Options of `make` that a form asks for; five fit. Whoever wants the others types the command. */
const ASKED = ['text', 'photo', 'use', 'headline', 'ratio'] as const;
const ASKED_WITH_PHOTOS = ['text', 'use', 'headline', 'price', 'ratio'] as const;

const TITLES = {
  make: { ko: '광고 만들기', en: 'Make an ad' },
  photos: { ko: '이 사진으로 광고 만들기', en: 'Make an ad from this photo' },
} as const satisfies Record<string, LocalizedText>;

/** The form that orders an ad. @param photos the id under which the photos for it are kept */
export function commandForm(
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

/** The command that forms order with. */
export function makeCommand({ commands }: Conversation): Command {
  const make = commands.find(({ name }) => name === 'make');
  if (make === undefined) throw new Error('There is no command to make an ad with');
  return make;
}

export function fieldContext(locale: Locale, conversation: Conversation): FieldContext {
  return {
    locale,
    suggest: (option) => conversation.suggest('make', option, '', locale, 25),
  };
}
