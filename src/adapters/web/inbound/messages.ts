import * as z from 'zod';
import { answerMessage } from '../../../conversation/answer-message.ts';
import { textReply } from '../../../conversation/command/text-reply.ts';
import { UserError } from '../../../errors/user-error.ts';
import { cleanText } from '../../../text/clean-text.ts';
import { failureOf, isFailure } from '../failure.ts';
import { echo, notify } from '../outbound/notify.ts';
import { answerCommand } from './commands.ts';
import type { InboundContext, Submitted } from './context.ts';
import { accepted, eventOf, inboundEventOf, type PlatformEvent, sendAnswer } from './events.ts';
import { makeCommand } from './forms/command-form.ts';
import { filledValues } from './forms/values.ts';

/**
 * Something was written, with photos or without, and perhaps with more said of the ad. It is kept before it stands on the
 * page: whoever sees there what they have said gets an answer, though they have left and the process was killed.
 */
export async function handleMessage(submitted: Submitted): Promise<Response> {
  const { form, person, context } = submitted;
  const { id, locale } = person;
  const event = eventOf(form, person);
  const said = new URLSearchParams([...form].filter(([name]) => name !== 'token'));
  await context.inbox.set(event.key, { person: { id, locale }, said: said.toString() });
  try {
    await answerForm(said, event, context);
  } finally {
    await context.inbox.delete(event.key);
  }
  return accepted(submitted);
}

const unanswered = z.object({
  person: z.object({ id: z.string(), locale: z.enum(['ko', 'en']) }),
  said: z.string(),
});

/** Answers what was said to a former process. */
export async function resumeMessages(context: InboundContext): Promise<void> {
  const { inbox, log } = context;
  for (const key of inbox.keys()) {
    const kept = unanswered.safeParse(inbox.get(key));
    if (kept.success) {
      const { person, said } = kept.data;
      try {
        await answerForm(new URLSearchParams(said), { key, person }, context);
      } catch (error) {
        const failure = failureOf(error);
        if (isFailure(failure, 'transient', 'bug'))
          log.error({ platform: 'web' }, 'what was said to a former process was not answered', error);
        const reply = textReply(person.locale, failure.words[person.locale]);
        await notify(reply, { key, person: person.id }, context);
      }
    }
    await inbox.delete(key);
  }
}

async function answerForm(
  form: URLSearchParams,
  event: PlatformEvent,
  context: InboundContext,
): Promise<void> {
  const { conversation } = context;
  const { person } = event;
  const text = cleanText(form.get('text') ?? '');
  const photos = context.photos.of(form.getAll('photo'), person);
  const make = makeCommand(conversation);
  const { text: _, photo: __, ...asked } = filledValues(form, make, context.photos, person);
  if (text !== '' || photos.length > 0)
    await echo({ text, photos: [...photos] }, { key: event.key, person: person.id }, context);
  if (Object.keys(asked).length > 0) {
    const values = { ...asked, text, ...(photos.length === 0 ? {} : { photo: photos }) };
    return answerCommand(make.name, values, event, context);
  }
  const answer = await answerMessage(
    {
      text: typedCommand(text),
      photos: photos.length,
      direct: true,
      async keepPhotos(max) {
        if (photos.length > max) throw new UserError('too-many-photos', { max });
        return photos;
      },
    },
    inboundEventOf(event),
    conversation,
  );
  await sendAnswer(answer, event, context);
}

/** `/ad make …`, `/광고 …` and `/make …` are commands as they are elsewhere. */
const typedCommand = (text: string): string => text.replace(/^\/(?:(?:ad|광고)(?:\s+|$))?/u, '');
