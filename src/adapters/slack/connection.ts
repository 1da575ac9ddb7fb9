import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver, type webApi } from '@slack/bolt';
import { UserError } from '../../errors/user-error.ts';
import type { Log } from '../../jobs/log.ts';
import { exponentialBackoff } from '../../resilience/backoff.ts';
import { withRetry } from '../../resilience/with-retry.ts';
import { withTimeout } from '../../resilience/with-timeout.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import { failureOf, isTokenRefused } from './failure.ts';
import { guardEnvelopes } from './payload-guard.ts';
import { ARRIVAL_TIMEOUTS, guardRequests } from './request-guard.ts';

/** How Slack reaches the bot: over a socket that the bot opens, or by requests to a public address. */
export type SlackTransport =
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number };

export interface Connection {
  readonly receiver: Receiver;
  /** @throws UserError `slack-app-token`, `slack-port` */
  open(): Promise<void>;
  close(): Promise<void>;
  readonly connected: boolean;
}

interface ConnectionParts {
  readonly acknowledgements: Acknowledgements;
  readonly log: Log;
  /** Slack reaches the bot, for the first time or again. */
  readonly onConnected: () => void;
}

export function createConnection(
  way: SlackTransport,
  options: webApi.WebClientOptions,
  logger: Logger,
  parts: ConnectionParts,
): Connection {
  return way.mode === 'http'
    ? httpConnection(way, logger, parts)
    : socketConnection(way, options, logger, parts);
}

/** Where Slack's requests arrive; slack-manifest.yaml says the same. */
const EVENTS_PATH = '/slack/events';

/** Milliseconds that requests under way are given at the end. */
const CLOSE_TIMEOUT = 2_500;

/** Signatures are checked by the library, which takes no empty secret. */
function httpConnection(
  { signingSecret, port }: Extract<SlackTransport, { mode: 'http' }>,
  logger: Logger,
  { acknowledgements, log, onConnected }: ConnectionParts,
): Connection {
  const receiver = new HTTPReceiver({ signingSecret, port, logger, endpoints: EVENTS_PATH });
  receiver.requestListener = guardRequests(receiver.requestListener, EVENTS_PATH, {
    turn: () => acknowledgements.turn(),
    onRejected: (error) => log.warn({ platform: 'slack' }, 'a request was rejected', error),
  });
  let connected = false;
  return {
    receiver,
    async open() {
      try {
        await receiver.start(port, ARRIVAL_TIMEOUTS);
      } catch (error) {
        throw new UserError('slack-port', { port }, { cause: error });
      }
      connected = true;
      onConnected();
    },
    async close() {
      if (!connected) return;
      connected = false;
      await withTimeout(CLOSE_TIMEOUT, receiver.stop());
    },
    get connected() {
      return connected;
    },
  };
}

const BACKOFF = exponentialBackoff({ initial: 1000, max: 30_000, jitter: 0.25 });

/**
 * Slack ends a connection now and then, and says so (https://docs.slack.dev/apis/events-api/using-socket-mode): a new
 * one is opened at once. The library's own way of doing that ends the process when Slack cannot be reached
 * (slackapi/node-slack-sdk#1626).
 */
function socketConnection(
  { appToken }: Extract<SlackTransport, { mode: 'socket' }>,
  options: webApi.WebClientOptions,
  logger: Logger,
  { log, onConnected }: ConnectionParts,
): Connection {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: options },
  });
  const { client } = receiver;
  guardEnvelopes(client, (error) =>
    log.warn({ platform: 'slack' }, 'Slack sent an event that could not be parsed', error),
  );
  const end = new AbortController();
  let connected = false;

  const connect = async (): Promise<void> => {
    if (connected) return;
    await client.start();
    connected = true;
    onConnected();
  };
  const stayConnected = async (): Promise<void> => {
    while (!end.signal.aborted) {
      await withRetry(connect, {
        backoff: BACKOFF,
        onRetry: (error, failures) =>
          log.warn({ platform: 'slack', failures }, 'cannot connect to Slack', error),
        signal: end.signal,
        ref: false,
      });
      await new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
      connected = false;
    }
  };

  return {
    receiver,
    async open() {
      try {
        await connect();
      } catch (error) {
        if (isTokenRefused(failureOf(error, 'apps.connections.open')))
          throw new UserError('slack-app-token', {}, { cause: error });
        log.warn({ platform: 'slack' }, 'cannot connect to Slack', error);
      }
      // Ends with an error only where it is aborted.
      stayConnected().catch(() => {});
    },
    async close() {
      end.abort();
      if (!connected) return;
      const gone = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
      await receiver.stop();
      await withTimeout(CLOSE_TIMEOUT, gone);
    },
    get connected() {
      return connected;
    },
  };
}
