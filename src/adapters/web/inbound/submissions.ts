import { actionForm } from './buttons.ts';
import type { Submitted } from './context.ts';
import { accepted, eventOf, inboundEventOf, sendAnswer } from './events.ts';
import { filledParts } from './forms/parts-form.ts';
import { filledCopy } from './forms/words-form.ts';

/** The words or the parts of an ad were filled in. */
export async function handleSubmission(submitted: Submitted): Promise<Response> {
  const { c, form, person, context } = submitted;
  const { job, kind } = actionForm(c);
  const event = eventOf(form, person);
  const action = kind === 'words' ? { kind, copy: filledCopy(form) } : { kind, asked: filledParts(form) };
  const answer = await context.conversation.performAction(job, action, inboundEventOf(event));
  await sendAnswer(answer, event, context);
  return accepted(submitted);
}
