import { defined } from '../../../collections/defined.ts';
import { CLOSED } from '../../../errors/moved-messages.ts';
import { OutageError } from '../../../errors/outage-error.ts';
import { UserError } from '../../../errors/user-error.ts';
import type { Delivered, Delivery, DeliveryAttempt } from '../../../jobs/delivery/delivery.ts';
import { uploadingReply } from '../../../jobs/delivery/late-reply.ts';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import type { JobMessage } from '../../../jobs/store/job-store.ts';
import type { Acknowledgements } from '../acknowledgements.ts';
import { type Address, closedBecause, messageRef, readAddress, writeAddress } from '../address.ts';
import { isFailure, SlackFailure, whyClosed } from '../failure.ts';
import { plainly, type Rendered, renderReply } from '../render-reply.ts';
import type { AgentSessions } from './agent-sessions.ts';
import { lacksLoops, shareDocuments, sharePictures, uploadLoops, uploadPictures } from './pictures.ts';
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
const MAX_REFUSALS = 2;

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
      attempt.shown?.();
      const hasDocuments = reply.pictures.some(
        ({ documents = [], loops = [] }) => documents.length + loops.length > 0,
      );
      const { message, address: now } = hasDocuments
        ? await shareDocuments({ reply, attempt }, posted, this.#parts)
        : posted;
      if (reply.stage === 'removed') await this.#removeFiles(now);
      void this.#session(message, now, reply);
      const { posting: _over, refusals: _past, card: _known, ...rest } = now;
      return { messageId: message, address: writeAddress(rest), channel: messageRef(message).channel };
    } catch (error) {
      if (!(error instanceof SlackFailure)) throw error;
      if (error.kind === 'no-access' && closedBecause(address) !== undefined)
        throw error.undeliverable('delivery-closed');
      throw error.deliveryError;
    }
  }

  placeOnly(address: string): string {
    const { channel, user, thread } = readAddress(address);
    return writeAddress({ channel, user, ...defined({ thread }) });
  }

  tell(jobMessage: JobMessage, reply: Reply): Promise<boolean> {
    return this.#parts.notify({ ...reply, private: true }, readAddress(jobMessage.address));
  }

  async react(jobMessage: JobMessage, reply: Reply, signal: AbortSignal): Promise<void> {
    if (this.#parts.offersReactions) await offerReactions(jobMessage, reply, this.#parts, signal);
  }

  async #progress(jobMessage: JobMessage, reply: Reply, address: Address): Promise<Delivered> {
    const message = jobMessage.messageId ?? '';
    await this.#withFallbacks(reply, (shape) => this.#edit(message, shape(this.#render(reply, address))));
    return { messageId: message };
  }

  /** Once more without a plan, where Slack did not take one, and then in plain words. */
  async #withFallbacks<T>(
    reply: Reply,
    work: (shape: (content: Rendered) => Rendered) => Promise<T>,
  ): Promise<T> {
    const whole = (content: Rendered): Rendered => content;
    try {
      return await work(whole);
    } catch (error) {
      if (!isFailure(error, 'blocks')) throw error;
      if (!this.#plans || reply.progress?.steps === undefined) return work(plainly);
      this.#plans = false;
      return this.#withFallbacks(reply, work);
    }
  }

  /** With its pictures in it, as a rule. */
  async #postWithPictures(posting: Posting): Promise<Posted> {
    const { reply } = posting;
    if (reply.pictures.length === 0)
      return this.#withFallbacks(reply, (shape) => this.#editOrPost(posting, shape));
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
      const ad = await this.#editOrPost({ ...here, address: await uploadPictures(here, this.#parts) });
      if (!lacksLoops(reply, ad.address)) return ad;
      attempt.shown?.();
      const { message, address: now } = ad;
      const moving = await uploadLoops({ ...here, address: { ...now, card: message } }, this.#parts);
      await this.#edit(message, this.#render(reply, moving));
      return { message, address: moving };
    } catch (error) {
      if (!isFailure(error, 'blocks', 'file-gone')) throw error;
      const refusals = (address.refusals ?? 0) + 1;
      if (refusals > MAX_REFUSALS) return this.#sharePictures({ ...here, address });
      const files = error.kind === 'file-gone' ? {} : (address.files ?? {});
      await attempt.saveAddress(writeAddress({ ...address, files, refusals }));
      // As a rule Slack has not finished looking at the picture, and takes it a moment later.
      throw new OutageError('slack', error.message, { cause: error });
    }
  }

  async #editOrPost(
    posting: Posting,
    shape: (content: Rendered) => Rendered = (content) => content,
  ): Promise<Posted> {
    const { jobMessage, reply, address } = posting;
    const render = (to: Address): Rendered => shape(this.#render(reply, to));
    const { messageId: message = address.card } = jobMessage;
    if (message === undefined) {
      if (reply.pictures.length === 0) return post(posting, this.#parts, render);
      return this.#editOrPost(await this.#postCard(posting), shape);
    }
    try {
      await this.#edit(message, render(address));
      return { message, address };
    } catch (error) {
      if (!isFailure(error, 'message-gone', 'no-access', 'thread')) throw error;
      // Whoever deletes the message of a job that is over does not want another one.
      if (reply.stage === 'cancelled' || reply.stage === 'removed') return { message, address };
      const { card: _gone, ...beside } = address;
      const anew = await post({ ...posting, address: beside }, this.#parts, render);
      // What it said before is not true any more.
      await this.#parts.call('chat.delete', { ...messageRef(message) }).catch(() => {});
      return anew;
    }
  }

  /**
   * A new message is posted without its pictures, and they are put into it once it is written down: whatever becomes of
   * the process meanwhile, and whether history may be read or not, no second one shows the ad.
   */
  async #postCard(posting: Posting): Promise<Posting> {
    const card = uploadingReply(posting.reply);
    const render = (to: Address): Rendered => this.#render(card, { ...to, files: {} });
    const { message, address } = await post(posting, this.#parts, render);
    const known = { ...address, card: message };
    await posting.attempt.saveAddress(writeAddress(known));
    return { ...posting, address: known };
  }

  /** Whoever waits in a thread sees that the bot is at work there, and may stop it. */
  async #session(message: string, { thread }: Address, reply: Reply): Promise<void> {
    if (thread === undefined) return;
    const here = { channel: messageRef(message).channel, thread };
    const open = reply.stage === 'queued' || reply.stage === 'running';
    await (open ? this.#parts.sessions.begin(here, reply) : this.#parts.sessions.end(here));
  }

  async #sharePictures(posting: Posting): Promise<Posted> {
    const render = (to: Address): Rendered => this.#render(posting.reply, { ...to, files: {} });
    try {
      return await sharePictures(posting, this.#parts, render);
    } catch (error) {
      if (isFailure(error, 'file-gone')) throw error.undeliverable('delivery-upload');
      const { jobMessage, address } = posting;
      if (!isFailure(error, 'no-access') || closedBecause(address) !== undefined) throw error;
      const { messageId: _closed, ...unposted } = jobMessage;
      const { thread: _there, card: _left, ...rest } = address;
      const direct: Address = { ...rest, channel: address.user, closed: whyClosed(error) };
      return sharePictures({ ...posting, jobMessage: unposted, address: direct }, this.#parts, render);
    }
  }

  #render(reply: Reply, address: Address): Rendered {
    const why = closedBecause(address);
    const note = why && new UserError('answer-moved', CLOSED[why]).in(reply.locale);
    return renderReply(reply, { ...defined({ files: address.files }), note, plans: this.#plans });
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
