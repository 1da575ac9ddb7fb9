import type { Adjustment } from '../ad/adjustment.ts';
import type { AdCopy } from '../ad/copy.ts';
import { menuText } from '../ad/parse/parse-menu.ts';
import type { Recipe } from '../ad/recipe.ts';
import { UserError } from '../errors/user-error.ts';
import type { Job } from '../jobs/job/job.ts';
import type { Variant } from '../jobs/job/variant.ts';
import { type Action, type AskedParts, actionOfReaction, parseActionId } from './actions.ts';
import { answerReply, type SaidWhere } from './answer-reply.ts';
import type { Answer, CommandContext } from './command/define-command.ts';
import type { JobAccess } from './command/job-access.ts';
import type { OptionValues } from './command/option.ts';
import { textReply } from './command/text-reply.ts';
import { performAction } from './perform-action.ts';
import { readAdjustment } from './read-adjustment.ts';

/** A picture that somebody lays out by hand. */
export interface Adjusting {
  readonly job: Job;
  readonly recipe: Recipe;
  readonly adjustment: Adjustment;
}

/**
 * What can be asked for by one event of one member. Everything here throws; Conversation.answer makes an answer of
 * that.
 */
export class EventSession {
  readonly #context: CommandContext;
  /** Jobs as that member sees them who acts on a message. */
  readonly #accessFrom: (message: string) => JobAccess;
  /** A link for that member to lay a job out by hand; absent = there is no page that they reach. */
  readonly #linkToAdjust: ((job: string) => Promise<string>) | undefined;

  constructor(
    context: CommandContext,
    accessFrom: (message: string) => JobAccess,
    linkToAdjust?: (job: string) => Promise<string>,
  ) {
    this.#context = context;
    this.#accessFrom = accessFrom;
    this.#linkToAdjust = linkToAdjust;
  }

  /** @throws UserError `command-unknown`, and as the command */
  async runCommand(name: string, values: OptionValues): Promise<Answer> {
    const { commands } = this.#context;
    const command = commands.find((known) => known.name === name || known.ko === name);
    if (command === undefined) {
      throw new UserError('command-unknown', { name, known: commands.map((known) => known.name) });
    }
    return command.run(values, this.#context);
  }

  /** As answerReply. */
  answerReply(text: string, said: SaidWhere, order: () => Promise<Answer>): Promise<Answer> {
    return answerReply(text, said, this.#context, order);
  }

  /** A button, by the id that it was given. */
  async pressButton(id: string): Promise<Answer> {
    const parsed = parseActionId(id);
    return parsed === undefined ? { kind: 'none' } : this.performAction(parsed.job, parsed.action);
  }

  /** @param id of the job */
  async performAction(id: string, action: Action): Promise<Answer> {
    const { jobs, vocabulary, member } = this.#context;
    if (action.kind === 'adjust') return this.#toAdjust(await jobs.finished(id, 'vary'));
    return performAction(await jobs.job(id, 'see'), action, member.locale, jobs, vocabulary);
  }

  /** A reaction on a message; nothing happens when the message shows no job or the reaction stands for nothing. */
  async addReaction(reaction: string, message: string): Promise<Answer> {
    const action = actionOfReaction(reaction);
    if (action === undefined) return { kind: 'none' };
    const jobs = this.#accessFrom(message);
    const job = await jobs.jobOfMessage('see');
    if (job === undefined) return { kind: 'none' };
    const { vocabulary, member } = this.#context;
    return performAction(job, action, member.locale, jobs, vocabulary);
  }

  /**
   * A reaction that was taken away: what it has ordered is cancelled if it has not begun, and may be ordered again.
   *
   * @param key of the event that gave it
   */
  async removeReaction(key: string): Promise<Answer> {
    await this.#context.jobs.cancelByKey(key);
    return { kind: 'none' };
  }

  /**
   * The words on a job's first picture, to begin from when they are to be changed.
   *
   * @throws UserError where that person may not change them, or there are none
   */
  async copyOf(id: string): Promise<AdCopy> {
    const job = await this.#context.jobs.finished(id, 'words');
    return job.pictures[0]?.result.recipe.decided.brief.copy ?? {};
  }

  /** A job's picture and what somebody wants changed of it, checked. Errors as copyOf's, and as readAdjustment */
  async adjustmentOf(id: string, picture: number, json: string): Promise<Adjusting> {
    const job = await this.#context.jobs.finished(id, 'vary');
    const recipe = job.pictures[picture]?.result.recipe;
    if (recipe === undefined)
      throw new UserError('no-such-picture', { picture: picture + 1, count: job.pictures.length });
    const { copy } = recipe.decided.brief;
    return { job, recipe, adjustment: readAdjustment(json, copy, this.#context.vocabulary) };
  }

  /** Orders a picture as it was laid out by hand. */
  async adjust(id: string, picture: number, variant: Variant): Promise<Answer> {
    const { jobs } = this.#context;
    return { kind: 'job', job: await jobs.adjust(await jobs.finished(id, 'vary'), picture, variant) };
  }

  async #toAdjust({ id }: Job): Promise<Answer> {
    const link = await this.#linkToAdjust?.(id);
    if (link === undefined) throw new UserError('adjust-unreachable', {});
    const { locale } = this.#context.member;
    const title = {
      ko: '여기에서 제품과 글을 직접 옮길 수 있어요. 한 시간 동안, 이 광고에만 쓸 수 있는 링크예요.',
      en: 'Move the product and the text here. The link is good for an hour, for this ad alone.',
    };
    return { kind: 'reply', reply: textReply(locale, title[locale], { text: link, private: true }) };
  }

  /** The parts of a job's first picture, to begin from when they are to be changed. Errors as copyOf's. */
  async partsOf(id: string): Promise<AskedParts> {
    const job = await this.#context.jobs.finished(id, 'words');
    const { request, decided } = job.pictures[0]?.result.recipe ?? {};
    const { qr = '', menu = [] } = request?.parts ?? {};
    return { qr, badge: decided?.brief.copy.badge ?? '', menu: menuText(menu) };
  }
}
