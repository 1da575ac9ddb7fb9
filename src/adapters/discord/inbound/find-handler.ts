import { ApplicationCommandType, InteractionType } from 'discord.js';
import { UserError } from '../../../errors/user-error.ts';
import { buttonHandler } from './buttons.ts';
import { commandHandler } from './commands.ts';
import type { Received } from './context.ts';
import type { InteractionHandler } from './interaction-handler.ts';
import type { Interaction } from './read-interaction.ts';
import { shortcutHandler } from './shortcuts.ts';
import { submissionHandler } from './submissions.ts';

/** What answers an interaction; undefined for what wants suggestions, or nothing. */
export function findHandler({
  interaction,
  ...received
}: Received<Interaction>): InteractionHandler | undefined {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      if (data.type === ApplicationCommandType.ChatInput) {
        return commandHandler({ interaction: { ...interaction, data }, ...received });
      }
      if (data.type === ApplicationCommandType.Message) {
        return shortcutHandler({ interaction: { ...interaction, data }, ...received });
      }
      const known = received.context.conversation.commands.map(({ name }) => name);
      const unknown = new UserError('command-unknown', { name: data.name, known });
      return { kind: 'modal', modal: () => Promise.reject(unknown) };
    }
    case InteractionType.MessageComponent:
      return buttonHandler({ interaction, ...received });
    case InteractionType.ModalSubmit:
      return submissionHandler({ interaction, ...received });
    default:
      return undefined;
  }
}
