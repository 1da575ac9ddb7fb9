import * as z from 'zod';
import { CLOSED_BECAUSE, type ClosedBecause } from '../../errors/moved-messages.ts';

const address = z.object({
  /** A channel; or a person, to be written to directly. */
  channel: z.string(),
  /** The thread there. */
  thread: z.string().optional(),
  /** Whose job it is: told privately what goes wrong, written to where the channel is closed. */
  user: z.string(),
  /** Answers the person alone without any right in the channel, for half an hour. */
  respond: z.object({ url: z.string(), until: z.number() }).optional(),
  /** Pictures that Slack has, by their names: ids of files. */
  files: z.record(z.string(), z.string()).optional(),
  /** A new message was about to be posted: in which channel, when (milliseconds since 1970), and under which id of ours. */
  posting: z.object({ channel: z.string(), since: z.number(), id: z.uuid().optional() }).optional(),
  /** The message that was posted for the pictures to be put into, until it is known elsewhere. */
  card: z.string().optional(),
  /** The channel could not be written to, so the message went to its owner; formerly without why. */
  closed: z.union([z.boolean(), z.enum(CLOSED_BECAUSE)]).optional(),
  /** How often Slack did not take the pictures that the message was to show. */
  refusals: z.number().optional(),
  /** The pictures went into the message as an upload that was shared. */
  shared: z.boolean().optional(),
});

/** What it takes to bring a message to where it belongs; a job message keeps it as JSON. */
export type Address = Readonly<z.output<typeof address>>;

/** Why a message went to its owner; undefined where it did not. */
export function closedBecause({ closed = false }: Address): ClosedBecause | undefined {
  if (closed === false) return undefined;
  return closed === true ? 'absent' : closed;
}

export function readAddress(json: string): Address {
  return address.parse(JSON.parse(json));
}

export function writeAddress(value: Address): string {
  return JSON.stringify(value);
}

/** How long response_url takes answers, in milliseconds: half an hour, less a minute. */
const RESPOND_LIFETIME = 29 * 60_000;

/** The way that a payload's response_url opens. */
export function respondAddress(url: string | undefined): Pick<Address, 'respond'> {
  return url === undefined ? {} : { respond: { url, until: Date.now() + RESPOND_LIFETIME } };
}

/** Marks our messages with their keys, so that one is found again. */
export const METADATA_TYPE = 'shop_ad_card';

/** Where a message stands. */
export interface MessageRef {
  readonly channel: string;
  readonly ts: string;
}

/** A message's name: Slack's timestamps name messages within one channel only. */
export function messageId({ channel, ts }: MessageRef): string {
  return `${channel}:${ts}`;
}

export function messageRef(name: string): MessageRef {
  const [channel = '', ts = ''] = name.split(':');
  return { channel, ts };
}
