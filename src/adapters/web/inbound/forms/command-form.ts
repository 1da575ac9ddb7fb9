import type { Locale } from '../../../../ad/locale.ts';
import type { Command } from '../../../../conversation/command/define-command.ts';
import type { Conversation } from '../../../../conversation/conversation.ts';
import type { Html } from '../../render/html.ts';
import { formField } from './fields.ts';

/** Suggestions of one field. */
const MAX_SUGGESTIONS = 60;

interface FormContext {
  readonly locale: Locale;
  readonly conversation: Pick<Conversation, 'suggest'>;
  /** Options that are asked for elsewhere on the page. */
  readonly without?: readonly string[];
}

/** A command's options as fields. */
export function commandForm({ name, options }: Command, context: FormContext): readonly Html[] {
  const { locale, conversation, without = [] } = context;
  return Object.entries(options)
    .filter(([option]) => !without.includes(option))
    .map(([option, declared]) =>
      formField(option, declared, {
        locale,
        suggest: (of) => conversation.suggest(name, of, '', locale, MAX_SUGGESTIONS),
      }),
    );
}

/** The command that forms order with. */
export function makeCommand({ commands }: Pick<Conversation, 'commands'>): Command {
  const make = commands.find(({ name }) => name === 'make');
  if (make === undefined) throw new Error('There is no command to make an ad with');
  return make;
}
