import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandOptionChoice,
} from 'discord.js';
import type { InboundEvent } from '../../../conversation/inbound-event.ts';
import { cleanText } from '../../../text/clean-text.ts';
import { shorten } from '../../../text/shorten.ts';
import { subcommandOf } from './commands.ts';
import type { Received } from './context.ts';

/** What fits (https://discord.com/developers/docs/interactions/application-commands#autocomplete). */
const MAX_CHOICES = 25;
const MAX_CHOICE_LENGTH = 100;

/** Suggestions for what is being typed; none where it cannot be known. */
export async function suggestionsFor(
  { interaction: { data }, context }: Received<APIApplicationCommandAutocompleteInteraction>,
  event: InboundEvent,
): Promise<readonly APIApplicationCommandOptionChoice<string>[]> {
  const { conversation } = context;
  const { name, given } = subcommandOf(data.options);
  const typed = given.find((option) => 'focused' in option && option.focused === true);
  if (typed === undefined) return [];
  const text = cleanText(String(typed.value));
  const command = conversation.commands.find((known) => known.name === name);
  const suggestions =
    command?.options[typed.name]?.kind === 'job'
      ? await conversation.suggestJobs(text, event, MAX_CHOICES).catch(() => [])
      : conversation.suggest(name, typed.name, text, event.member.locale, MAX_CHOICES);
  return suggestions.map(({ value, title }) => ({
    value: value.slice(0, MAX_CHOICE_LENGTH),
    name: shorten(title, MAX_CHOICE_LENGTH),
  }));
}
