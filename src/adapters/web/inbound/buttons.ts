import { randomUUID } from 'node:crypto';
import { ACTION_LABELS, parseActionId } from '../../../conversation/actions.ts';
import { UserError } from '../../../errors/user-error.ts';
import { WebFailure } from '../failure.ts';
import { formPage } from '../render/form-page.ts';
import { page } from '../render/page.ts';
import type { Received, Submitted } from './context.ts';
import { accepted, eventOf, inboundEventOf, sendAnswer } from './events.ts';
import { partsForm } from './forms/parts-form.ts';
import { wordsForm } from './forms/words-form.ts';

/** A button was pressed. */
export async function handleButton(submitted: Submitted): Promise<Response> {
  const { form, person, context } = submitted;
  const id = form.get('id') ?? '';
  if (parseActionId(id) === undefined) throw new UserError('button-unknown', {});
  const event = eventOf(form, person);
  const answer = await context.conversation.pressButton(id, inboundEventOf(event));
  await sendAnswer(answer, event, context);
  return accepted(submitted);
}

/** The form that a button asks with before it does anything: an ad's words, or its parts. */
export async function showActionForm({ c, person, context }: Received): Promise<Response> {
  const { conversation } = context;
  const { locale, token } = person;
  const { job, kind } = actionForm(c);
  const event = inboundEventOf({ key: `web:${person.id}:form`, person });
  const fields =
    kind === 'words'
      ? wordsForm(await conversation.copyOf(job, event), locale)
      : partsForm(await conversation.partsOf(job, event), locale);
  const title = ACTION_LABELS[kind].title[locale];
  const action = `/ads/${job}/${kind}`;
  const main = formPage({ title, action, token, event: randomUUID(), fields, locale });
  return c.html(page({ locale, title, token, at: 'other', main }));
}

/** @throws WebFailure `unknown` */
export function actionForm(c: Received['c']): { readonly job: string; readonly kind: 'words' | 'parts' } {
  const { job = '', kind } = c.req.param();
  if (!/^[0-9a-z]{6}$/.test(job) || (kind !== 'words' && kind !== 'parts')) throw new WebFailure('unknown');
  return { job, kind };
}
