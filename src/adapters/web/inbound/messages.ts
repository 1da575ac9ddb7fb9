import { answerMessage } from '../../../conversation/answer-message.ts';
import { UserError } from '../../../errors/user-error.ts';
import { cleanText } from '../../../text/clean-text.ts';
import { echo } from '../outbound/notify.ts';
import { runCommand } from './commands.ts';
import type { Submitted } from './context.ts';
import { accepted, eventOf, inboundEventOf, sendAnswer } from './events.ts';
import { makeCommand } from './forms/command-form.ts';
import { filledValues } from './forms/values.ts';

/** Something was written, with photos or without, and perhaps with more said of the ad. */
export async function handleMessage(submitted: Submitted): Promise<Response> {
  const { form, person, context } = submitted;
  const { conversation } = context;
  const event = eventOf(form, person);
  const text = cleanText(form.get('text') ?? '');
  const photos = context.photos.of(form.getAll('photo'), person);
  const make = makeCommand(conversation);
  const { text: _, photo: __, ...asked } = filledValues(form, make, context.photos, person);
  if (text !== '' || photos.length > 0)
    await echo({ text, photos: [...photos] }, { key: event.key, person: person.id }, context);
  if (Object.keys(asked).length > 0) {
    const values = { ...asked, text, ...(photos.length === 0 ? {} : { photo: photos }) };
    return runCommand(submitted, make.name, values, event);
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
  return accepted(submitted);
}

/** `/ad make …`, `/광고 …` and `/make …` are commands as they are elsewhere. */
const typedCommand = (text: string): string => text.replace(/^\/(?:(?:ad|광고)(?:\s+|$))?/u, '');
