import * as z from 'zod';
import type { Call } from '../api.ts';

const opened = z.object({ channel: z.object({ id: z.string() }) });

/** The direct channel with a person; any other channel as it is. @throws SlackFailure */
export async function openDirectMessage(call: Call, channel: string): Promise<string> {
  if (!/^[UW]/.test(channel)) return channel;
  return opened.parse(await call('conversations.open', { users: channel })).channel.id;
}
