import type { Delivered, Delivery, DeliveryAttempt } from '../../src/jobs/delivery/delivery.ts';
import type { Reply } from '../../src/jobs/delivery/reply.ts';
import type { Platform } from '../../src/jobs/job/job.ts';
import type { JobMessage } from '../../src/jobs/store/job-store.ts';

interface Message {
  readonly key: string;
  readonly replies: Reply[];
}

/** A platform in memory: knows every message and all that it has ever shown. */
export class Recorder implements Delivery {
  readonly platform: Platform = 'terminal';
  readonly editRate = { interval: 20 };
  readonly messages = new Map<string, Message>();
  readonly live: Reply[] = [];
  placeOnly(address: string): string {
    return address;
  }

  /** Called before anything is shown; what it throws, the outbox gets. */
  before: (jobMessage: JobMessage, reply: Reply, attempt: DeliveryAttempt) => void | Promise<void> = () => {};
  /** Called after it was shown. */
  after: () => void | Promise<void> = () => {};

  async show(jobMessage: JobMessage, reply: Reply, attempt: DeliveryAttempt): Promise<Delivered> {
    await this.before(jobMessage, reply, attempt);
    if (attempt.live) {
      this.live.push(reply);
      return { messageId: jobMessage.messageId ?? '' };
    }
    let name = jobMessage.messageId;
    if (name === undefined && attempt.uncertain) {
      name = [...this.messages].find(([, { key }]) => key === jobMessage.key)?.[0];
    }
    name ??= String(this.messages.size + 1);
    const message = this.messages.get(name) ?? { key: jobMessage.key, replies: [] };
    this.messages.set(name, message);
    message.replies.push(reply);
    await this.after();
    return { messageId: name };
  }

  /** All that was shown of a job that is not progress, in order. */
  shown(job: string): readonly Reply[] {
    return [...this.messages.values()].flatMap(({ replies }) => replies).filter((reply) => reply.job === job);
  }
}

/** A reply with nothing but what tests ask for. */
export function plainReply(change: Partial<Reply>): Reply {
  return {
    stage: 'notice',
    locale: 'ko',
    title: '',
    pictures: [],
    warnings: [],
    facts: [],
    actions: [],
    entries: [],
    private: false,
    ...change,
  };
}
