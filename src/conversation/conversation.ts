import type { AdCopy } from '../ad/copy.ts';
import type { Locale } from '../ad/locale.ts';
import type { PhotoRef } from '../ad/request.ts';
import type { Answer, Command, CommandContext, Speaker } from '../command/define-command.ts';
import { wordsOf } from '../command/job-line.ts';
import { notice } from '../command/notice.ts';
import { type GivenValues, type Suggestion, suggest } from '../command/option.ts';
import { checkMayChange, checkMaySee, checkMayVary, type VariantsBy } from '../command/permissions.ts';
import { packOf, type Vocabulary } from '../command/vocabulary.ts';
import { workspaceSettings } from '../command/workspace-settings.ts';
import { codeOf, kindOf, say } from '../errors/say.ts';
import { UserError } from '../errors/user-error.ts';
import { checkPhoto } from '../imaging/check-photo.ts';
import type { Job, NewCard, Place } from '../jobs/job.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Log } from '../jobs/log.ts';
import type { Asker } from '../jobs/order.ts';
import { isOpen } from '../jobs/transitions.ts';
import type { Variation } from '../jobs/variation.ts';
import { composeCopy } from '../request/compose-request.ts';
import { type Action, actionOfReaction, parseActionId } from './actions.ts';
import { whyReply } from './why-reply.ts';

/** Something that somebody did on a platform. */
export interface Happening {
  /** Names this event: the same key twice is one happening. */
  readonly key: string;
  readonly speaker: Speaker;
  readonly place: Place;
  /** Where the answer goes, should it be a message that shows a job. */
  readonly card: NewCard;
}

export interface ConversationParts {
  readonly jobs: Jobs;
  readonly commands: readonly Command[];
  readonly vocabulary: Vocabulary;
  readonly variantsBy: VariantsBy;
  /** Roles whose members no limit holds for. */
  readonly unlimitedRoles: readonly string[];
  /** Refuses what must not be made; absent = nothing is refused. @throws UserError */
  readonly screen?: (text: string, locale: Locale) => Promise<void>;
  readonly log: Log;
}

/** Latest jobs among which a name that is being typed is looked for. */
const SEARCHED = 100;

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
      return this.#do(job, action, happening);
    });
  }

  /** A reaction on a message; nothing happens when the message shows no job or the reaction stands for nothing. */
  react(reaction: string, message: string, happening: Happening): Promise<Answer> {
    return this.answering(happening, async () => {
      const action = actionOfReaction(reaction);
      const job = action && (await this.#parts.jobs.archive.byMessage(happening.place, message));
      if (job === undefined || action === undefined) return { kind: 'none' };
      return this.#do(job, action, happening);
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

  /** Suggestions for the name of a job that is being typed: the person's own here, by what they were ordered with. */
  async suggestJobs(
    typed: string,
    { speaker, place }: Pick<Happening, 'speaker' | 'place'>,
    most: number,
  ): Promise<readonly Suggestion[]> {
    const { platform, workspace } = place;
    const jobs = await this.#parts.jobs.archive.history({
      platform,
      workspace,
      owner: speaker.id,
      states: ['made', 'delivered'],
      most: SEARCHED,
    });
    const wanted = typed.trim().toLowerCase();
    return jobs
      .map((job) => ({ value: job.id, title: `${job.id} · ${wordsOf(job)}` }))
      .filter(({ title }) => title.toLowerCase().includes(wanted))
      .slice(0, most);
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

  async #do(job: Job, action: Action, happening: Happening): Promise<Answer> {
    const { jobs } = this.#parts;
    const { speaker } = happening;
    if (job.removed) throw new UserError('job-removed', { job: job.id });
    switch (action.kind) {
      case 'why':
        return { kind: 'reply', reply: whyReply(await jobs.archive.finished(job.id), speaker.locale) };
      case 'show':
        return this.#show(job.id, happening);
      case 'undo': {
        if (job.parent === undefined) throw new UserError('no-parent', { job: job.id });
        return this.#show(job.parent, happening);
      }
      case 'cancel':
        checkMayChange(job, speaker);
        await jobs.cancel(job.id);
        return { kind: 'none' };
      case 'remove':
        checkMayChange(job, speaker);
        await jobs.remove(job.id);
        return { kind: 'none' };
      case 'drop':
        return this.#do(job, { kind: isOpen(job.state) ? 'cancel' : 'remove' }, happening);
      case 'retry':
        checkMayVary(job, speaker, this.#parts.variantsBy);
        if (job.state !== 'failed' && job.state !== 'cancelled') {
          throw new UserError('job-not-failed', { job: job.id, state: job.state });
        }
        return { kind: 'job', job: await jobs.submit({ ...this.#asker(happening), takes: job.takes }) };
      default: {
        checkMayVary(job, speaker, this.#parts.variantsBy);
        const variation = await this.#variation(action, speaker.locale);
        return { kind: 'job', job: await jobs.vary(job.id, variation, this.#asker(happening)) };
      }
    }
  }

  async #variation(
    action: Extract<Action, { kind: 'regenerate' | 'style' | 'lettering' | 'words' | 'sizes' | 'vary' }>,
    locale: Locale,
  ): Promise<Variation> {
    switch (action.kind) {
      case 'sizes':
        return { kind: 'formats', picture: action.picture, formats: packOf(this.#parts.vocabulary) };
      case 'words': {
        const copy = composeCopy(action.copy ?? {});
        await this.#parts.screen?.(Object.values(copy).join('\n'), locale);
        return { kind: 'words', copy };
      }
      default:
        return action;
    }
  }

  /** A job's message once more; variants of it may be ordered from there. */
  async #show(id: string, happening: Happening): Promise<Answer> {
    const { jobs } = this.#parts;
    await jobs.archive.finished(id);
    await jobs.showAgain(id, happening);
    return { kind: 'card', job: id };
  }

  #context(happening: Happening): CommandContext {
    const { jobs, commands, vocabulary, screen = async () => {} } = this.#parts;
    return {
      jobs,
      commands,
      vocabulary,
      screen,
      settings: workspaceSettings(jobs),
      speaker: happening.speaker,
      asker: this.#asker(happening),
    };
  }

  #asker({ key, speaker, place, card }: Happening): Asker {
    return {
      key,
      place,
      card,
      locale: speaker.locale,
      owner: { id: speaker.id, ...(speaker.name === undefined ? {} : { name: speaker.name }) },
      unlimited: speaker.roles.some((role) => this.#parts.unlimitedRoles.includes(role)),
    };
  }
}
