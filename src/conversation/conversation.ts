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
import type { VariantsBy } from './command/may.ts';
import { notice } from './command/notice.ts';
import { type GivenValues, type Suggestion, suggest } from './command/option.ts';
import { workspaceSettings } from './command/workspace-settings.ts';
import { askerOf, type Happening } from './happening.ts';
import type { OfferedPhoto } from './offered-photo.ts';
import { type ActionParts, performAction } from './perform-action.ts';
import { suggestJobs } from './suggest-jobs.ts';

/** Longest name of a file that is kept, in UTF-16 units: what file systems allow. */
const LONGEST_FILE_NAME = 255;

export interface ConversationParts extends ActionParts {
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
  readonly #parts: ConversationParts;
  readonly #photoReader: PhotoReader;

  constructor(parts: ConversationParts) {
    this.#parts = parts;
    this.#photoReader = parts.photoReader ?? createPhotoReader();
    this.commands = parts.commands;
  }

  command(name: string, values: GivenValues, happening: Happening): Promise<Answer> {
    return this.answering(happening, async () => {
      const command = this.commands.find((known) => known.name === name || known.ko === name);
      if (command === undefined) {
        throw new UserError('command-unknown', { name, known: this.commands.map((known) => known.name) });
      }
      return command.run(values, this.#context(happening));
    });
  }

  /** A button, by the id that it was given. */
  press(id: string, happening: Happening): Promise<Answer> {
    const parsed = parseActionId(id);
    if (parsed === undefined) return Promise.resolve({ kind: 'none' });
    return this.act(parsed.job, parsed.action, happening);
  }

  act(id: string, action: Action, happening: Happening): Promise<Answer> {
    return this.answering(happening, async () => {
      return performAction(id, action, happening.speaker.locale, this.#access(happening), this.#parts);
    });
  }

  /** A reaction on a message; nothing happens when the message shows no job or the reaction stands for nothing. */
  react(reaction: string, message: string, happening: Happening): Promise<Answer> {
    return this.answering(happening, async () => {
      const action = actionOfReaction(reaction);
      if (action === undefined) return { kind: 'none' };
      const access = this.#access({ ...happening, onMessage: message });
      const job = await access.underHand('see');
      if (job === undefined) return { kind: 'none' };
      return performAction(job.id, action, happening.speaker.locale, access, this.#parts);
    });
  }

  /**
   * A reaction that was taken away: what it has ordered is cancelled if it has not begun, and may be ordered again.
   *
   * @param key of the reaction, as it was given to `react`
   */
  unreact(key: string, happening: Happening): Promise<Answer> {
    return this.answering(happening, async () => {
      await this.#access(happening).withdraw(key);
      return { kind: 'none' };
    });
  }

  /** Suggestions for a name that is being typed; none for anything else. */
  suggest(
    command: string,
    option: string,
    typed: string,
    locale: Locale,
    most: number,
  ): readonly Suggestion[] {
    const options = this.commands.find(({ name }) => name === command)?.options ?? {};
    const found = Object.hasOwn(options, option) ? options[option] : undefined;
    return found?.kind === 'name' ? suggest(found, this.#parts.vocabulary, typed, locale, most) : [];
  }

  /** Suggestions for the name of a job that is being typed. */
  suggestJobs(typed: string, happening: Happening, most: number): Promise<readonly Suggestion[]> {
    return suggestJobs(this.#access(happening), typed, most);
  }

  /**
   * Fetches photos that came with an event, checks them, takes out what they tell of their makers, and keeps them. No
   * more files are in memory at once than all events share room for.
   *
   * @throws UserError `photo-…`; OutageError `disk`, `download`, `engine` where too many wait
   */
  keepPhotos(photos: readonly OfferedPhoto[]): Promise<readonly PhotoRef[]> {
    return Promise.all(photos.map((photo) => this.#keep(photo)));
  }

  async #keep({ name: called, size = PHOTO_LIMITS.bytes, bytes }: OfferedPhoto): Promise<PhotoRef> {
    const release = await fileBudget.take(Math.min(size, PHOTO_LIMITS.bytes));
    try {
      const name = shorten(called, LONGEST_FILE_NAME);
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
  async wordsOf(id: string, happening: Happening): Promise<AdCopy> {
    const job = await this.#access(happening).finished(id, 'words');
    return job.pictures[0]?.result.recipe.decided.brief.copy ?? {};
  }

  /** Does what a platform's event asks for; what goes wrong becomes an answer. */
  async answering(happening: Pick<Happening, 'speaker'>, work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      if (kindOf(error) !== 'user') this.#parts.log.error({ code: codeOf(error) }, 'no answer', error);
      const { locale } = happening.speaker;
      return { kind: 'reply', reply: notice(locale, say(error, locale)), wrong: codeOf(error) };
    }
  }

  #context(happening: Happening): CommandContext {
    const { commands, vocabulary, screen = async () => {} } = this.#parts;
    const jobs = this.#access(happening);
    return {
      jobs,
      commands,
      vocabulary,
      screen,
      settings: workspaceSettings(jobs),
      speaker: happening.speaker,
    };
  }

  #access(happening: Happening): JobAccess {
    const { jobs, variantsBy, unlimitedRoles } = this.#parts;
    const { speaker, onMessage, overheard = false } = happening;
    const asker = askerOf(happening, unlimitedRoles);
    return new JobAccess(jobs, { person: speaker, asker, overheard, ...defined({ onMessage }) }, variantsBy);
  }
}
