import type { APIModalSubmitInteraction } from 'discord.js';
import * as z from 'zod';
import { defined } from '../../../collections/defined.ts';
import { parseActionId } from '../../../conversation/actions.ts';
import { UserError } from '../../../errors/user-error.ts';
import { type Attachment, attachment } from '../photos.ts';
import { unknownButton } from './buttons.ts';
import type { InboundContext, Received } from './context.ts';
import { MAKE_FORM, makeCommand } from './forms/command-form.ts';
import { filledParts } from './forms/parts-form.ts';
import { filledFiles, filledValues } from './forms/values.ts';
import { filledCopy } from './forms/words-form.ts';
import type { InteractionHandler } from './interaction-handler.ts';

const keptPhotos = z.object({
  attachments: z.array(attachment),
  /** Who has opened the form; older ones do not tell. */
  user: z.string().optional(),
});

/** A form that was sent. */
export function submissionHandler({
  interaction: { data },
  context,
}: Received<APIModalSubmitInteraction>): InteractionHandler {
  const { conversation, inboxes } = context;
  const parsed = parseActionId(data.custom_id);
  const deferred = { kind: 'deferred', audience: 'everyone', posts: true } as const;
  if (parsed?.action.kind === 'words') {
    const { job } = parsed;
    return {
      ...deferred,
      run: (event) => conversation.performAction(job, { kind: 'words', copy: filledCopy(data) }, event),
    };
  }
  if (parsed?.action.kind === 'parts') {
    const { job } = parsed;
    return {
      ...deferred,
      run: (event) => conversation.performAction(job, { kind: 'parts', asked: filledParts(data) }, event),
    };
  }
  const [form, kept] = data.custom_id.split('/');
  if (form !== MAKE_FORM) return unknownButton();
  return {
    ...deferred,
    run: (event) =>
      conversation.answer(event, async (session) => {
        const make = makeCommand(conversation);
        const attachments =
          kept === undefined
            ? filledFiles(data, 'photo').flatMap((id) => {
                const files = data.resolved?.attachments ?? {};
                return (Object.hasOwn(files, id) ? files[id] : undefined) ?? [];
              })
            : keptAttachments(kept, event.member.id, context);
        const photo = await context.photos.keep(attachments);
        if (kept !== undefined) await inboxes.forms.delete(kept);
        const values = {
          ...filledValues(data, make),
          ...defined({ photo: photo.length === 0 ? undefined : photo }),
        };
        return session.runCommand(make.name, values);
      }),
  };
}

/** @throws UserError `form-gone` */
function keptAttachments(id: string, user: string, { inboxes }: InboundContext): readonly Attachment[] {
  const parsed = keptPhotos.safeParse(inboxes.forms.get(id));
  // The photos of a form are for whoever has opened it, whatever form is sent.
  if (!parsed.success || (parsed.data.user ?? user) !== user) throw new UserError('form-gone', {});
  return parsed.data.attachments;
}
