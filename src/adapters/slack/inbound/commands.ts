import type { AckFn, RespondArguments } from '@slack/bolt';
import * as z from 'zod';
import { defaultCommand } from '../../../conversation/answer-message.ts';
import type { Answer } from '../../../conversation/command/define-command.ts';
import { type ParsedMessage, parseMessage } from '../../../conversation/command/parse-message.ts';
import { PATIENCE } from '../../../resilience/with-timeout.ts';
import { cleanText } from '../../../text/clean-text.ts';
import { ACK_TIMEOUT } from '../acknowledgements.ts';
import { respondAddress } from '../address.ts';
import { plainText } from '../markdown.ts';
import { renderReply } from '../render-reply.ts';
import type { InboundContext, Received } from './context.ts';
import { inboundEventOf, type PlatformEvent, sendAnswer } from './events.ts';
import { openForm } from './forms/open-form.ts';

const payload = z.object({
  text: z.string().default(''),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  user_id: z.string(),
  team_id: z.string(),
  channel_id: z.string(),
});

type Ack = AckFn<string | RespondArguments>;

/** `/ad …`: acknowledged when the job is written down, or with the answer; `/ad` alone opens a form. */
export async function handleCommand({ body, ack, context }: Received<Ack>): Promise<void> {
  const command = payload.parse(body);
  const event: PlatformEvent = {
    key: `slack:command:${command.trigger_id}`,
    team: command.team_id,
    user: command.user_id,
    channel: command.channel_id,
    ...respondAddress(command.response_url),
  };
  const { text } = command;
  const read = parseCommand(text, context);
  if ('form' in read) {
    await ack();
    return openForm({ command: read.form, event, trigger: command.trigger_id, context });
  }
  const { acknowledgements, inbox, log } = context;
  const { overloaded } = acknowledgements;
  const answering = context.singleFlight.run(event.key, async () => {
    if (overloaded) await acknowledgements.idle();
    return runCommand(read, event, context);
  });
  const answer = await acknowledgements.unlessOverloaded(ACK_TIMEOUT, answering);
  if (answer === undefined) {
    // Written down before it is acknowledged: whoever has been told that it arrived gets an answer.
    await inbox.set(event.key, { heard: event, text }).catch((error: unknown) => {
      log.error({ platform: 'slack' }, 'a command could not be stored', error);
    });
    await ack();
    await finish(answering, event, context);
  } else if (answer.kind === 'reply') {
    const { text, blocks } = renderReply(answer.reply);
    await ack({
      response_type: answer.reply.private ? 'ephemeral' : 'in_channel',
      text,
      blocks: [...blocks],
    });
  } else await ack();
}

/** Goes on with the commands that a former process has acknowledged and not answered. */
export async function resumeCommands(context: InboundContext): Promise<void> {
  const { inbox, singleFlight } = context;
  await Promise.all(
    inbox.keys().map(async (id) => {
      const kept = unanswered.safeParse(inbox.get(id));
      const read = kept.success ? parseCommand(kept.data.text, context) : undefined;
      if (kept.data === undefined || read === undefined || 'form' in read) return inbox.delete(id);
      const { heard: event } = kept.data;
      await finish(
        singleFlight.run(id, () => runCommand(read, event, context)),
        event,
        context,
      );
    }),
  );
}

const unanswered = z.object({
  text: z.string(),
  /** The event, under the name that files of earlier versions have for it. */
  heard: z.object({
    key: z.string(),
    team: z.string(),
    user: z.string(),
    channel: z.string(),
    respond: z.object({ url: z.string(), until: z.number() }).exactOptional(),
  }),
});

async function runCommand(
  read: ParsedCommand,
  event: PlatformEvent,
  context: InboundContext,
): Promise<Answer> {
  const inbound = await inboundEventOf(event, context, PATIENCE);
  return context.conversation.answer(inbound, async (session) => {
    const { command, values } = read.line();
    return session.runCommand(command.name, values);
  });
}

async function finish(
  answering: Promise<Answer>,
  event: PlatformEvent,
  context: InboundContext,
): Promise<void> {
  await sendAnswer(await answering, event, context);
  await context.inbox.delete(event.key);
}

interface ParsedCommand {
  line(): ParsedMessage;
}

/** What a line asks for; where that lacks something that it needs, the command whose form asks for it. */
function parseCommand(text: string, context: InboundContext): { readonly form: string } | ParsedCommand {
  try {
    const line = parseMessage(
      cleanText(text, plainText),
      context.conversation.commands,
      defaultCommand(context.conversation),
    );
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
