import * as z from 'zod';
import { defaultCommand } from '../../../conversation/answer-message.ts';
import { textReply } from '../../../conversation/command/text-reply.ts';
import { UserError } from '../../../errors/user-error.ts';
import { cleanText } from '../../../text/clean-text.ts';
import { respondAddress } from '../address.ts';
import { plainText } from '../markdown.ts';
import { slackFile } from '../photos.ts';
import type { Received } from './context.ts';
import type { PlatformEvent } from './events.ts';
import { threadTs } from './events.ts';
import { openForm } from './forms/open-form.ts';

const payload = z.object({
  trigger_id: z.string(),
  response_url: z.string().optional(),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }),
  message: z.object({
    ts: z.string(),
    thread_ts: threadTs,
    text: z.string().optional(),
    files: z.array(slackFile).optional(),
  }),
});

/** Its callback_id in the manifest. */
export const PHOTO_SHORTCUT = 'ad_from_photo';

/** 'Make ad from this photo', in the menu of a message: a form that has its photos and its words already. */
export async function handleShortcut({ body, ack, context }: Received): Promise<void> {
  const { trigger_id: trigger, response_url, user, team, channel, message } = payload.parse(body);
  await ack();
  const event: PlatformEvent = {
    key: `slack:shortcut:${trigger}`,
    team: team?.id ?? user.team_id ?? '',
    user: user.id,
    channel: channel.id,
    thread: message.thread_ts ?? message.ts,
    ...respondAddress(response_url),
  };
  const files = (message.files ?? []).filter(({ mimetype }) => mimetype?.startsWith('image/') !== false);
  if (files.length === 0) {
    const { locale } = await context.users.member(user.id);
    await context.notify(textReply(locale, new UserError('message-without-photo', {}).in(locale)), event);
    return;
  }
  const given = { text: cleanText(message.text ?? '', plainText) };
  const { name: command } = defaultCommand(context.conversation);
  await openForm({ command, event, trigger, given, files, context });
}
