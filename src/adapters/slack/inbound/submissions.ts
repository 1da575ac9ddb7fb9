import type { AckFn, ViewResponseAction } from '@slack/bolt';
import * as z from 'zod';
import { defined } from '../../../collections/defined.ts';
import { photosOption } from '../../../conversation/answer-line.ts';
import type { Answer } from '../../../conversation/command/define-command.ts';
import { truncate } from '../markdown.ts';
import { keepPhotos, type SlackFile } from '../photos.ts';
import { ACK_LIMIT, within } from '../with-timeout.ts';
import { happeningOf, type InboundContext, type IncomingEvent, sendAnswer } from './events.ts';
import { FORM_PREFIX } from './forms/command-form.ts';
import { type FormMetadata, readMetadata } from './forms/open-form.ts';
import { filledValues, formState } from './forms/values.ts';
import { filledCopy, WORDS_FORM } from './forms/words-form.ts';
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
const MAX_ERROR = 1_000;

/** A form that was filled in: what is wrong with it stands in it, as long as there is time for that. */
export async function handleSubmission(body: unknown, ack: Ack, parts: InboundContext): Promise<void> {
  const { user, team, view } = submission.parse(body);
  const memory = readMetadata(view.private_metadata);
  const heard: IncomingEvent = {
    key: `slack:view:${view.id}:${view.hash}`,
    team: team?.id ?? user.team_id ?? '',
    user: user.id,
    channel: memory.channel,
    ...defined({ thread: memory.thread, respond: memory.respond, onMessage: memory.onMessage }),
  };
  const sent = `${heard.key}:${JSON.stringify(view.state)}`;
  const answering = parts.once.run(sent, () => runForm(view, memory, heard, parts));
  const answer = await within(ACK_LIMIT, answering);
  if (answer?.kind === 'reply' && answer.wrong !== undefined) {
    // It is mended and sent again, or sent again as it is.
    parts.once.forget(sent);
    const block = errorBlock(answer.wrong, view);
    if (block !== undefined) {
      return ack({
        response_action: 'errors',
        errors: { [block]: truncate(answer.reply.title, MAX_ERROR) },
      });
    }
  }
  await ack();
  const late = answer ?? (await answering);
  if (late.kind === 'reply' && late.wrong === undefined && heard.channel === heard.user) {
    await publishHome(heard, parts);
  } else await sendAnswer(late, heard, parts);
}

async function runForm(
  { callback_id: form, state }: View,
  memory: FormMetadata,
  heard: IncomingEvent,
  parts: InboundContext,
): Promise<Answer> {
  const { conversation, users } = parts;
  const happening = await happeningOf(heard, users);
  if (form === WORDS_FORM) {
    return conversation.act(memory.job ?? '', { kind: 'words', copy: filledCopy(state) }, happening);
  }
  const name = form.slice(FORM_PREFIX.length);
  const options = conversation.commands.find((known) => known.name === name)?.options ?? {};
  const { values, files: added } = filledValues(state, options);
  const files: readonly SlackFile[] = [...(memory.files ?? []), ...added];
  const photos = photosOption(options);
  if (photos === undefined || files.length === 0) return conversation.command(name, values, happening);
  return conversation.answering(happening, async () => {
    const kept = await keepPhotos(files, photos.option.most, parts);
    return conversation.command(name, { ...values, [photos.name]: kept }, happening);
  });
}

/** The field that a mistake is shown at: the one for photos, where it is about them, else the first. */
function errorBlock(wrong: string, { blocks, state }: View): string | undefined {
  const inputs = blocks
    .filter(({ type }) => type === 'input')
    .flatMap(({ block_id: id }) => (id ? [id] : []));
  const photos = Object.entries(state.values).find(([, { value }]) => value.files != null)?.[0];
  return (/photo/.test(wrong) ? photos : undefined) ?? inputs[0];
}
