import type { AckFn, RespondArguments } from '@slack/bolt';
import { z } from 'zod';
import { type ReadLine, readLine } from '../../command/read-line.ts';
import { standardCommand } from '../../conversation/answer-line.ts';
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
  const read = readCommand(plainText(command.text), parts);
  if ('form' in read) {
    await ack();
    return openForm(read.form, heard, { trigger: command.trigger_id }, parts);
  }
  const answering = parts.once.run(heard.key, async () => {
    const happening = await happeningOf(heard, parts.people);
    return parts.conversation.answering(happening, async () => {
      const { command: named, values } = read.line();
      return parts.conversation.command(named.name, values, happening);
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

/** What a line asks for; where that lacks something that it needs, the command whose form asks for it. */
function readCommand(
  text: string,
  parts: IncomingParts,
): { readonly form: string } | { readonly line: () => ReadLine } {
  try {
    const line = readLine(text, parts.conversation.commands, standardCommand(parts.conversation));
    const { command, values } = line;
    const missing = Object.entries(command.options).some(
      ([name, { required }]) => required === true && values[name] === undefined,
    );
    return missing ? { form: command.name } : { line: () => line };
  } catch (error) {
    // It is said in the person's language, which is not known yet.
    return {
      line: () => {
        throw error;
      },
    };
  }
}
