import type { AdCopy } from '../ad/copy.ts';
import { menuText } from '../ad/parse/parse-menu.ts';
import { UserError } from '../errors/user-error.ts';
import { type Action, type AskedParts, actionOfReaction, parseActionId } from './actions.ts';
import { answerReply, type SaidWhere } from './answer-reply.ts';
import type { Answer, CommandContext } from './command/define-command.ts';
import type { JobAccess } from './command/job-access.ts';
import type { OptionValues } from './command/option.ts';
import { performAction } from './perform-action.ts';

/**
 * What can be asked for by one event of one member. Everything here throws; Conversation.answer makes an answer of
 * that.
 */
export class EventSession {
  readonly #context: CommandContext;
  /** Jobs as that member sees them who acts on a message. */
  readonly #accessFrom: (message: string) => JobAccess;

  constructor(context: CommandContext, accessFrom: (message: string) => JobAccess) {
    this.#context = context;
    this.#accessFrom = accessFrom;
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

  /** The parts of a job's first picture, to begin from when they are to be changed. Errors as copyOf's. */
  async partsOf(id: string): Promise<AskedParts> {
    const job = await this.#context.jobs.finished(id, 'words');
    const { request, decided } = job.pictures[0]?.result.recipe ?? {};
    const { qr = '', menu = [] } = request?.parts ?? {};
    return { qr, badge: decided?.brief.copy.badge ?? '', menu: menuText(menu) };
  }
}
