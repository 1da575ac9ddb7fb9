import * as z from 'zod';
import { defined } from '../../../collections/defined.ts';
import { answerMessage } from '../../../conversation/answer-message.ts';
import { PATIENCE } from '../../../resilience/with-timeout.ts';
import { cleanText } from '../../../text/clean-text.ts';
import { messageId } from '../address.ts';
import { plainText } from '../markdown.ts';
import { isSound, keepPhotos, type SlackFile, slackFile } from '../photos.ts';
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
  /** Messages that are passed on. */
  attachments: z
    .array(
      z.object({
        is_share: z.boolean().optional(),
        text: z.string().default(''),
        files: z.array(slackFile).default([]),
      }),
    )
    .optional()
    .catch(undefined),
  blocks: z
    .array(z.object({ text: z.object({ text: z.string() }).optional() }))
    .optional()
    .catch(undefined),
});

const payload = z.object({ team_id: z.string(), event: message });

/** Written into a canvas (https://docs.slack.dev/reference/events/message/document_mention/). */
const IN_CANVAS = 'document_mention';

/**
 * What people write: with a file, from a thread to the channel too, as /me, into a canvas. All others tell of what
 * happened.
 */
const WRITTEN: readonly string[] = ['file_share', 'thread_broadcast', 'me_message', IN_CANVAS];

/** A message that mentions the bot, or that was written to it directly, with or without photos. */
export async function handleMessage({ body, context }: ReceivedEvent): Promise<void> {
  const parsed = payload.parse(body);
  const { type, subtype, bot_id, channel_type, user, channel, ts, thread_ts } = parsed.event;
  if (user === undefined || bot_id !== undefined) return;
  if (subtype !== undefined && !WRITTEN.includes(subtype)) return;
  const direct = type === 'message';
  if (direct && channel_type !== 'im') return;
  // In a channel the answer opens a thread under the message; a direct message is a conversation already.
  const thread = thread_ts ?? (direct ? undefined : ts);
  const answered = direct && thread_ts !== ts ? thread_ts : undefined;
  const event: PlatformEvent = {
    key: `slack:message:${channel}:${ts}`,
    team: parsed.team_id,
    user,
    channel,
    // What is said in the thread of a message to the bot alone answers it.
    ...defined({ thread, sourceMessage: answered && messageId({ channel, ts: answered }) }),
  };
  const files = filesOf(parsed.event);
  await context.singleFlight.run(event.key, async () => {
    const line = {
      text: cleanText(wordsOf(parsed.event), plainText),
      photos: files.length,
      spoken: files.length > 0 && files.every(isSound),
      reply: answered !== undefined,
      direct,
      keepPhotos: (max: number) => keepPhotos(files, max, context),
    };
    // No acknowledgement waits for it, and in a crowd Slack takes its time.
    const inbound = await inboundEventOf(event, context, PATIENCE);
    const answer = await answerMessage(line, inbound, context.conversation);
    await sendAnswer(answer, event, context);
    await context.catchUp.answered(event, ts).catch((error: unknown) => {
      context.log.error({ platform: 'slack' }, 'how far a conversation was read could not be stored', error);
    });
    return answer;
  });
}

type Message = z.output<typeof message>;

/** What somebody has written, and what was written that they pass on. */
function wordsOf({ subtype, text, attachments = [], blocks = [] }: Message): string {
  const passedOn = attachments.filter(({ is_share }) => is_share === true).map((shared) => shared.text);
  if (subtype !== IN_CANVAS) return [text, ...passedOn].filter(Boolean).join('\n');
  // The text only tells that it happened; what stands in the canvas is quoted.
  return blocks.map((block) => (block.text?.text ?? '').replaceAll(/^(?:&gt;)+/gm, '')).join('\n');
}

function filesOf({ files = [], attachments = [] }: Message): readonly SlackFile[] {
  return [
    ...files,
    ...attachments.filter(({ is_share }) => is_share === true).flatMap((shared) => shared.files),
  ];
}
