import * as z from 'zod';
import { defined } from '../../../collections/defined.ts';
import { answerMessage } from '../../../conversation/answer-message.ts';
import { cleanText } from '../../../text/clean-text.ts';
import { plainText } from '../markdown.ts';
import { keepPhotos, slackFile } from '../photos.ts';
import type { ReceivedEvent } from './context.ts';
import { inboundEventOf, type PlatformEvent, sendAnswer, threadTs } from './events.ts';

const message = z.object({
  type: z.string(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  channel_type: z.string().optional(),
  user: z.string().optional(),
  text: z.string().default(''),
  channel: z.string(),
  ts: z.string(),
  thread_ts: threadTs,
  files: z.array(slackFile).optional(),
});

const payload = z.object({ team_id: z.string(), event: message });

/** What people write: with a file, from a thread to the channel too, as /me. All others tell of what happened. */
const WRITTEN: readonly string[] = ['file_share', 'thread_broadcast', 'me_message'];

/** A message that mentions the bot, or that was written to it directly, with or without photos. */
export async function handleMessage({ body, context }: ReceivedEvent): Promise<void> {
  const parsed = payload.parse(body);
  const {
    type,
    subtype,
    bot_id,
    channel_type,
    user,
    channel,
    ts,
    thread_ts,
    files = [],
    text,
  } = parsed.event;
  if (user === undefined || bot_id !== undefined) return;
  if (subtype !== undefined && !WRITTEN.includes(subtype)) return;
  const direct = type === 'message';
  if (direct && channel_type !== 'im') return;
  // In a channel the answer opens a thread under the message; a direct message is a conversation already.
  const thread = thread_ts ?? (direct ? undefined : ts);
  const event: PlatformEvent = {
    key: `slack:message:${channel}:${ts}`,
    team: parsed.team_id,
    user,
    channel,
    ...defined({ thread }),
  };
  await context.singleFlight.run(event.key, async () => {
    const line = {
      text: cleanText(text, plainText),
      photos: files.length,
      keepPhotos: (max: number) => keepPhotos(files, max, context),
    };
    const answer = await answerMessage(line, await inboundEventOf(event, context), context.conversation);
    await sendAnswer(answer, event, context);
    return answer;
  });
}
