import { UserError } from '../../errors/user-error.ts';
import type { Config } from './config.ts';

/** How Slack reaches the bot, with what that takes. */
type SlackTransport =
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number };

/** @throws UserError `bad-config` when what the mode needs is not set */
export function slackTransport({
  SLACK_MODE,
  SLACK_APP_TOKEN,
  SLACK_SIGNING_SECRET,
  PORT,
}: Config): SlackTransport {
  const missing = (name: string): UserError =>
    new UserError('bad-config', { problems: [`${name}: needed for SLACK_MODE=${SLACK_MODE}`] });
  if (SLACK_MODE === 'socket') {
    if (SLACK_APP_TOKEN === undefined) throw missing('SLACK_APP_TOKEN');
    return { mode: SLACK_MODE, appToken: SLACK_APP_TOKEN };
  }
  if (SLACK_SIGNING_SECRET === undefined) throw missing('SLACK_SIGNING_SECRET');
  return { mode: SLACK_MODE, signingSecret: SLACK_SIGNING_SECRET, port: PORT };
}
