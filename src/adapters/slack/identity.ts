import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { defined } from '../../collections/defined.ts';
import { UserError } from '../../errors/user-error.ts';
import { backoff } from '../../jobs/delivery/backoff.ts';
import type { Log } from '../../jobs/log.ts';
import type { Call } from './api.ts';
import { isFailure } from './failure.ts';

const answer = z.object({ user_id: z.string(), bot_id: z.string().optional() });

/** Who the bot is in its workspace. */
export interface Identity {
  readonly botUserId: string;
  readonly botId?: string;
}

/**
 * Asks Slack who the bot is until it answers.
 *
 * @throws UserError `slack-token`
 */
export async function learnIdentity(call: Call, log: Log, signal: AbortSignal): Promise<Identity> {
  for (let failures = 1; ; failures++) {
    try {
      const { user_id: botUserId, bot_id: botId } = answer.parse(await call('auth.test'));
      return { botUserId, ...defined({ botId }) };
    } catch (error) {
      if (isFailure(error, 'token')) throw new UserError('slack-token', {}, { cause: error });
      log.warn({ platform: 'slack', failures }, 'Slack does not say who the bot is', error);
      await sleep(Math.min(30_000, backoff(failures, Math.random())), undefined, { signal, ref: false });
    }
  }
}
