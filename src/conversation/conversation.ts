import type { AdCopy } from '../ad/copy.ts';
import type { Locale } from '../ad/locale.ts';
import type { PhotoRef } from '../ad/request.ts';
import { defined } from '../collections/defined.ts';
import { codeOf, kindOf, say } from '../errors/say.ts';
import { UserError } from '../errors/user-error.ts';
import { PHOTO_LIMITS } from '../imaging/photo/limits.ts';
import { fileBudget } from '../imaging/photo/memory-budget.ts';
import { createPhotoReader, type PhotoReader } from '../imaging/photo/photo-reader.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Log } from '../jobs/log.ts';
import { shorten } from '../text/shorten.ts';
import { type Action, actionOfReaction, parseActionId } from './actions.ts';
import type { Answer, Command, CommandContext } from './command/define-command.ts';
import { JobAccess } from './command/job-access.ts';
import { type OptionValues, type Suggestion, suggest } from './command/option.ts';
import type { VariantsBy } from './command/permissions.ts';
import { textReply } from './command/text-reply.ts';
import { workspaceSettings } from './command/workspace-settings.ts';
import { askerOf, type InboundEvent } from './inbound-event.ts';
import { type ActionDependencies, performAction } from './perform-action.ts';
import type { PhotoAttachment } from './photo-attachment.ts';
import { suggestJobs } from './suggest-jobs.ts';

/** Longest name of a file that is kept, in UTF-16 units: what file systems allow. */
const MAX_FILE_NAME = 255;

export interface ConversationDependencies extends ActionDependencies {
  readonly commands: readonly Command[];
  /** Handed to nobody: all go through JobAccess. */
  readonly jobs: Jobs;
  readonly variantsBy: VariantsBy;
  /** Roles whose members no limit holds for. */
  readonly unlimitedRoles: readonly string[];
  readonly log: Log;
  /** The door for photos; by default one that decodes in this thread. */
  readonly photoReader?: PhotoReader;
}

/**
 * What all platforms share: commands, buttons, reactions and photos come in, answers go out. Nothing is thrown: what
 * went wrong is an answer too, in the person's language, for their eyes alone.
 */
export class Conversation {
  readonly commands: readonly Command[];
  readonly #parts: ConversationDependencies;
  readonly #photoReader: PhotoReader;

  constructor(parts: ConversationDependencies) {
    this.#parts = parts;
    this.#photoReader = parts.photoReader ?? createPhotoReader();
    this.commands = parts.commands;
  }

  runCommand(name: string, values: OptionValues, event: InboundEvent): Promise<Answer> {
    return this.withErrorReply(event, async () => {
      const command = this.commands.find((known) => known.name === name || known.ko === name);
      if (command === undefined) {
        throw new UserError('command-unknown', { name, known: this.commands.map((known) => known.name) });
      }
      return command.run(values, this.#context(event));
    });
  }

  /** A button, by the id that it was given. */
  pressButton(id: string, event: InboundEvent): Promise<Answer> {
    const parsed = parseActionId(id);
    if (parsed === undefined) return Promise.resolve({ kind: 'none' });
    return this.performAction(parsed.job, parsed.action, event);
  }

  performAction(id: string, action: Action, event: InboundEvent): Promise<Answer> {
    return this.withErrorReply(event, async () => {
      return performAction(id, action, event.member.locale, this.#access(event), this.#parts);
    });
  }

  /** A reaction on a message; nothing happens when the message shows no job or the reaction stands for nothing. */
  addReaction(reaction: string, message: string, event: InboundEvent): Promise<Answer> {
    return this.withErrorReply(event, async () => {
      const action = actionOfReaction(reaction);
      if (action === undefined) return { kind: 'none' };
      const access = this.#access({ ...event, sourceMessage: message });
      const job = await access.jobOfMessage('see');
      if (job === undefined) return { kind: 'none' };
      return performAction(job.id, action, event.member.locale, access, this.#parts);
    });
  }

  /**
   * A reaction that was taken away: what it has ordered is cancelled if it has not begun, and may be ordered again.
   *
   * @param key of the reaction, as it was given to `react`
   */
  removeReaction(key: string, event: InboundEvent): Promise<Answer> {
    return this.withErrorReply(event, async () => {
      await this.#access(event).cancelByKey(key);
      return { kind: 'none' };
    });
  }

  /** Suggestions for a name that is being typed; none for anything else. */
  suggest(
    command: string,
    option: string,
    typed: string,
    locale: Locale,
    max: number,
  ): readonly Suggestion[] {
    const options = this.commands.find(({ name }) => name === command)?.options ?? {};
    const found = Object.hasOwn(options, option) ? options[option] : undefined;
    return found?.kind === 'name' ? suggest(found, this.#parts.vocabulary, typed, locale, max) : [];
  }

  /** Suggestions for the name of a job that is being typed. */
  suggestJobs(typed: string, event: InboundEvent, max: number): Promise<readonly Suggestion[]> {
    return suggestJobs(this.#access(event), typed, max);
  }

  /**
   * Fetches photos that came with an event, checks them, takes out what they tell of their makers, and keeps them. No
   * more files are in memory at once than all events share room for.
   *
   * @throws UserError `photo-…`; OutageError `disk`, `download`, `engine` where too many wait
   */
  keepPhotos(photos: readonly PhotoAttachment[]): Promise<readonly PhotoRef[]> {
    return Promise.all(photos.map((photo) => this.#keep(photo)));
  }

  async #keep({ name: called, size = PHOTO_LIMITS.bytes, bytes }: PhotoAttachment): Promise<PhotoRef> {
    const release = await fileBudget.take(Math.min(size, PHOTO_LIMITS.bytes));
    try {
      const name = shorten(called, MAX_FILE_NAME);
      const photo = await this.#photoReader.check(await bytes(), name);
      return await this.#parts.jobs.archive.keepPhoto(photo, name);
    } finally {
      release();
    }
  }

  /**
   * The words on a job's first picture, to begin from when they are to be changed.
   *
   * @throws UserError where that person may not change them, or there are none
   */
  async copyOf(id: string, event: InboundEvent): Promise<AdCopy> {
    const job = await this.#access(event).finished(id, 'words');
    return job.pictures[0]?.result.recipe.decided.brief.copy ?? {};
  }

  /** Does what a platform's event asks for; what goes wrong becomes an answer. */
  async withErrorReply(event: Pick<InboundEvent, 'member'>, work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      if (kindOf(error) !== 'user') this.#parts.log.error({ code: codeOf(error) }, 'no answer', error);
      const { locale } = event.member;
      return { kind: 'reply', reply: textReply(locale, say(error, locale)), wrong: codeOf(error) };
    }
  }

  #context(event: InboundEvent): CommandContext {
    const { commands, vocabulary } = this.#parts;
    const jobs = this.#access(event);
    return {
      jobs,
      commands,
      vocabulary,
      settings: workspaceSettings(jobs),
      member: event.member,
    };
  }

  #access(event: InboundEvent): JobAccess {
    const { jobs, variantsBy, unlimitedRoles } = this.#parts;
    const { member, sourceMessage, publicReply = false } = event;
    const asker = askerOf(event, unlimitedRoles);
    return new JobAccess(jobs, { member, asker, publicReply, ...defined({ sourceMessage }) }, variantsBy);
  }
}
