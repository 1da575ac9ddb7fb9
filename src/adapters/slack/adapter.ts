import { webApi } from '@slack/bolt';
import type { Locale } from '../../ad/locale.ts';
import { SingleFlight } from '../../collections/single-flight.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import type { OpenMap } from '../../conversation/open-map.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Log } from '../../jobs/log.ts';
import { withTimeout } from '../../resilience/with-timeout.ts';
import { Acknowledgements } from './acknowledgements.ts';
import { clientOptions, createCall } from './api.ts';
import { boltLogger } from './bolt-logger.ts';
import { createConnection, type SlackTransport } from './connection.ts';
import { learnIdentity } from './identity.ts';
import { CatchUp } from './inbound/catch-up.ts';
import { resumeCommands } from './inbound/commands.ts';
import type { InboundContext } from './inbound/context.ts';
import { registerListeners } from './inbound/listeners.ts';
import { handleMessage } from './inbound/messages.ts';
import { UserDirectory } from './inbound/user-directory.ts';
import { AgentSessions } from './outbound/agent-sessions.ts';
import { SlackDelivery } from './outbound/delivery.ts';
import { createNotify } from './outbound/notify.ts';
import { Streams } from './outbound/streams.ts';

export interface SlackParts {
  readonly conversation: Conversation;
  readonly jobs: Jobs;
  /** Of the bot: `xoxb-…`. */
  readonly token: string;
  readonly transport: SlackTransport;
  /** Instead of Slack's own, for tests: `http://127.0.0.1:3000/api/`. */
  readonly address: string | undefined;
  /** Language of those whose own cannot be learnt. */
  readonly locale: Locale;
  /** Where what must outlive the process is kept. */
  readonly openMap: OpenMap;
  /** Whether the bot puts reactions under finished ads itself. */
  readonly offersReactions: boolean;
  readonly log: Log;
  readonly pace?: {
    /** Least milliseconds between two edits of one message. */
    readonly edits: number;
    /** Milliseconds between looks at a file that is not ready. */
    readonly looks: readonly number[];
  };
}

export interface SlackAdapter {
  /** Rejects when the bot cannot go on in Slack. */
  readonly ended: Promise<never>;
  close(): Promise<void>;
  finish(): Promise<void>;
  notReadyReason(): string | undefined;
}

const DEFAULT_PACE = { edits: 3_000, looks: [250, 500, 1_000, 2_000] } as const;

/** Commands on their way that are kept: more than come before the first of them is answered. */
const MAX_PENDING = 10_000;

/** Conversations and threads of which it is known how far they were answered. */
const MAX_MARKS = 5_000;

/** Events that are remembered: more than Slack sends again (https://docs.slack.dev/apis/events-api#retries) in five minutes. */
const MAX_EVENTS = 5_000;

/** Milliseconds that the start waits for Slack; then it goes on and Slack is tried further. */
const START_TIMEOUT = 5_000;

/**
 * The bot in one Slack workspace.
 *
 * @throws UserError `slack-token`, `slack-app-token`, `slack-port`
 */
export async function startSlack(parts: SlackParts): Promise<SlackAdapter> {
  const { conversation, jobs, token, transport, address, log, pace = DEFAULT_PACE } = parts;
  const logger = boltLogger(log);
  const options = clientOptions(address);
  const call = createCall(new webApi.WebClient(token, { ...options, logger }));
  const own = address === undefined ? undefined : new URL(address);
  const isSlack = (url: URL): boolean =>
    (own !== undefined && url.origin === own.origin) ||
    (url.protocol === 'https:' && url.port === '' && url.hostname.endsWith('.slack.com'));
  const acknowledgements = new Acknowledgements();
  const sessions = new AgentSessions(call, log);
  const notify = createNotify({ call, isSlack, log });

  const end = new AbortController();
  const identity = learnIdentity(call, log, end.signal);
  const ended = new Promise<never>((_resolve, reject) => {
    identity.catch((error: unknown) => {
      if (!end.signal.aborted) reject(error);
    });
  });
  ended.catch(() => {});
  let home: string | undefined;
  identity.then(
    (known) => {
      home = known.home;
    },
    () => {},
  );
  await withTimeout(START_TIMEOUT, identity);

  const inbox = await parts.openMap('inbox', MAX_PENDING);
  const catchUp: CatchUp = new CatchUp({
    call,
    identity,
    marks: await parts.openMap('marks', MAX_MARKS),
    log,
    onMessage: (body) => handleMessage({ body, context }),
  });
  const connection = createConnection(transport, options, logger, {
    acknowledgements,
    log,
    onConnected: () =>
      catchUp.read().catch((error: unknown) => log.error({ platform: 'slack' }, 'messages were lost', error)),
  });
  const context: InboundContext = {
    conversation,
    jobs,
    call,
    notify,
    token,
    log,
    hosts: { secure: ['.slack.com'], extra: own === undefined ? [] : [own.origin] },
    users: new UserDirectory(call, parts.locale, log),
    workspaceOf: (team) => home ?? team,
    singleFlight: new SingleFlight(MAX_EVENTS),
    acknowledgements,
    inbox,
    catchUp,
    sessions,
    streams: new Streams(call, log),
    reactions: new Map(),
  };
  registerListeners(connection.receiver, token, identity, context);
  jobs.connect(
    new SlackDelivery({
      call,
      notify,
      isSlack,
      pollPauses: pace.looks,
      pace: pace.edits,
      offersReactions: parts.offersReactions,
      acknowledgements,
      sessions,
    }),
  );
  await connection.open();
  resumeCommands(context).catch((error: unknown) => log.error({}, 'commands were lost', error));
  log.info({ platform: 'slack', mode: transport.mode }, 'started');
  return {
    ended,
    async close() {
      end.abort();
      await connection.close();
    },
    finish: async () => {},
    notReadyReason: () => (connection.connected ? undefined : 'slack is not connected'),
  };
}
