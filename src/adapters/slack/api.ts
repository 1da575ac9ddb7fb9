import type { webApi } from '@slack/bolt';
import { BoundedMap } from '../../collections/bounded-map.ts';
import { defined } from '../../collections/defined.ts';
import { loopTurns } from '../../jobs/time-slicer.ts';
import { failureOf, SlackFailure } from './failure.ts';
import type { Method } from './methods.ts';

/** What goes with a call; what is undefined is left out. */
export type CallArguments = Readonly<Record<string, unknown>>;

/** Slack's Web API. What it answers is read by whoever asked. @throws SlackFailure */
export type Call = (method: Method, sent?: CallArguments) => Promise<unknown>;

/** Milliseconds that a call may take; a first answer must be out in three seconds, and so must forms. */
const TIMEOUT = 15_000;

/** Calls under way at once: each takes a connection, and many at once take longer to open than to use. */
const MAX_CONCURRENT = 24;

/** Methods and channels that are remembered to be closed for now. */
const MAX_LIMITED = 1_000;

/** How the library calls: once, and it tells of a limit instead of waiting. Whether and when to try again is decided here. */
export function clientOptions(address: string | undefined): webApi.WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT,
    maxRequestConcurrency: MAX_CONCURRENT,
    allowAbsoluteUrls: false,
    ...defined({ slackApiUrl: address }),
  };
}

/**
 * Calls, but not while Slack wants to be left alone: its limits hold for a method, and for posting in one channel
 * (https://docs.slack.dev/apis/web-api/rate-limits). Whoever has to wait is told for how long.
 *
 * @param clock milliseconds since 1970
 */
export function createCall(client: Pick<webApi.WebClient, 'apiCall'>, clock: () => number = Date.now): Call {
  // Of channels that are never written to again nobody would take it away.
  const closedUntil = new BoundedMap<string, number>(MAX_LIMITED);
  return async (method, sent = {}) => {
    const line = method === 'chat.postMessage' ? `${method} ${sent.channel}` : method;
    const wait = ((closedUntil.peek(line) ?? 0) - clock()) / 1000;
    if (wait > 0) {
      throw new SlackFailure(method, { kind: 'transient', code: 'ratelimited', retryAfter: Math.ceil(wait) });
    }
    closedUntil.delete(line);
    try {
      const answer = await client.apiCall(method, { ...sent });
      // Many are answered at once, and whoever asked goes on with what came.
      await loopTurns.nextSlot();
      return answer;
    } catch (error) {
      const failure = failureOf(error, method);
      if (failure.code === 'ratelimited' && failure.retryAfter !== undefined) {
        closedUntil.set(line, clock() + failure.retryAfter * 1000);
      }
      throw failure;
    }
  };
}
