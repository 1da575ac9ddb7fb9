import {
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ComponentType,
} from 'discord.js';
import * as z from 'zod';
import type { Locale } from '../../../ad/locale.ts';
import { defined } from '../../../collections/defined.ts';
import { type Action, parseActionId } from '../../../conversation/actions.ts';
import { UserError } from '../../../errors/user-error.ts';
import { type Attachment, attachment } from '../photos.ts';
import { MENU_PREFIX } from '../render/buttons.ts';
import { makeCommand, type PlanParts } from './commands.ts';
import { filledCopy, filledFiles, filledValues, MAKE_FORM, wordsForm } from './forms/command-form.ts';
import type { Audience, InteractionHandler } from './interaction-handler.ts';

const keptPhotos = z.object({
  attachments: z.array(attachment),
  /** Who has opened the form; older ones do not tell. */
  user: z.string().optional(),
});

/** Who sees what comes of an action: a new ad is for all, its reasons for whoever asks, the rest changes the message. */
function audienceOf({ kind }: Action): Audience {
  if (kind === 'why') return 'asker';
  return kind === 'cancel' || kind === 'remove' || kind === 'drop' ? 'nobody' : 'everyone';
}

/** A button, or a choice from a menu. */
export function buttonHandler(
  { data }: APIMessageComponentInteraction,
  locale: Locale,
  { conversation }: PlanParts,
): InteractionHandler {
  const isMenu = data.component_type === ComponentType.StringSelect && data.custom_id.startsWith(MENU_PREFIX);
  const id = isMenu ? (data.values[0] ?? '') : data.custom_id;
  const parsed = parseActionId(id);
  if (parsed === undefined) return unknownButton();
  const { job, action } = parsed;
  if (action.kind === 'words') {
    return {
      kind: 'form',
      form: async (event) => wordsForm(job, await conversation.copyOf(job, event), locale),
    };
  }
  const audience = audienceOf(action);
  return {
    kind: 'work',
    audience,
    posts: audience === 'everyone',
    run: (event) => conversation.pressButton(id, event),
  };
}

/** A form that was sent. */
export function submissionHandler({ data }: APIModalSubmitInteraction, parts: PlanParts): InteractionHandler {
  const { conversation } = parts;
  const parsed = parseActionId(data.custom_id);
  const work = { kind: 'work', audience: 'everyone', posts: true } as const;
  if (parsed?.action.kind === 'words') {
    const { job } = parsed;
    return {
      ...work,
      run: (event) => conversation.performAction(job, { kind: 'words', copy: filledCopy(data) }, event),
    };
  }
  const [form, kept] = data.custom_id.split('/');
  if (form !== MAKE_FORM) return unknownButton();
  return {
    ...work,
    run: (event) =>
      conversation.withErrorReply(event, async () => {
        const make = makeCommand(conversation);
        const attachments =
          kept === undefined
            ? filledFiles(data, 'photo').flatMap((id) => {
                const files = data.resolved?.attachments ?? {};
                return (Object.hasOwn(files, id) ? files[id] : undefined) ?? [];
              })
            : keptAttachments(kept, event.member.id, parts);
        const photo = await parts.photos.keep(attachments);
        if (kept !== undefined) await parts.forms.delete(kept);
        const values = {
          ...filledValues(data, make),
          ...defined({ photo: photo.length === 0 ? undefined : photo }),
        };
        return conversation.runCommand(make.name, values, event);
      }),
  };
}

/** @throws UserError `form-gone` */
function keptAttachments(id: string, user: string, { forms }: PlanParts): readonly Attachment[] {
  const parsed = keptPhotos.safeParse(forms.get(id));
  // The photos of a form are for whoever has opened it, whatever form is sent.
  if (!parsed.success || (parsed.data.user ?? user) !== user) throw new UserError('form-gone', {});
  return parsed.data.attachments;
}

/** Nobody is left waiting for a button that an older or newer version has made. */
function unknownButton(): InteractionHandler {
  return {
    kind: 'form',
    form: () => Promise.reject(new UserError('button-unknown', {})),
  };
}
