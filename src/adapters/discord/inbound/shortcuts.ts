import type { APIMessageApplicationCommandInteraction } from 'discord.js';
import { UserError } from '../../../errors/user-error.ts';
import type { Received } from './context.ts';
import { commandForm, fieldContext, makeCommand } from './forms/command-form.ts';
import type { InteractionHandler } from './interaction-handler.ts';

/** 'Make ad from this photo', in the menu of a message: a form that has its photos already. */
export function shortcutHandler({
  interaction: { id, data },
  locale,
  context,
}: Received<APIMessageApplicationCommandInteraction>): InteractionHandler {
  const { conversation, inboxes } = context;
  return {
    kind: 'modal',
    async modal({ member }) {
      const { messages } = data.resolved;
      const message = Object.hasOwn(messages, data.target_id) ? messages[data.target_id] : undefined;
      // A message that is passed on holds its files in a snapshot.
      const attachments = [
        ...(message?.attachments ?? []),
        ...(message?.message_snapshots ?? []).flatMap((snapshot) => snapshot.message.attachments),
      ];
      const pictures = attachments.filter(({ content_type: type = '' }) => type.startsWith('image/'));
      if (pictures.length === 0) throw new UserError('message-without-photo', {});
      const make = makeCommand(conversation);
      const photo = make.options.photo;
      const max = photo?.kind === 'photos' ? photo.max : 1;
      await inboxes.forms.set(id, { attachments: pictures.slice(0, max), user: member.id });
      return commandForm(make, fieldContext(locale, conversation), id);
    },
  };
}
