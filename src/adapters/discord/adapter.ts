import type { Locale } from '../../ad/locale.ts';
import { BoundedMap } from '../../collections/bounded-map.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import type { OpenMap } from '../../conversation/open-map.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Log } from '../../jobs/log.ts';
import { createApi } from './api.ts';
import { createConnection } from './connection.ts';
import { createListeners } from './inbound/listeners.ts';
import { discordDelivery } from './outbound/delivery.ts';
import { photoFetcher } from './photos.ts';

export interface DiscordParts {
  readonly conversation: Conversation;
  readonly jobs: Jobs;
  readonly token: string;
  readonly application: string | undefined;
  /** Instead of Discord's own, for tests. */
  readonly addresses: { readonly api: string | undefined; readonly cdn: string | undefined };
  readonly shards: string;
  /** Hosts besides Discord's that photos may come from. */
  readonly attachmentHosts: readonly string[];
  /** Whether reactions are offered under finished ads. */
  readonly offersReactions: boolean;
  /** Where what must outlive the process is kept. */
  readonly openMap: OpenMap;
  readonly locale: Locale;
  readonly log: Log;
}

export interface DiscordAdapter {
  /** Rejects when Discord will not have the bot. @throws UserError `discord-token`, `discord-refused` */
  readonly ended: Promise<void>;
  close(): Promise<void>;
  finish(): Promise<void>;
  notReadyReason(): string | undefined;
}

/** People whose language is remembered: reactions do not tell it. */
const MAX_LOCALES = 10_000;

/** Interactions on their way that are kept: more than come before the first of them is done. */
const MAX_PENDING = 10_000;

/** Channels of which it is known how far they were read. */
const MAX_MARKS = 10_000;

/** Open forms that are kept: whoever opens more has left the first ones, as all do. */
const MAX_FORMS = 1_000;

/** How long answers under way are waited for, in milliseconds. */
const CLOSE_TIMEOUT = 1_500;

/** The bot on Discord. */
export async function startDiscord(parts: DiscordParts): Promise<DiscordAdapter> {
  const { conversation, jobs, token, application, addresses, shards, openMap, log } = parts;
  const [interactions, messages, marks, forms] = await Promise.all([
    openMap('inbox', MAX_PENDING),
    openMap('messages', MAX_PENDING),
    openMap('marks', MAX_MARKS),
    openMap('forms', MAX_FORMS),
  ]);
  const api = createApi(token, addresses.api);
  const connection = createConnection({ token, application, address: addresses.api, shards, log });
  const listeners = createListeners({
    api,
    connection,
    conversation,
    photos: photoFetcher(conversation, addresses.cdn, parts.attachmentHosts),
    inboxes: { interactions, messages, marks, forms },
    locales: new BoundedMap(MAX_LOCALES),
    defaultLocale: parts.locale,
    log,
  });
  jobs.connect(
    discordDelivery({
      api,
      jobOf: async (message) => (await jobs.lookup.byMessageId({ platform: 'discord' }, message))?.id,
      offersReactions: parts.offersReactions,
      now: Date.now,
      log,
    }),
  );
  await api.warmUp();
  connection.open((event) => listeners.receive(event));
  await listeners.resume();
  return {
    ended: connection.ended,
    async close() {
      await connection.close();
      await listeners.idle(CLOSE_TIMEOUT);
    },
    async finish() {
      api.close();
    },
    notReadyReason: () => (connection.connected ? undefined : 'discord: not connected'),
  };
}
