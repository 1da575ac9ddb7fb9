import { join } from 'node:path';
import { GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord.js';
import type { Locale } from '../../ad/locale.ts';
import { BoundedMap } from '../../collections/bounded-map.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import { PersistentMap } from '../../conversation/persistent-map.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Log } from '../../jobs/log.ts';
import { createApi } from './api.ts';
import { createConnection } from './connection.ts';
import { Interactions } from './inbound/interactions.ts';
import { Messages } from './inbound/messages.ts';
import { type ReactionParts, reactionAdded, reactionRemoved } from './inbound/reactions.ts';
import { localeOf, localeOfText } from './inbound/speaker.ts';
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
  readonly reactions: boolean;
  /** Where what must outlive the process is kept. */
  readonly folder: string;
  readonly locale: Locale;
  readonly log: Log;
}

export interface DiscordAdapter {
  /** Rejects when Discord will not have the bot. @throws UserError `discord-token`, `discord-refused` */
  readonly ended: Promise<void>;
  close(): Promise<void>;
  finish(): Promise<void>;
  obstacle(): string | undefined;
}

/** People whose language is remembered: reactions do not tell it. */
const MAX_LOCALES = 10_000;

/** Interactions on their way that are kept: more than come before the first of them is done. */
const MAX_PENDING = 10_000;

/** Open forms that are kept: whoever opens more has left the first ones, as all do. */
const MAX_FORMS = 1_000;

/** How long answers under way are waited for, in milliseconds. */
const CLOSE_TIMEOUT = 1_500;

/** The bot on Discord. */
export async function startDiscord(parts: DiscordParts): Promise<DiscordAdapter> {
  const { conversation, jobs, token, addresses, folder, locale, log } = parts;
  const [inbox, unanswered, forms] = await Promise.all([
    PersistentMap.open(join(folder, 'inbox.jsonl'), MAX_PENDING),
    PersistentMap.open(join(folder, 'messages.jsonl'), MAX_PENDING),
    PersistentMap.open(join(folder, 'forms.jsonl'), MAX_FORMS),
  ]);
  const api = createApi(token, addresses.api);
  const languages = new BoundedMap<string, Locale>(MAX_LOCALES);
  const photos = photoFetcher(conversation, addresses.cdn, parts.attachmentHosts);
  const incoming = new Interactions({
    api,
    conversation,
    photos,
    forms,
    inbox,
    roleNames: (guild, roles) => gateway.roleNames(guild, roles),
    rememberLocale: (user, language) => languages.set(user, language),
    locale,
    log,
  });
  let application = parts.application;
  const hearing: ReactionParts = {
    api,
    conversation,
    gateway: () => gateway,
    application: () => application,
    localeOf: (user, guild, text) =>
      languages.get(user) ??
      localeOfText(text) ??
      localeOf(guild && gateway.preferredLocaleOf(guild), locale),
    log,
  };
  const messages = new Messages({ ...hearing, photos, inbox: unanswered });
  const lost = (error: unknown): void => log.error({}, 'a reaction was lost', error);
  const onEvent = (event: GatewayDispatchPayload): void => {
    switch (event.t) {
      case GatewayDispatchEvents.Ready:
        application = event.d.application.id;
        messages.resume().catch((error: unknown) => log.error({}, 'messages were lost', error));
        break;
      case GatewayDispatchEvents.InteractionCreate:
        if ('locale' in event.d) incoming.receive(event.d);
        break;
      case GatewayDispatchEvents.MessageCreate:
        messages.receive(event.d);
        break;
      case GatewayDispatchEvents.MessageReactionAdd:
        reactionAdded(event.d, hearing).catch(lost);
        break;
      case GatewayDispatchEvents.MessageReactionRemove:
        reactionRemoved(event.d, hearing).catch(lost);
        break;
    }
  };
  jobs.connect(
    discordDelivery({
      api,
      jobOf: async (message) => (await jobs.archive.byMessage({ platform: 'discord' }, message))?.id,
      reactions: parts.reactions,
      now: Date.now,
      log,
    }),
  );
  await api.warmUp();
  const gateway = createConnection({ token, address: addresses.api, shards: parts.shards, onEvent, log });
  await incoming.resume();
  return {
    ended: gateway.ended,
    async close() {
      await gateway.close();
      await Promise.all([incoming.idle(CLOSE_TIMEOUT), messages.idle(CLOSE_TIMEOUT)]);
    },
    async finish() {
      api.close();
    },
    obstacle: () => (gateway.connected ? undefined : 'discord: not connected'),
  };
}
