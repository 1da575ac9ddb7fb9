import { App, type AppOptions, type Receiver, type ReceiverEvent, type ViewSubmitAction } from '@slack/bolt';
import type { Log } from '../../../jobs/log.ts';
import { withTimeout } from '../../../resilience/with-timeout.ts';
import { truncateStrings } from '../../../text/truncate-strings.ts';
import { ACK_TIMEOUT, type Acknowledgements } from '../acknowledgements.ts';
import { boltLogger } from '../bolt-logger.ts';
import type { Identity } from '../identity.ts';
import { ACTION_PREFIX } from '../render/buttons.ts';
import { handleSessionStopped } from './agent-sessions.ts';
import { handleButton } from './buttons.ts';
import { handleCommand } from './commands.ts';
import type { InboundContext } from './context.ts';
import { FORM_PREFIX } from './forms/command-form.ts';
import { PARTS_FORM } from './forms/parts-form.ts';
import { WORDS_FORM } from './forms/words-form.ts';
import { handleHomeOpened } from './home.ts';
import { handleMessage } from './messages.ts';
import { handleReaction } from './reactions.ts';
import { handleShortcut, PHOTO_SHORTCUT } from './shortcuts.ts';
import { handleSubmission } from './submissions.ts';

/** The library acknowledges events before anything has come of them; here that waits until it is written down. */
class AcknowledgingApp extends App {
  readonly #acknowledgements: Acknowledgements;

  constructor(options: AppOptions, acknowledgements: Acknowledgements) {
    super(options);
    this.#acknowledgements = acknowledgements;
  }

  override async processEvent(received: ReceiverEvent): Promise<void> {
    const done = this.#acknowledgements.begin();
    const ack: ReceiverEvent['ack'] = async (answer) => {
      done();
      await received.ack(answer);
    };
    try {
      await this.#acknowledgements.turn();
      const event: ReceiverEvent = { ...received, body: truncateStrings(received.body) };
      if (event.body.type !== 'event_callback') return await super.processEvent({ ...event, ack });
      const work = super.processEvent({ ...event, ack: async () => {} });
      // It is waited for below, unless the acknowledgement does not get through.
      work.catch(() => {});
      // What fails is not acknowledged, so Slack sends it again.
      await withTimeout(ACK_TIMEOUT, work);
      await ack();
      await work;
    } finally {
      done();
    }
  }
}

/** Everything that can come in from Slack, with what answers it. */
export function registerListeners(
  receiver: Receiver,
  token: string,
  identity: Promise<Identity>,
  context: InboundContext,
): App {
  const authorize = async () => ({ botToken: token, ...(await identity) });
  const app = new AcknowledgingApp(
    { receiver, convoStore: false, authorize, logger: boltLogger(context.log) },
    context.acknowledgements,
  );
  app.command(/.*/, ({ body, ack }) => handleCommand({ body, ack, context }));
  app.event('app_mention', ({ body }) => handleMessage({ body, context }));
  app.event('message', ({ body }) => handleMessage({ body, context }));
  app.event('reaction_added', ({ body }) => handleReaction({ body, context }));
  app.event('reaction_removed', ({ body }) => handleReaction({ body, context }));
  app.event('app_home_opened', ({ body }) => handleHomeOpened({ body, context }));
  app.event('agent_session_stopped', ({ body }) => handleSessionStopped({ body, context }));
  app.event('app_uninstalled', async () => logRemoved(context.log));
  app.event('tokens_revoked', async () => logRemoved(context.log));
  app.action(new RegExp(`^(?:${ACTION_PREFIX}|${FORM_PREFIX})`), ({ body, ack }) =>
    handleButton({ body, ack, context }),
  );
  app.shortcut(PHOTO_SHORTCUT, ({ body, ack }) => handleShortcut({ body, ack, context }));
  const forms = new RegExp(`^(?:${FORM_PREFIX}|${WORDS_FORM}$|${PARTS_FORM}$)`);
  app.view<ViewSubmitAction>({ callback_id: forms, type: 'view_submission' }, ({ body, ack }) =>
    handleSubmission({ body, ack, context }),
  );
  app.error(async (error) => {
    context.log.error({ platform: 'slack' }, 'an incoming event was not answered', error);
    throw error;
  });
  return app;
}

function logRemoved(log: Log): void {
  log.error({ platform: 'slack' }, 'the app was removed from the workspace, or its token revoked');
}
