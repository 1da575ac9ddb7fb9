import * as z from 'zod';
import { CLOSED_BECAUSE } from '../../errors/moved-messages.ts';

const address = z.object({
  /** The application whose interaction this was. */
  application: z.string(),
  channel: z.string(),
  /** Absent in direct messages. */
  guild: z.string().optional(),
  /** Whose job it is: mentioned in a new message, written to where the channel is closed. */
  user: z.string(),
  /** Edits the interaction's answer without any right in the channel. */
  token: z.string().optional(),
  /** When the token dies, in milliseconds since 1970. */
  until: z.number().optional(),
  /** The answer is seen by one person alone; then nothing but the token reaches it. */
  ephemeral: z.boolean().optional(),
  /** The message that a new one answers. */
  replyTo: z.string().optional(),
  /** Most bytes of one file there. */
  limit: z.number(),
  /** A new message was about to be posted: in which channel, and when. */
  posting: z.object({ channel: z.string(), since: z.number() }).optional(),
  /** Why the message went to its owner instead of where it was asked for. */
  closed: z.enum(CLOSED_BECAUSE).optional(),
});

/** What it takes to bring a message to where it belongs; a job message keeps it as JSON. */
export type Address = Readonly<z.output<typeof address>>;

/** Most bytes of a file where nothing else is known (https://discord.com/developers/docs/reference#uploading-files). */
export const DEFAULT_FILE_LIMIT = 10 * 2 ** 20;

export function readAddress(json: string): Address {
  return address.parse(JSON.parse(json));
}

export function writeAddress(value: Address): string {
  return JSON.stringify(value);
}
