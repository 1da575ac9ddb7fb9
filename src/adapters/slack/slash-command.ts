import type { AckFn, RespondArguments } from '@slack/bolt';
import { z } from 'zod';
import { readLine } from '../../command/read-line.ts';
import { respondBy } from './address.ts';
import { type Heard, happeningOf, type IncomingParts, tellAnswer } from './heard.ts';
import { openForm } from './open-form.ts';
import { renderReply } from './render-reply.ts';
import { plainText } from './text.ts';
import { ACK_LIMIT, within } from './within.ts';

const slash = z.object({
  text: z.string().default(''),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  user_id: z.string(),
  team_id: z.string(),
  channel_id: z.string(),
});

type Ack = AckFn<string | RespondArguments>;

/** `/ad …`: acknowledged when the job is written down, or with the answer; `/ad` alone opens a form. */
export async function answerSlash(body: unknown, ack: Ack, parts: IncomingParts): Promise<void> {
  const command = slash.parse(body);
  const heard: Heard = {
    key: `slack:command:${command.trigger_id}`,
    team: command.team_id,
    user: command.user_id,
    channel: command.channel_id,
    ...respondBy(command.response_url),
  };
  const line = plainText(command.text);
  const form = wantedForm(line, parts);
  if (form !== undefined) {
    await ack();
    return openForm(form, heard, { trigger: command.trigger_id }, parts);
  }
  const answering = parts.once.run(heard.key, async () => {
    const happening = await happeningOf(heard, parts.people);
    return parts.conversation.answering(happening, async () => {
      const read = readLine(line, parts.conversation.commands, standardOf(parts));
      return parts.conversation.command(read.command.name, read.values, happening);
    });
  });
  const answer = await within(ACK_LIMIT, answering);
  if (answer === undefined) {
    await ack();
    await tellAnswer(await answering, heard, parts);
  } else if (answer.kind === 'reply') {
    const { text, blocks } = renderReply(answer.reply);
    await ack({
      response_type: answer.reply.private ? 'ephemeral' : 'in_channel',
      text,
      blocks: [...blocks],
    });
  } else await ack();
}

/** The command of lines that name none: the first of the list. */
export function standardOf({ conversation }: IncomingParts) {
  const [first] = conversation.commands;
  if (first === undefined) throw new RangeError('There are no commands');
  return first;
}

/** The form of a command that was called without what it needs; undefined where it can be answered. */
function wantedForm(line: string, parts: IncomingParts): string | undefined {
  try {
    const { command, values } = readLine(line, parts.conversation.commands, standardOf(parts));
    const missing = Object.entries(command.options).some(
      ([name, { required }]) => required === true && values[name] === undefined,
    );
    return missing ? command.name : undefined;
  } catch {
    return undefined;
  }
}
