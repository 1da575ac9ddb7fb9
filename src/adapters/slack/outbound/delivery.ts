import { defined } from '../../../collections/defined.ts';
import { OutageError } from '../../../errors/outage-error.ts';
import { UserError } from '../../../errors/user-error.ts';
import {
  type Delivered,
  type Delivery,
  type DeliveryAttempt,
  UndeliverableError,
} from '../../../jobs/delivery/delivery.ts';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import type { JobMessage } from '../../../jobs/store/job-store.ts';
import type { Acknowledgements } from '../acknowledgements.ts';
import { type Address, messageRef, readAddress, writeAddress } from '../address.ts';
import { isFailure, SlackFailure } from '../failure.ts';
import { type Rendered, renderReply } from '../render-reply.ts';
import type { AgentSessions } from './agent-sessions.ts';
import { shareDocuments, sharePictures, uploadPictures } from './pictures.ts';
import { type Posted, type Posting, type PostParts, post } from './post.ts';
import { offerReactions } from './reactions.ts';
import type { UploadParts } from './uploads.ts';

export interface SlackDeliveryParts extends UploadParts, PostParts {
  /** Whether the reactions that mean something are put under finished ads. */
  readonly offersReactions: boolean;
  readonly acknowledgements: Acknowledgements;
  readonly sessions: AgentSessions;
  /** Least milliseconds between two edits of one message for progress. */
  readonly pace: number;
}

/** Edits a minute for progress in one workspace: Slack takes 50 and more, and the last word needs some of them. */
const EDITS_PER_MINUTE = 40;

/** How often Slack may refuse pictures until they are shared as uploads instead of being shown in the message. */
const MAX_REFUSALS = 3;

/** Seconds after which a refused picture is tried again. */
const RETRY_AFTER = 2;

/** Shows jobs in Slack: one message a job, edited as it gets on, with its pictures in the end. */
export class SlackDelivery implements Delivery {
  readonly platform = 'slack';
  readonly editRate: Delivery['editRate'];
  readonly #parts: SlackDeliveryParts;
  /** Where Slack takes no plans there are none until the next start. */
  #plans = true;

  constructor(parts: SlackDeliveryParts) {
    this.#parts = parts;
    this.editRate = { interval: parts.pace, perMinute: EDITS_PER_MINUTE };
  }

  async show(jobMessage: JobMessage, reply: Reply, attempt: DeliveryAttempt): Promise<Delivered> {
    const address = readAddress(jobMessage.address);
    await this.#parts.acknowledgements.idle();
    try {
      if (attempt.live) return await this.#progress(jobMessage, reply, address);
      const posted = await this.#postWithPictures({ jobMessage, reply, attempt, address });
      const hasDocuments = reply.pictures.some(({ documents = [] }) => documents.length > 0);
      const { message, address: now } = hasDocuments
        ? await shareDocuments({ reply, attempt }, posted, this.#parts)
        : posted;
      if (reply.stage === 'removed') await this.#removeFiles(now);
      void this.#session(message, now, reply);
      const { posting: _over, ...rest } = now;
      return { messageId: message, address: writeAddress(rest), channel: messageRef(message).channel };
    } catch (error) {
      if (!(error instanceof SlackFailure)) throw error;
      if (error.kind === 'cannot-dm' || (error.kind === 'no-access' && address.closed === true)) {
        throw new UndeliverableError(error.message, { cause: error });
      }
      throw error.kind === 'refused' ? error : error.outage;
    }
  }

  async react(jobMessage: JobMessage, reply: Reply, signal: AbortSignal): Promise<void> {
    if (this.#parts.offersReactions) await offerReactions(jobMessage, reply, this.#parts, signal);
  }

  async #progress(jobMessage: JobMessage, reply: Reply, address: Address): Promise<Delivered> {
    const message = jobMessage.messageId ?? '';
    await this.#withPlanFallback(reply, () => this.#edit(message, this.#render(reply, address)));
    return { messageId: message };
  }

  /** Shows progress once more without a plan, where Slack did not take one. */
  async #withPlanFallback<T>(reply: Reply, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!this.#plans || reply.progress?.steps === undefined || !isFailure(error, 'blocks')) throw error;
      this.#plans = false;
      return work();
    }
  }

  /** With its pictures in it, as a rule. */
  async #postWithPictures(posting: Posting): Promise<Posted> {
    const { reply } = posting;
    if (reply.pictures.length === 0) return this.#withPlanFallback(reply, () => this.#editOrPost(posting));
    if (posting.address.shared === true) return this.#sharePictures(posting);
    let { address } = posting;
    const attempt: DeliveryAttempt = {
      ...posting.attempt,
      saveAddress: async (json) => {
        address = readAddress(json);
        await posting.attempt.saveAddress(json);
      },
    };
    const here = { ...posting, attempt };
    try {
      return await this.#editOrPost({ ...here, address: await uploadPictures(here, this.#parts) });
    } catch (error) {
      if (!isFailure(error, 'not-ready', 'blocks', 'file-gone')) throw error;
      const refusals = (address.refusals ?? 0) + 1;
      if (refusals > MAX_REFUSALS) return this.#sharePictures({ ...here, address });
      const files = error.kind === 'file-gone' ? {} : (address.files ?? {});
      await attempt.saveAddress(writeAddress({ ...address, files, refusals }));
      // As a rule Slack has not finished looking at the picture, and takes it a moment later.
      throw new OutageError('slack', error.message, { cause: error, retryAfter: RETRY_AFTER });
    }
  }

  async #editOrPost(posting: Posting): Promise<Posted> {
    const { jobMessage, reply, address } = posting;
    const render = (to: Address): Rendered => this.#render(reply, to);
    if (jobMessage.messageId === undefined) return post(posting, this.#parts, render);
    try {
      await this.#edit(jobMessage.messageId, render(address));
      return { message: jobMessage.messageId, address };
    } catch (error) {
      if (!isFailure(error, 'message-gone', 'no-access')) throw error;
      // Whoever deletes the message of a job that is over does not want another one.
      if (reply.stage === 'cancelled' || reply.stage === 'removed')
        return { message: jobMessage.messageId, address };
      return post(posting, this.#parts, render);
    }
  }

  /** Whoever waits in a thread sees that the bot is at work there, and may stop it. */
  async #session(message: string, { thread }: Address, reply: Reply): Promise<void> {
    if (thread === undefined) return;
    const here = { channel: messageRef(message).channel, thread };
    const open = reply.stage === 'queued' || reply.stage === 'running';
    await (open ? this.#parts.sessions.begin(here, reply) : this.#parts.sessions.end(here));
  }

  #sharePictures(posting: Posting): Promise<Posted> {
    const render = (to: Address): Rendered => this.#render(posting.reply, { ...to, files: {} });
    return sharePictures(posting, this.#parts, render);
  }

  #render(reply: Reply, { files, closed }: Address): Rendered {
    const note = closed ? new UserError('slack-posted-here', {}).in(reply.locale) : undefined;
    return renderReply(reply, { ...defined({ files }), note, plans: this.#plans });
  }

  async #edit(message: string, content: Rendered): Promise<void> {
    await this.#parts.call('chat.update', { ...messageRef(message), ...content });
  }

  async #removeFiles({ files = {} }: Address): Promise<void> {
    for (const file of Object.values(files)) {
      await this.#parts.call('files.delete', { file }).catch(() => {});
    }
  }
}
