import type { EventEmitter } from 'node:events';
import {
  Client,
  type ClientOptions,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  Options,
  PermissionsBitField,
  Status,
} from 'discord.js';
import { defined } from '../../collections/defined.ts';
import { UserError } from '../../errors/user-error.ts';
import type { Log } from '../../jobs/log.ts';
import { exponentialBackoff } from '../../resilience/backoff.ts';
import { withRetry } from '../../resilience/with-retry.ts';
import { GuardedShards, guardPackets } from './payload-guard.ts';

export interface ConnectionParts {
  readonly token: string;
  /** The application whose bot it is, where that is known before Discord tells. */
  readonly application: string | undefined;
  /** Instead of Discord's own, for tests. */
  readonly address: string | undefined;
  /** `auto`, how many, or which of how many: `0-3/16`. */
  readonly shards: string;
  readonly log: Log;
}

/** The gateway connection, over which Discord tells what happens. */
export interface Connection {
  /**
   * Connects, and stays connected. Returns at once: until Discord is reached, `connected` says no.
   *
   * @param onEvent told of every event, as Discord has sent it
   */
  open(onEvent: (event: GatewayDispatchPayload) => void): void;
  /** Rejects when Discord will not have the bot, and never resolves before `close`. */
  readonly ended: Promise<void>;
  /** Whether every shard is connected now. */
  readonly connected: boolean;
  /** The application whose bot this is, once it is known. */
  readonly application: string | undefined;
  /** The bot's own id, once it is known. */
  readonly botUserId: string | undefined;
  roleNames(guild: string, roles: readonly string[]): readonly string[];
  /** All that a member may do in a server by their roles, as Discord's bits; undefined where it is not known. */
  permissionsOf(guild: string, member: string, roles: readonly string[]): string | undefined;
  /** Whether a role is the one that the server has given to the bot itself. */
  isOwnRole(guild: string, role: string): boolean;
  /** A server's language. */
  preferredLocaleOf(guild: string): string | undefined;
  close(): Promise<void>;
}

/** None of these needs Discord's leave: no messages of others are read, no lists of members. */
const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.DirectMessageReactions,
];

/** Users that the library remembers, for its own sake alone: without a limit it keeps all (its Options.cacheWithLimits). */
const MAX_CACHED_USERS = 200;

/** Between two attempts to connect. */
const BACKOFF = exponentialBackoff({ initial: 1_000, max: 60_000 });

export function createConnection({ token, address, shards, log, ...parts }: ConnectionParts): Connection {
  const closing = new AbortController();
  let { application } = parts;
  let onEvent: (event: GatewayDispatchPayload) => void = () => {};
  let client = createClient();
  let refuse: (error: Error) => void = () => {};
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve;
    refuse = reject;
  });

  function createClient(): Client {
    const made = new Client({
      intents: INTENTS,
      // What is asked for is asked of Discord or of our own store; only servers and their roles are remembered.
      makeCache: Options.cacheWithLimits({
        ...Options.DefaultMakeCacheSettings,
        MessageManager: 0,
        ReactionManager: 0,
        ReactionUserManager: 0,
        GuildMemberManager: 0,
        UserManager: MAX_CACHED_USERS,
        PresenceManager: 0,
        VoiceStateManager: 0,
        GuildEmojiManager: 0,
        GuildStickerManager: 0,
        GuildScheduledEventManager: 0,
        StageInstanceManager: 0,
      }),
      ...defined({ rest: address === undefined ? undefined : { api: address } }),
      ws: { buildStrategy: (manager) => new GuardedShards(manager, log) },
      ...shardsOf(shards),
    });
    guardPackets(made, log);
    // Events as they are sent: reactions on old messages, and in direct messages, never reach the library's own events.
    const raw: EventEmitter = made;
    raw.on('raw', (event: GatewayDispatchPayload) => {
      try {
        if (event.t === GatewayDispatchEvents.Ready) application = event.d.application.id;
        onEvent(event);
      } catch (error) {
        log.error({ event: event.t }, 'an event could not be parsed', error);
      }
    });
    made.on(Events.ShardDisconnect, ({ code }) => {
      log.error({ code }, 'Discord closed the connection permanently');
      refuse(
        code === GatewayCloseCodes.AuthenticationFailed
          ? new UserError('discord-token', {})
          : new UserError('discord-refused', { code }),
      );
    });
    made.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting to Discord'));
    made.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'resumed on Discord'));
    made.on(Events.ShardReady, (shard) => log.info({ shard }, 'connected to Discord'));
    made.on(Events.ShardError, (error, shard) => log.warn({ shard }, 'connection error on Discord', error));
    made.on(Events.Error, (error) => log.error({}, 'error in discord.js', error));
    made.on(Events.Warn, (text) => log.warn({}, text));
    return made;
  }

  async function connect(): Promise<void> {
    let attempts = 0;
    const login = async (): Promise<void> => {
      // A client that has failed does not log in again.
      if (attempts++ > 0) client = createClient();
      await client.login(token);
    };
    try {
      await withRetry(login, {
        backoff: BACKOFF,
        shouldRetry: (error) => !isTokenRefused(error),
        onRetry: (error, _failures, wait) => log.warn({ wait }, 'Discord cannot be reached', error),
        signal: closing.signal,
      });
    } catch (error) {
      if (!closing.signal.aborted) refuse(new UserError('discord-token', {}, { cause: error }));
    }
  }

  return {
    ended,
    open(listener) {
      onEvent = listener;
      void connect();
    },
    get connected() {
      return client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready);
    },
    get application() {
      return application;
    },
    get botUserId() {
      return client.user?.id;
    },
    roleNames: (guild, roles) =>
      roles.flatMap((role) => client.guilds.cache.get(guild)?.roles.cache.get(role)?.name ?? []),
    permissionsOf(guild, member, roles) {
      const known = client.guilds.cache.get(guild);
      if (known === undefined) return undefined;
      if (known.ownerId === member) return String(PermissionsBitField.All);
      // The server's own id is the role that everybody has.
      const bits = [guild, ...roles].map((role) => known.roles.cache.get(role)?.permissions.bitfield ?? 0n);
      return String(bits.reduce((all, some) => all | some, 0n));
    },
    isOwnRole: (guild, role) =>
      client.user !== null &&
      client.guilds.cache.get(guild)?.roles.cache.get(role)?.tags?.botId === client.user.id,
    preferredLocaleOf: (guild) => client.guilds.cache.get(guild)?.preferredLocale,
    async close() {
      closing.abort();
      await client.destroy();
      end();
    },
  };
}

function isTokenRefused(error: unknown): boolean {
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}

function shardsOf(text: string): Pick<ClientOptions, 'shards' | 'shardCount'> {
  if (text === 'auto') return { shards: 'auto' };
  const [, first, last = first, count] = /^(\d+)(?:-(\d+))?\/(\d+)$/.exec(text) ?? [];
  if (count === undefined) return { shardCount: Number(text) };
  const shards = Array.from(
    { length: Number(last) - Number(first) + 1 },
    (_, index) => Number(first) + index,
  );
  return { shards, shardCount: Number(count) };
}
