import { z } from 'zod';
import type { Answer } from '../../command/define-command.ts';
import { readLine } from '../../command/read-line.ts';
import { UserError } from '../../errors/user-error.ts';
import { photosOption } from './form-values.ts';
import { type Heard, happeningOf, type IncomingParts, tellAnswer } from './heard.ts';
import { keepPhotos, type SlackFile, slackFile } from './photos.ts';
import { standardOf } from './slash-command.ts';
import { plainText } from './text.ts';

const event = z.object({
  type: z.string(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  channel_type: z.string().optional(),
  user: z.string().optional(),
  text: z.string().default(''),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  files: z.array(slackFile).optional(),
});

const envelope = z.object({ team_id: z.string(), event });

/** A message that mentions the bot, or that was written to it directly, with or without photos. */
export async function answerMessage(body: unknown, parts: IncomingParts): Promise<void> {
  const parsed = envelope.parse(body);
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
  if (subtype !== undefined && subtype !== 'file_share') return;
  const direct = type === 'message';
  if (direct && channel_type !== 'im') return;
  // In a channel the answer opens a thread under the message; a direct message is a conversation already.
  const thread = thread_ts ?? (direct ? undefined : ts);
  const heard: Heard = {
    key: `slack:message:${channel}:${ts}`,
    team: parsed.team_id,
    user,
    channel,
    ...(thread === undefined ? {} : { thread }),
  };
  await parts.once.run(heard.key, async () => {
    const answer = await answerLine(plainText(text), files, heard, parts);
    await tellAnswer(answer, heard, parts);
    return answer;
  });
}

async function answerLine(
  line: string,
  files: readonly SlackFile[],
  heard: Heard,
  parts: IncomingParts,
): Promise<Answer> {
  const { conversation, people } = parts;
  const happening = await happeningOf(heard, people);
  if (line === '' && files.length === 0) return conversation.command('help', {}, happening);
  return conversation.answering(happening, async () => {
    if (line === '') throw new UserError('prompt-empty', {});
    const { command, values } = readLine(line, conversation.commands, standardOf(parts));
    const photos = photosOption(command.options);
    if (photos === undefined || files.length === 0)
      return conversation.command(command.name, values, happening);
    const kept = await keepPhotos(files, photos.option.most, parts);
    return conversation.command(command.name, { ...values, [photos.name]: kept }, happening);
  });
}
