import { randomUUID } from 'node:crypto';
import type { OptionValues } from '../../../conversation/command/option.ts';
import { WebFailure } from '../failure.ts';
import { formPage } from '../render/form-page.ts';
import { page } from '../render/page.ts';
import type { InboundContext, Received, Submitted } from './context.ts';
import { accepted, eventOf, inboundEventOf, type PlatformEvent, sendAnswer } from './events.ts';
import { commandForm } from './forms/command-form.ts';
import { filledValues } from './forms/values.ts';

/** The form of a command. */
export async function showCommand({ c, person, context }: Received): Promise<Response> {
  const { locale, token } = person;
  const command = commandNamed(c.req.param('name') ?? '', context.conversation);
  const title = command.description[locale];
  const fields = commandForm(command, { locale, conversation: context.conversation });
  const action = `/commands/${command.name}`;
  const main = formPage({ title, action, token, event: randomUUID(), fields, locale });
  return c.html(page({ locale, title, token, at: 'other', main }));
}

/** A command was filled in. */
export async function handleCommand(submitted: Submitted): Promise<Response> {
  const { c, form, person, context } = submitted;
  const command = commandNamed(c.req.param('name') ?? '', context.conversation);
  const values = filledValues(form, command, context.photos, person);
  await answerCommand(command.name, values, eventOf(form, person), context);
  return accepted(submitted);
}

export async function answerCommand(
  name: string,
  values: OptionValues,
  event: PlatformEvent,
  context: InboundContext,
): Promise<void> {
  const answer = await context.conversation.runCommand(name, values, inboundEventOf(event));
  await sendAnswer(answer, event, context);
}

function commandNamed(name: string, { commands }: Received['context']['conversation']) {
  const command = commands.find((known) => known.name === name || known.ko === name);
  if (command === undefined) throw new WebFailure('unknown');
  return command;
}
