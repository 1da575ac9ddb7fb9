import { setMaxListeners } from 'node:events';
import { OutageError } from '../../errors/outage-error.ts';
import { withTimeout } from '../../resilience/with-timeout.ts';
import type { Job } from '../job/job.ts';
import type { Log } from '../log.ts';
import type { JobMessage } from '../store/job-store.ts';
import type { Delivery } from './delivery.ts';
import { type LateEdit, LiveMessage } from './live-message.ts';
import type { Reply } from './reply.ts';

/** Milliseconds to leave a platform alone that did not take an edit and did not say for how long. */
const PAUSE = 10_000;

/** Milliseconds for which the program's end waits for edits that are on their way. */
const CLOSE_TIMEOUT = 1_000;

interface Open {
  readonly job: Job;
  readonly message: LiveMessage;
  readonly workspace: string;
}

/** The messages whose jobs are under way: what is sent to them is progress and may be lost. */
export class LiveMessages {
  readonly #open = new Map<string, Open>();
  readonly #describe: (job: Job) => Reply;
  readonly #log: Log;
  readonly #end = new AbortController();
  #closed = false;

  constructor(describe: (job: Job) => Reply, log: Log) {
    this.#describe = describe;
    this.#log = log;
    // As many listen for it as messages are being edited.
    setMaxListeners(0, this.#end.signal);
  }

  /** A job's message stands there, shows `shown`, and may be edited with its progress from now on. */
  begin(job: Job, jobMessage: JobMessage, delivery: Delivery, shown: Reply): void {
    if (this.#closed || this.#open.has(job.id)) return;
    const workspace = `${jobMessage.platform}/${jobMessage.workspace}`;
    const message = new LiveMessage(
      shown,
      (reply) => this.#send(jobMessage, delivery, reply),
      () => this.#distance(workspace, delivery),
    );
    this.#open.set(job.id, { job, message, workspace });
    // The job may have got on while its message was being posted.
    this.update(job.id);
  }

  /** Tells how a job stands now; nothing happens while its message is not there. */
  update(id: string): void {
    const open = this.#open.get(id);
    open?.message.update(() => this.#describe(open.job));
  }

  /** No more progress for a job. @returns what is still on its way after a while, and may be shown over what follows */
  async end(job: string): Promise<LateEdit | undefined> {
    const open = this.#open.get(job);
    this.#open.delete(job);
    return open?.message.close();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await withTimeout(CLOSE_TIMEOUT, Promise.all([...this.#open.keys()].map((job) => this.end(job))));
    this.#end.abort();
  }

  async #send(jobMessage: JobMessage, delivery: Delivery, reply: Reply): Promise<number> {
    const { signal } = this.#end;
    try {
      await delivery.show(jobMessage, reply, {
        uncertain: false,
        live: true,
        signal,
        saveAddress: async () => {},
      });
      return 0;
    } catch (error) {
      if (!signal.aborted)
        this.#log.debug({ job: jobMessage.job }, `progress was not shown: ${String(error)}`);
      const asked = error instanceof OutageError ? error.retryAfter : undefined;
      return asked === undefined ? PAUSE : asked * 1000;
    }
  }

  /** A workspace's budget is shared by the messages that are open there. */
  #distance(workspace: string, { editRate }: Delivery): number {
    if (editRate.perMinute === undefined) return editRate.interval;
    let open = 0;
    for (const other of this.#open.values()) if (other.workspace === workspace) open++;
    return Math.max(editRate.interval, (open * 60_000) / editRate.perMinute);
  }
}
