import { DefaultRestOptions, type RawFile, REST, type RESTOptions, type RouteLike, Routes } from 'discord.js';
import { defined } from '../../collections/defined.ts';
import { loopTurns } from '../../jobs/time-slicer.ts';
import { failureOf } from './failure.ts';

/** What goes with a call. */
interface CallOptions {
  readonly body?: object;
  readonly files?: readonly RawFile[];
  readonly query?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** One way of calling Discord. @throws DiscordFailure; the signal's reason */
type Call = (method: Method, route: RouteLike, sent?: CallOptions) => Promise<unknown>;

/** Discord's REST interface. What it answers is read by whoever asked. */
export interface DiscordApi {
  /** The first answer to an interaction: it has three seconds, so it never waits and is never repeated here. */
  readonly callback: Call;
  /** By an interaction's token: no bot token is sent, and the bot's own limits do not count. */
  readonly interaction: Call;
  readonly bot: Call;
  /** Loads what the first call would have to load, and opens a line: the first interaction has no time for that. */
  warmUp(): Promise<void>;
  close(): void;
}

/** Milliseconds that a first answer may take. */
const CALLBACK_TIMEOUT = 2_500;

/** Milliseconds for a call with files on a slow line. */
const TIMEOUT = 60_000;

/** Whoever has to wait longer than this, in milliseconds, is told so and tries again later. */
const MAX_RATE_LIMIT_WAIT = 10_000;

/**
 * @param token the bot's
 * @param address instead of Discord's own, for tests
 */
export function createApi(token: string, address: string | undefined): DiscordApi {
  const open = (options: ConstructorParameters<typeof REST>[0]): REST =>
    new REST({
      version: '10',
      timeout: TIMEOUT,
      retries: 1,
      makeRequest: requestWithFormBytes,
      rejectOnRateLimit: ({ retryAfter }) => retryAfter > MAX_RATE_LIMIT_WAIT,
      ...defined({ api: address }),
      ...options,
    });
  // Interactions are exempt from the bot's limit of 50 calls a second, which the library counts for every call.
  const unbound = { globalRequestsPerSecond: Number.POSITIVE_INFINITY };
  const rests = {
    answer: open({ ...unbound, timeout: CALLBACK_TIMEOUT, retries: 0 }),
    interaction: open(unbound),
    bot: open({}),
  };
  rests.bot.setToken(token);
  const calling =
    (rest: REST, auth: boolean): Call =>
    async (method, route, { body, files, query, signal } = {}) => {
      try {
        const answer = await rest[method](route, {
          auth,
          ...defined({
            body,
            files: files === undefined || files.length === 0 ? undefined : [...files],
            query: query === undefined ? undefined : new URLSearchParams(query),
            signal,
          }),
        });
        // Many are answered at once, and whoever asked goes on with what came.
        await loopTurns.nextSlot();
        return answer;
      } catch (error) {
        // The library forgets its token when it is refused once.
        if (auth) rest.setToken(token);
        throw failureOf(error, `${method} ${routeName(route)}`, signal);
      }
    };
  return {
    callback: calling(rests.answer, false),
    interaction: calling(rests.interaction, false),
    bot: calling(rests.bot, true),
    warmUp: async () => {
      // What comes back does not matter.
      await rests.answer.get(Routes.gateway(), { auth: false }).catch(() => {});
    },
    close: () => {
      for (const rest of Object.values(rests)) {
        rest.clearHandlerSweeper();
        rest.clearHashSweeper();
      }
    },
  };
}

/**
 * Sends a form as the bytes that it is. The library hands it to the dispatcher of the whole process as an object, which a
 * dispatcher of another version of undici does not know; Slack's client brings one (undici 7, the library's is 6).
 */
const requestWithFormBytes: RESTOptions['makeRequest'] = async (url, init) => {
  const { makeRequest } = DefaultRestOptions;
  if (!(init.body instanceof FormData)) return makeRequest(url, init);
  const form = new Response(init.body);
  const type = form.headers.get('content-type') ?? '';
  const body = new Uint8Array(await form.arrayBuffer());
  return makeRequest(url, { ...init, body, headers: { ...Object(init.headers), 'content-type': type } });
};

/** The route without ids and tokens. */
function routeName(route: string): string {
  return route
    .replaceAll(/\/(?:\d{15,}|[\w.~-]{40,})/g, '/…')
    .replace(/(\/(?:webhooks|interactions)\/…)\/[^/]+/, '$1/…');
}
