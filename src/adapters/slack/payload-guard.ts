import type { SocketModeReceiver } from '@slack/bolt';
import * as z from 'zod';

type Client = SocketModeReceiver['client'];

/** Characters of one message over the socket; Slack sends no more than over HTTP. */
const MAX_LENGTH = 2 ** 20;

const anything = z.looseObject({});

/** What comes over a socket (https://docs.slack.dev/apis/events-api/using-socket-mode), as the library takes it for granted. */
const envelope = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello') }),
  z.object({ type: z.literal('disconnect') }),
  z.object({
    type: z.literal('events_api'),
    envelope_id: z.string(),
    payload: z.looseObject({ event: z.looseObject({ type: z.string() }) }),
  }),
  z.object({ type: z.literal('slash_commands'), envelope_id: z.string(), payload: anything }),
  z.object({ type: z.literal('interactive'), envelope_id: z.string(), payload: anything }),
]);

/**
 * Hands messages on to the library that it can deal with. It reads them in a promise that nobody waits for, takes all
 * JSON for an object, and tells of an event under the event's own name, which could be that of its own affairs.
 * @slack/socket-mode 3.1.0 has no hook before it reads them, so its own listener is taken off and called from here
 * (slackapi/node-slack-sdk#1499 is a message that was no JSON).
 *
 * @param onRejected told of what was not handed on, with the error where there was one
 */
export function guardEnvelopes(client: Client, onRejected: (error?: unknown) => void): void {
  const receivers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    if (typeof data === 'string' && !isUnderstood(data, client)) return onRejected();
    for (const receive of receivers) {
      Promise.resolve()
        .then(() => Reflect.apply(receive, client, [data, isBinary]))
        .catch(onRejected);
    }
  });
}

function isUnderstood(text: string, client: Client): boolean {
  if (text.length > MAX_LENGTH) return false;
  try {
    const read = envelope.safeParse(JSON.parse(text));
    if (!read.success) return false;
    return read.data.type !== 'events_api' || !client.eventNames().includes(read.data.payload.event.type);
  } catch {
    return false;
  }
}
