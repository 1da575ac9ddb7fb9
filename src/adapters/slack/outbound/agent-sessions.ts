import type { LocalizedText } from '../../../ad/locale.ts';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import type { Log } from '../../../jobs/log.ts';
import type { Call } from '../api.ts';
import { isFailure } from '../failure.ts';

/** A thread in which the bot works as an agent (https://docs.slack.dev/ai/agent-sessions). */
export interface SessionThread {
  readonly channel: string;
  readonly thread: string;
}

const STATUS: LocalizedText = { ko: '광고를 만들고 있어요…', en: 'is making your ad…' };

const LINES: readonly LocalizedText[] = [
  { ko: '무엇을 알릴지 읽고 있어요', en: 'Reading your request' },
  { ko: '배경을 준비하고 있어요', en: 'Setting the scene' },
  { ko: '글자를 놓고 있어요', en: 'Placing the text' },
];

/**
 * A line that says that the bot is at work, and Slack's own button to stop it, where a workspace has agents and the app
 * is one. Nothing hangs on it: the first refusal ends it until the next start.
 */
export class AgentSessions {
  readonly #call: Call;
  readonly #log: Log;
  #offered = true;

  constructor(call: Call, log: Log) {
    this.#call = call;
    this.#log = log;
  }

  /** Work in a thread has begun. */
  async begin({ channel, thread }: SessionThread, { locale }: Reply): Promise<void> {
    const here = { channel_id: channel, thread_ts: thread };
    await this.#try(() => this.#call('agents.sessions.setStatus', { ...here, status: 'processing' }));
    await this.#try(() =>
      this.#call('assistant.threads.setStatus', {
        ...here,
        status: STATUS[locale],
        loading_messages: LINES.map((line) => line[locale]),
      }),
    );
  }

  /** It has ended, or was stopped: Slack leaves that to the bot. */
  async end({ channel, thread }: SessionThread): Promise<void> {
    const here = { channel_id: channel, thread_ts: thread };
    await this.#try(() => this.#call('agents.sessions.setStatus', { ...here, status: 'active' }));
    await this.#try(() => this.#call('assistant.threads.setStatus', { ...here, status: '' }));
  }

  async #try(work: () => Promise<unknown>): Promise<void> {
    if (!this.#offered) return;
    try {
      await work();
    } catch (error) {
      if (isFailure(error, 'transient')) return;
      this.#offered = false;
      this.#log.debug({ platform: 'slack' }, `no agent sessions here: ${String(error)}`);
    }
  }
}
