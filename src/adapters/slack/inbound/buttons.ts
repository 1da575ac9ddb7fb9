import * as z from 'zod';
import type { Locale } from '../../../ad/locale.ts';
import { defined } from '../../../collections/defined.ts';
import { parseActionId } from '../../../conversation/actions.ts';
import type { Answer } from '../../../conversation/command/define-command.ts';
import { textReply } from '../../../conversation/command/text-reply.ts';
import { UserError } from '../../../errors/user-error.ts';
import { withTimeout } from '../../../resilience/with-timeout.ts';
import { ACK_TIMEOUT } from '../acknowledgements.ts';
import { messageId, respondAddress } from '../address.ts';
import { ACTION_PREFIX } from '../render/buttons.ts';
import type { Received } from './context.ts';
import { inboundEventOf, type PlatformEvent, sendAnswer, threadTs } from './events.ts';
import { FORM_PREFIX } from './forms/command-form.ts';
import { openForm, openPartsForm, openWordsForm } from './forms/open-form.ts';
import { isStale, removeStale } from './stale-messages.ts';

const payload = z.object({
  trigger_id: z.string(),
  response_url: z.string().optional(),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({ thread_ts: threadTs }).optional(),
  message: z.looseObject({ ts: z.string().optional(), thread_ts: threadTs }).optional(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        action_ts: z.string().optional(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});

/** A button or a menu of one of the bot's messages, or of its home. */
export async function handleButton({ body, ack, context }: Received): Promise<void> {
  const pressed = payload.parse(body);
  const { user, team, channel, message, trigger_id: trigger, actions } = pressed;
  const [action] = actions;
  if (action === undefined) return ack();
  const thread = threadOf(pressed);
  const event: PlatformEvent = {
    key: `slack:action:${trigger}`,
    team: team?.id ?? user.team_id ?? '',
    user: user.id,
    // The home has no channel: what is ordered there is answered directly.
    channel: channel?.id ?? user.id,
    ...defined({
      thread,
      sourceMessage:
        channel === undefined || message?.ts === undefined
          ? undefined
          : messageId({ channel: channel.id, ts: message.ts }),
    }),
    ...respondAddress(pressed.response_url),
  };
  if (action.action_id.startsWith(FORM_PREFIX)) {
    await ack();
    return openForm({ command: action.action_id.slice(FORM_PREFIX.length), event, trigger, context });
  }
  if (!action.action_id.startsWith(ACTION_PREFIX)) return ack();
  const id = action.selected_option?.value ?? action.value ?? '';
  const known = parseActionId(id);
  if (known?.action.kind === 'words') {
    await ack();
    return openWordsForm({ job: known.job, event, trigger, context });
  }
  if (known?.action.kind === 'parts') {
    await ack();
    return openPartsForm({ job: known.job, event, trigger, context });
  }
  const send = async (answer: Answer): Promise<Answer> => {
    await sendAnswer(answer, event, context);
    return answer;
  };
  const pressing = context.singleFlight.run(event.key, async () => {
    const inbound = await inboundEventOf(event, context);
    const { locale } = inbound.member;
    if (known === undefined) return send(plainAnswer(locale, 'button-unknown'));
    const { sourceMessage } = event;
    const stale = sourceMessage !== undefined && (await isStale(message, sourceMessage, known.job, context));
    const answer = await context.conversation.pressButton(id, inbound);
    if (!stale) return send(answer);
    await removeStale(sourceMessage, context);
    return send(answer.kind === 'reply' ? answer : plainAnswer(locale, 'slack-message-stale'));
  });
  await withTimeout(ACK_TIMEOUT, pressing);
  await ack();
  await pressing;
}

function plainAnswer(locale: Locale, words: 'button-unknown' | 'slack-message-stale'): Answer {
  return { kind: 'reply', reply: textReply(locale, new UserError(words, {}).in(locale)) };
}

/** Variants go where their picture is: into its thread, if it stands in one. */
function threadOf({ container, message }: z.output<typeof payload>): string | undefined {
  const thread = message?.thread_ts ?? container?.thread_ts;
  return thread === message?.ts ? undefined : thread;
}
