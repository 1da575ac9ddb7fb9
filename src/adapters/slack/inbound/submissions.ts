import type { AckFn, ViewResponseAction } from '@slack/bolt';
import * as z from 'zod';
import { photosOption } from '../../../conversation/answer-line.ts';
import type { Answer } from '../../../conversation/command/define-command.ts';
import { clipped } from '../markdown.ts';
import { keepPhotos, type SlackFile } from '../photos.ts';
import { ACK_LIMIT, within } from '../with-timeout.ts';
import { type Heard, happeningOf, type IncomingParts, tellAnswer } from './events.ts';
import { FORM_PREFIX } from './forms/command-form.ts';
import { type FormMemory, readMemory } from './forms/open-form.ts';
import { formState, formValues } from './forms/values.ts';
import { WORDS_FORM, wordsIn } from './forms/words-form.ts';
import { publishHome } from './home.ts';

const submission = z.object({
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  view: z.object({
    id: z.string(),
    hash: z.string(),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: formState,
    blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })),
  }),
});

type View = z.output<typeof submission>['view'];

type Ack = AckFn<ViewResponseAction>;

/** Longest sentence under a field, in UTF-16 units. */
const LONGEST_ERROR = 1_000;

/** A form that was filled in: what is wrong with it stands in it, as long as there is time for that. */
export async function answerSubmission(body: unknown, ack: Ack, parts: IncomingParts): Promise<void> {
  const { user, team, view } = submission.parse(body);
  const memory = readMemory(view.private_metadata);
  const heard: Heard = {
    key: `slack:view:${view.id}:${view.hash}`,
    team: team?.id ?? user.team_id ?? '',
    user: user.id,
    channel: memory.channel,
    ...(memory.thread === undefined ? {} : { thread: memory.thread }),
    ...(memory.respond === undefined ? {} : { respond: memory.respond }),
    ...(memory.onMessage === undefined ? {} : { onMessage: memory.onMessage }),
  };
  const sent = `${heard.key}:${JSON.stringify(view.state)}`;
  const answering = parts.once.run(sent, () => answerForm(view, memory, heard, parts));
  const answer = await within(ACK_LIMIT, answering);
  if (answer?.kind === 'reply' && answer.wrong !== undefined) {
    // It is mended and sent again, or sent again as it is.
    parts.once.forget(sent);
    const block = blockOf(answer.wrong, view);
    if (block !== undefined) {
      return ack({
        response_action: 'errors',
        errors: { [block]: clipped(answer.reply.title, LONGEST_ERROR) },
      });
    }
  }
  await ack();
  const late = answer ?? (await answering);
  if (late.kind === 'reply' && late.wrong === undefined && heard.channel === heard.user) {
    await publishHome(heard, parts);
  } else await tellAnswer(late, heard, parts);
}

async function answerForm(
  { callback_id: form, state }: View,
  memory: FormMemory,
  heard: Heard,
  parts: IncomingParts,
): Promise<Answer> {
  const { conversation, people } = parts;
  const happening = await happeningOf(heard, people);
  if (form === WORDS_FORM) {
    return conversation.act(memory.job ?? '', { kind: 'words', copy: wordsIn(state) }, happening);
  }
  const name = form.slice(FORM_PREFIX.length);
  const options = conversation.commands.find((known) => known.name === name)?.options ?? {};
  const { values, files: added } = formValues(state, options);
  const files: readonly SlackFile[] = [...(memory.files ?? []), ...added];
  const photos = photosOption(options);
  if (photos === undefined || files.length === 0) return conversation.command(name, values, happening);
  return conversation.answering(happening, async () => {
    const kept = await keepPhotos(files, photos.option.most, parts);
    return conversation.command(name, { ...values, [photos.name]: kept }, happening);
  });
}

/** The field that a mistake is shown at: the one for photos, where it is about them, else the first. */
function blockOf(wrong: string, { blocks, state }: View): string | undefined {
  const inputs = blocks
    .filter(({ type }) => type === 'input')
    .flatMap(({ block_id: id }) => (id ? [id] : []));
  const photos = Object.entries(state.values).find(([, { value }]) => value.files != null)?.[0];
  return (/photo/.test(wrong) ? photos : undefined) ?? inputs[0];
}
