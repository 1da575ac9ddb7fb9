import * as z from 'zod';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import type { Log } from '../../../jobs/log.ts';
import type { Address } from '../address.ts';
import type { Call } from '../api.ts';
import { isFailure } from '../failure.ts';
import { markdown, truncate } from '../markdown.ts';

/** Characters of one call (https://docs.slack.dev/reference/methods/chat.appendStream). */
const MAX_TEXT = 12_000;

/** Where somebody asked. */
interface Recipient extends Pick<Address, 'channel' | 'thread' | 'user'> {
  readonly team: string;
}

const started = z.object({ channel: z.string(), ts: z.string() });

/**
 * Answers that come line by line, as an agent's do, where somebody talks with the bot alone in a thread. They are for
 * the reasons of a layout, not for a job's own message: a stream cannot be edited while it is open, has no buttons until
 * it ends, and carries no mark by which it would be found again when the answer to its start was lost.
 */
export class Streams {
  readonly #call: Call;
  readonly #log: Log;
  #offered = true;

  constructor(call: Call, log: Log) {
    this.#call = call;
    this.#log = log;
  }

  /** Whether it was told so; where it was not, nothing of it is left, and it is to be told in the ordinary way. */
  async send(reply: Reply, { channel, thread, user, team }: Recipient): Promise<boolean> {
    const lines = reply.stage === 'notice' ? (reply.reasoning?.long ?? []) : [];
    // In a channel all would read what is meant for one.
    if (!this.#offered || lines.length === 0 || thread === undefined || !channel.startsWith('D'))
      return false;
    let open: z.output<typeof started>;
    try {
      const answer = await this.#call('chat.startStream', {
        channel,
        thread_ts: thread,
        recipient_user_id: user,
        recipient_team_id: team,
        markdown_text: `**${truncate(markdown(reply.title), MAX_TEXT - 4)}**`,
      });
      open = started.parse(answer);
    } catch (error) {
      if (!isFailure(error, 'transient')) {
        this.#offered = false;
        this.#log.debug({ platform: 'slack' }, `no streams here: ${String(error)}`);
      }
      return false;
    }
    const at = { channel: open.channel, ts: open.ts };
    try {
      for (const line of lines) {
        const text = truncate(`\n- ${markdown(line)}`, MAX_TEXT);
        await this.#call('chat.appendStream', { ...at, markdown_text: text });
      }
      await this.#call('chat.stopStream', at);
      return true;
    } catch (error) {
      // Whoever has stopped or deleted it wants no more of it.
      if (isFailure(error, 'message-gone')) return true;
      await this.#call('chat.stopStream', at).catch(() => {});
      await this.#call('chat.delete', at).catch(() => {});
      return false;
    }
  }
}
