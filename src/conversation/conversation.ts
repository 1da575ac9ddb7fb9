import type { AdCopy } from '../ad/copy.ts';
import type { Locale } from '../ad/locale.ts';
import type { PhotoRef } from '../ad/request.ts';
import type { Answer, Command, CommandContext } from '../command/define-command.ts';
import { notice } from '../command/notice.ts';
import { type GivenValues, type Suggestion, suggest } from '../command/option.ts';
import { checkMaySee } from '../command/permissions.ts';
import { workspaceSettings } from '../command/workspace-settings.ts';
import { codeOf, kindOf, say } from '../errors/say.ts';
import { UserError } from '../errors/user-error.ts';
import { checkPhoto } from '../imaging/check-photo.ts';
import type { Log } from '../jobs/log.ts';
import { type Action, actionOfReaction, parseActionId } from './actions.ts';
import { askerOf, type Happening } from './happening.ts';
import { type ActionParts, performAction } from './perform-action.ts';
import { suggestJobs } from './suggest-jobs.ts';

export interface ConversationParts extends ActionParts {
  readonly commands: readonly Command[];
  readonly log: Log;
}

/**
 * What all platforms share: commands, buttons, reactions and photos come in, answers go out. Nothing is thrown: what
 * went wrong is an answer too, in the person's language, for their eyes alone.
 */
export class Conversation {
  readonly commands: readonly Command[];
  readonly #parts: ConversationParts;

  constructor(parts: ConversationParts) {
    this.#parts = parts;
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
      const job = await this.#parts.jobs.archive.job(id);
      checkMaySee(job, happening.place, happening.speaker);
      return performAction(job, action, happening, this.#parts);
    });
  }

  /** A reaction on a message; nothing happens when the message shows no job or the reaction stands for nothing. */
  react(reaction: string, message: string, happening: Happening): Promise<Answer> {
    return this.answering(happening, async () => {
      const action = actionOfReaction(reaction);
      const job = action && (await this.#parts.jobs.archive.byMessage(happening.place, message));
      if (job === undefined || action === undefined) return { kind: 'none' };
      return performAction(job, action, happening, this.#parts);
    });
  }

  /**
   * A reaction that was taken away: what it has ordered is cancelled if it has not begun, and may be ordered again.
   *
   * @param key of the reaction, as it was given to `react`
   */
  unreact(key: string, happening: Happening): Promise<Answer> {
    return this.answering(happening, async () => {
      const { jobs } = this.#parts;
      const job = await jobs.archive.byKey(key);
      if (job === undefined || job.owner.id !== happening.speaker.id) return { kind: 'none' };
      if (job.state === 'queued') await jobs.cancel(job.id);
      await jobs.archive.releaseKey(key);
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
    const found = this.commands.find(({ name }) => name === command)?.options[option];
    return found?.kind === 'name' ? suggest(found, this.#parts.vocabulary, typed, locale, most) : [];
  }

  /** Suggestions for the name of a job that is being typed. */
  suggestJobs(
    typed: string,
    who: Pick<Happening, 'speaker' | 'place'>,
    most: number,
  ): Promise<readonly Suggestion[]> {
    return suggestJobs(this.#parts.jobs, typed, who, most);
  }

  /**
   * Checks photos that came with an event, takes out what they tell of their makers, and keeps them.
   *
   * @throws UserError `photo-…`; OutageError `disk`
   */
  async keepPhotos(
    photos: readonly { readonly bytes: Uint8Array; readonly name: string }[],
  ): Promise<readonly PhotoRef[]> {
    const kept: PhotoRef[] = [];
    for (const { bytes, name } of photos) {
      kept.push(await this.#parts.jobs.archive.keepPhoto(await checkPhoto(bytes, name), name));
    }
    return kept;
  }

  /** The words on a job's first picture, to begin from when they are to be changed. */
  async wordsOf(id: string): Promise<AdCopy> {
    const job = await this.#parts.jobs.archive.finished(id);
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
    const { jobs, commands, vocabulary, unlimitedRoles, screen = async () => {} } = this.#parts;
    return {
      jobs,
      commands,
      vocabulary,
      screen,
      settings: workspaceSettings(jobs),
      speaker: happening.speaker,
      asker: askerOf(happening, unlimitedRoles),
    };
  }
}
