import { Routes } from 'discord.js';
import { defined } from '../../../collections/defined.ts';
import { CLOSED, type ClosedBecause } from '../../../errors/moved-messages.ts';
import { OutageError } from '../../../errors/outage-error.ts';
import { UserError } from '../../../errors/user-error.ts';
import type { Delivered, Delivery, DeliveryAttempt } from '../../../jobs/delivery/delivery.ts';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import type { Log } from '../../../jobs/log.ts';
import type { JobMessage } from '../../../jobs/store/job-store.ts';
import { type Address, readAddress, writeAddress } from '../address.ts';
import type { DiscordApi } from '../api.ts';
import { DiscordFailure, isFailure, isUnreachable, whyClosed } from '../failure.ts';
import { type RenderOptions, renderReply } from '../render-reply.ts';
import { openDirectMessage } from './direct-message.ts';
import { findPosted } from './find-posted.ts';
import { notifyDirectly } from './notify.ts';
import { post, posted } from './post.ts';
import { offerReactions } from './reactions.ts';

export interface DiscordDeliveryParts {
  readonly api: DiscordApi;
  /** The job that a message is known to show. */
  jobOf(message: string): Promise<string | undefined>;
  /** Whether reactions are offered under finished ads. */
  readonly offersReactions: boolean;
  readonly now: () => number;
  readonly log: Log;
}

/** Milliseconds between two edits of one message: an interaction takes about five in five seconds. */
const EDIT_PAUSE = 2_000;

/** An interaction's token is not used in its last milliseconds: a file takes its time to go up. */
const TOKEN_MARGIN = 60_000;

/** Files that Discord finds too large are sent again at a smaller size, down to this many bytes. */
const MIN_FILE_LIMIT = 2 ** 19;

/** Milliseconds back in which a message is looked for whose posting was not written down. */
const SEARCH_WINDOW = 600_000;

/** One message on its way. */
interface Posting {
  readonly jobMessage: JobMessage;
  readonly reply: Reply;
  readonly attempt: DeliveryAttempt;
  readonly address: Address;
}

/**
 * Brings messages to Discord, and pictures to their owners: by the interaction's token, then as the bot's own edit, then
 * as a new message that calls the owner, then as a direct message.
 */
export function discordDelivery(parts: DiscordDeliveryParts): Delivery {
  return {
    platform: 'discord',
    editRate: { interval: EDIT_PAUSE },
    async show(jobMessage, reply, attempt) {
      const posting = { jobMessage, reply, attempt, address: readAddress(jobMessage.address) };
      try {
        const edited = await edit(posting, parts);
        if (edited !== undefined) return edited;
        if (attempt.live) throw new OutageError('discord', 'the message cannot be reached');
        if (jobMessage.messageId !== undefined && !isWorthPosting(reply))
          return { messageId: jobMessage.messageId };
        const anew = await postNew(posting, parts);
        await removeFormer(posting, anew, parts);
        return anew;
      } catch (error) {
        throw error instanceof DiscordFailure ? error.deliveryError : error;
      }
    },
    placeOnly(address) {
      const { application, channel, guild, user, limit } = readAddress(address);
      return writeAddress({ application, channel, ...defined({ guild }), user, limit });
    },
    async tell(jobMessage, reply) {
      const { user } = readAddress(jobMessage.address);
      return notifyDirectly(reply, { key: `${jobMessage.key}/why`, user: { id: user } }, parts);
    },
    async react(jobMessage, reply, signal) {
      if (parts.offersReactions) await offerReactions(jobMessage, reply, parts, signal);
    },
  };
}

/** Undefined where the message is out of reach. */
async function edit(posting: Posting, parts: DiscordDeliveryParts): Promise<Delivered | undefined> {
  const { jobMessage, address, attempt } = posting;
  const { api, log } = parts;
  const { signal } = attempt;
  const ways: (() => Promise<string>)[] = [];
  const { token, until = 0 } = address;
  if (token !== undefined && parts.now() < until - TOKEN_MARGIN) {
    const route = Routes.webhookMessage(address.application, token, jobMessage.messageId ?? '@original');
    ways.push(() =>
      sendShrinking(
        posting,
        {},
        async (message) => posted.parse(await api.interaction('patch', route, { ...message, signal })).id,
      ),
    );
  }
  if (jobMessage.messageId !== undefined && address.ephemeral !== true) {
    const route = Routes.channelMessage(address.channel, jobMessage.messageId);
    ways.push(() =>
      sendShrinking(
        posting,
        {},
        async (message) => posted.parse(await api.bot('patch', route, { ...message, signal })).id,
      ),
    );
  }
  for (const way of ways) {
    try {
      return { messageId: await way() };
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      log.info({ job: jobMessage.job, failure: error.kind }, 'a message can no longer be edited this way');
    }
  }
  return undefined;
}

async function postNew(posting: Posting, parts: DiscordDeliveryParts): Promise<Delivered> {
  const { jobMessage, address, attempt } = posting;
  const { api } = parts;
  const { signal } = attempt;
  let why: ClosedBecause | undefined;
  if (address.posting !== undefined || attempt.uncertain) {
    const lost = await findPostedMessage(posting, parts);
    if (lost !== undefined) {
      const { posting: begun, token, until, ...rest } = address;
      const channel = begun?.channel ?? address.channel;
      const there = { ...rest, channel };
      const route = Routes.channelMessage(channel, lost);
      await sendShrinking(
        posting,
        {},
        async (message) => posted.parse(await api.bot('patch', route, { ...message, signal })).id,
      );
      return { messageId: lost, address: writeAddress(there), channel };
    }
  }
  if (address.ephemeral !== true) {
    try {
      return await postIn(address.channel, posting, parts);
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      parts.log.info({ job: jobMessage.job, failure: error.kind }, 'the channel is closed to the bot');
      if (address.guild !== undefined) why = whyClosed(error);
    }
  }
  const direct = await openDirectMessage(api, address.user, signal);
  return postIn(direct, { ...posting, address: { ...address, ...defined({ closed: why }) } }, parts);
}

/** What a message said that cannot be edited is not true any more. */
async function removeFormer(
  { jobMessage: { messageId: former }, address }: Posting,
  { messageId }: Delivered,
  { api }: DiscordDeliveryParts,
): Promise<void> {
  if (former === undefined || former === messageId || address.ephemeral === true) return;
  await api.bot('delete', Routes.channelMessage(address.channel, former)).catch(() => {});
}

async function postIn(
  channel: string,
  posting: Posting,
  { api, now }: DiscordDeliveryParts,
): Promise<Delivered> {
  const { jobMessage, address, attempt } = posting;
  const { posting: _, token, until, ephemeral, replyTo, ...rest } = address;
  await attempt.saveAddress(writeAddress({ ...address, posting: { channel, since: now() } }));
  const here = channel === address.channel;
  // A new message has to call its owner, unless it answers one of theirs.
  const mention =
    here && replyTo === undefined && address.guild !== undefined ? { mention: address.user } : {};
  const message = await sendShrinking(posting, mention, (rendered) =>
    post(api, rendered, {
      key: jobMessage.messageId === undefined ? jobMessage.key : `${jobMessage.key}/${jobMessage.messageId}`,
      channel,
      replyTo: here ? replyTo : undefined,
      signal: attempt.signal,
    }),
  );
  return { messageId: message, address: writeAddress({ ...rest, channel }), channel };
}

function findPostedMessage(
  { jobMessage, address, attempt }: Posting,
  { api, jobOf, now }: DiscordDeliveryParts,
): Promise<string | undefined> {
  const posting = address.posting ?? { channel: address.channel, since: now() - SEARCH_WINDOW };
  const isOther = async (message: string): Promise<boolean> =>
    message === jobMessage.messageId || (await jobOf(message)) !== undefined;
  return findPosted(api, { ...address, posting }, jobMessage.job, isOther, attempt.signal).catch(
    (error: unknown) => {
      // Where nothing can be read nothing was posted, or it cannot be found.
      if (isUnreachable(error)) return undefined;
      throw error;
    },
  );
}

/**
 * Sends a message; smaller where Discord finds it too large. What comes with the pictures never keeps them back: where a
 * file is refused, first the documents are left out, then what moves, and the message says so.
 */
async function sendShrinking<T>(
  { reply, address }: Posting,
  options: Omit<RenderOptions, 'limit'>,
  send: (message: Awaited<ReturnType<typeof renderReply>>) => Promise<T>,
): Promise<T> {
  const [hasDocuments, hasLoops] = [
    reply.pictures.some(({ documents = [] }) => documents.length > 0),
    reply.pictures.some(({ loops = [] }) => loops.length > 0),
  ];
  let { limit } = address;
  const { closed: why } = address;
  const note = why && new UserError('answer-moved', CLOSED[why]).in(reply.locale);
  let refused: RenderOptions['refused'];
  for (;;) {
    try {
      return await send(await renderReply(reply, { ...options, limit, ...defined({ refused, note }) }));
    } catch (error) {
      const tooLarge = isFailure(error, 'too-large');
      if (!tooLarge && !isAboutFiles(error)) throw error;
      if (refused === undefined && hasDocuments) refused = 'documents';
      else if (tooLarge && reply.pictures.length > 0 && limit / 2 >= MIN_FILE_LIMIT) limit /= 2;
      else if (refused !== 'documents and loops' && hasLoops) refused = 'documents and loops';
      else throw error;
    }
  }
}

/** Whether a refusal may be of the files of a message. */
const isAboutFiles = (error: unknown): boolean =>
  isFailure(error, 'unknown') || (isFailure(error, 'final') && error.words === 'delivery-upload');

/** What is under way, or gone, is not worth calling its owner for. */
function isWorthPosting({ stage }: Reply): boolean {
  return stage === 'done' || stage === 'failed';
}
