import * as z from 'zod';
import { defined } from '../../collections/defined.ts';
import { UserError } from '../../errors/user-error.ts';
import type { Log } from '../../jobs/log.ts';
import { exponentialBackoff } from '../../resilience/backoff.ts';
import { withRetry } from '../../resilience/with-retry.ts';
import type { Call } from './api.ts';
import { isTokenRefused } from './failure.ts';

const answer = z.object({
  user_id: z.string(),
  bot_id: z.string().optional(),
  team_id: z.string().optional(),
  is_enterprise_install: z.boolean().optional(),
});

/** Who the bot is in its workspace. */
export interface Identity {
  readonly botUserId: string;
  readonly botId?: string;
  /** Its only workspace; absent where it is installed in all of an organisation's. */
  readonly home?: string;
}

const BACKOFF = exponentialBackoff({ initial: 1000, max: 30_000, jitter: 0.25 });

/**
 * Asks Slack who the bot is until it answers.
 *
 * @throws UserError `slack-token`; the signal's reason
 */
export async function learnIdentity(call: Call, log: Log, signal: AbortSignal): Promise<Identity> {
  try {
    const known = await withRetry(async () => answer.parse(await call('auth.test')), {
      backoff: BACKOFF,
      shouldRetry: (error) => !isTokenRefused(error),
      onRetry: (error, failures) =>
        log.warn({ platform: 'slack', failures }, 'Slack does not say who the bot is', error),
      signal,
      ref: false,
    });
    const { user_id: botUserId, bot_id: botId, team_id: home, is_enterprise_install: everywhere } = known;
    return { botUserId, ...defined({ botId, home: everywhere === true ? undefined : home }) };
  } catch (error) {
    if (isTokenRefused(error)) throw new UserError('slack-token', {}, { cause: error });
    throw error;
  }
}
