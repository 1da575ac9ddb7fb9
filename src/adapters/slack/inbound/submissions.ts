import type { AckFn, ViewResponseAction } from '@slack/bolt';
import * as z from 'zod';
import { defined } from '../../../collections/defined.ts';
import { photosOption } from '../../../conversation/answer-message.ts';
import type { Answer } from '../../../conversation/command/define-command.ts';
import { withTimeout } from '../../../resilience/with-timeout.ts';
import { ACK_TIMEOUT } from '../acknowledgements.ts';
import { truncate } from '../markdown.ts';
import { keepPhotos, type SlackFile } from '../photos.ts';
import type { InboundContext, Received } from './context.ts';
import { inboundEventOf, type PlatformEvent, sendAnswer } from './events.ts';
import { FORM_PREFIX } from './forms/command-form.ts';
import { type FormMetadata, readMetadata } from './forms/metadata.ts';
import { filledParts, PARTS_FORM } from './forms/parts-form.ts';
import { filledValues, formState } from './forms/values.ts';
import { filledCopy, WORDS_FORM } from './forms/words-form.ts';
import { publishHome } from './home.ts';

const payload = z.object({
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

type View = z.output<typeof payload>['view'];

type Ack = AckFn<ViewResponseAction>;

/** Longest sentence under a field, in UTF-16 units. */
const MAX_ERROR = 1_000;

/** A form that was filled in: what is wrong with it stands in it, as long as there is time for that. */
export async function handleSubmission({ body, ack, context }: Received<Ack>): Promise<void> {
  const { user, team, view } = payload.parse(body);
  const metadata = readMetadata(view.private_metadata);
  const event: PlatformEvent = {
    key: `slack:view:${view.id}:${view.hash}`,
    team: team?.id ?? user.team_id ?? '',
    user: user.id,
    channel: metadata.channel,
    ...defined({ thread: metadata.thread, respond: metadata.respond, sourceMessage: metadata.onMessage }),
  };
  const sent = `${event.key}:${JSON.stringify(view.state)}`;
  const answering = context.singleFlight.run(sent, () => runForm(view, metadata, event, context));
  const answer = await withTimeout(ACK_TIMEOUT, answering);
  if (answer?.kind === 'reply' && answer.wrong !== undefined) {
    // It is mended and sent again, or sent again as it is.
    context.singleFlight.forget(sent);
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
  if (late.kind === 'reply' && late.wrong === undefined && event.channel === event.user) {
    await publishHome(event, context);
  } else await sendAnswer(late, event, context);
}

async function runForm(
  { callback_id: form, state }: View,
  metadata: FormMetadata,
  event: PlatformEvent,
  context: InboundContext,
): Promise<Answer> {
  const { conversation } = context;
  const inbound = await inboundEventOf(event, context);
  if (form === WORDS_FORM) {
    return conversation.performAction(
      metadata.job ?? '',
      { kind: 'words', copy: filledCopy(state) },
      inbound,
    );
  }
  if (form === PARTS_FORM) {
    return conversation.performAction(
      metadata.job ?? '',
      { kind: 'parts', asked: filledParts(state) },
      inbound,
    );
  }
  const name = form.slice(FORM_PREFIX.length);
  const options = conversation.commands.find((known) => known.name === name)?.options ?? {};
  const { values, files: added } = filledValues(state, options);
  const files: readonly SlackFile[] = [...(metadata.files ?? []), ...added];
  const photos = photosOption(options);
  if (photos === undefined || files.length === 0) return conversation.runCommand(name, values, inbound);
  return conversation.answer(inbound, async (session) => {
    const kept = await keepPhotos(files, photos.option.max, context);
    return session.runCommand(name, { ...values, [photos.name]: kept });
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
