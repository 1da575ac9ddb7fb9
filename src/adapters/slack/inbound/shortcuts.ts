import * as z from 'zod';
import { standardCommand } from '../../../conversation/answer-line.ts';
import { notice } from '../../../conversation/command/notice.ts';
import { UserError } from '../../../errors/user-error.ts';
import { cleanText } from '../../../text/clean-text.ts';
import { respondAddress } from '../address.ts';
import { plainText } from '../markdown.ts';
import { slackFile } from '../photos.ts';
import type { InboundContext, IncomingEvent } from './events.ts';
import { openForm } from './forms/open-form.ts';

const shortcut = z.object({
  trigger_id: z.string(),
  response_url: z.string().optional(),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }),
  message: z.object({
    ts: z.string(),
    thread_ts: z.string().optional(),
    text: z.string().optional(),
    files: z.array(slackFile).optional(),
  }),
});

/** Its callback_id in the manifest. */
export const PHOTO_SHORTCUT = 'ad_from_photo';

/** 'Make ad from this photo', in the menu of a message: a form that has its photos and its words already. */
export async function handleShortcut(
  body: unknown,
  ack: () => Promise<void>,
  parts: InboundContext,
): Promise<void> {
  const { trigger_id: trigger, response_url, user, team, channel, message } = shortcut.parse(body);
  await ack();
  const heard: IncomingEvent = {
    key: `slack:shortcut:${trigger}`,
    team: team?.id ?? user.team_id ?? '',
    user: user.id,
    channel: channel.id,
    thread: message.thread_ts ?? message.ts,
    ...respondAddress(response_url),
  };
  const files = (message.files ?? []).filter(({ mimetype }) => mimetype?.startsWith('image/') !== false);
  if (files.length === 0) {
    const { locale } = await parts.users.speaker(user.id);
    await parts.notify(notice(locale, new UserError('message-without-photo', {}).in(locale)), heard);
    return;
  }
  const given = { text: cleanText(message.text ?? '', plainText) };
  await openForm(standardCommand(parts.conversation).name, heard, { trigger, given, files }, parts);
}
