import type { AdCopy } from '../ad/copy.ts';
import type { Locale } from '../ad/locale.ts';
import type { PhotoRef } from '../ad/request.ts';
import { defined } from '../collections/defined.ts';
import { codeOf, kindOf, say } from '../errors/say.ts';
import { PHOTO_LIMITS } from '../imaging/photo/limits.ts';
import { fileBudget } from '../imaging/photo/memory-budget.ts';
import type { Variant } from '../jobs/job/variant.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Log } from '../jobs/log.ts';
import { shorten } from '../text/shorten.ts';
import type { Action, AskedParts } from './actions.ts';
import type { Answer, Command, CommandContext, IntentOf, PagesOf } from './command/define-command.ts';
import { JobAccess } from './command/job-access.ts';
import type { OptionValues } from './command/option.ts';
import type { VariantsBy } from './command/permissions.ts';
import { type Suggestion, suggest } from './command/suggest.ts';
import { textReply } from './command/text-reply.ts';
import type { Vocabulary } from './command/vocabulary.ts';
import { workspaceSettings } from './command/workspace-settings.ts';
import { type Adjusting, EventSession } from './event-session.ts';
import { askerOf, type InboundEvent } from './inbound-event.ts';
import type { PhotoAttachment } from './photo-attachment.ts';
import { suggestJobs } from './suggest-jobs.ts';

/** Longest name of a file that is kept, in UTF-16 units: what file systems allow. */
const MAX_FILE_NAME = 255;

export interface ConversationDependencies {
  readonly vocabulary: Vocabulary;
  readonly commands: readonly Command[];
  /** Handed to nobody: all go through JobAccess. */
  readonly jobs: Jobs;
  readonly variantsBy: VariantsBy;
  /** Roles whose members no limit holds for. */
  readonly unlimitedRoles: readonly string[];
  readonly log: Log;
  readonly pagesOf: PagesOf;
  readonly intentOf: IntentOf;
}

/** A link by which somebody can lay a job out by hand, as if they were where the event was. */
export type LinkToAdjust = (job: string, event: InboundEvent) => Promise<string>;

/**
 * What all platforms share: commands, buttons, reactions and photos come in, answers go out. Nothing is thrown: what
 * went wrong is an answer too, in the person's language, for their eyes alone.
 */
export class Conversation {
  readonly commands: readonly Command[];
  readonly #dependencies: ConversationDependencies;
  #link: LinkToAdjust | undefined;

  constructor(dependencies: ConversationDependencies) {
    this.#dependencies = dependencies;
    this.commands = dependencies.commands;
  }

  /** Does what an event asks for, with what it takes to find that out; what goes wrong becomes an answer. */
  async answer(event: InboundEvent, work: (session: EventSession) => Promise<Answer>): Promise<Answer> {
    this.#releaseKept(event);
    try {
      return await work(this.#session(event));
    } catch (error) {
      if (kindOf(error) !== 'user') this.#dependencies.log.error({ code: codeOf(error) }, 'no answer', error);
      const { locale } = event.member;
      return { kind: 'reply', reply: textReply(locale, say(error, locale)), wrong: codeOf(error) };
    }
  }

  /** As EventSession, which says what each does. */
  runCommand(name: string, values: OptionValues, event: InboundEvent): Promise<Answer> {
    return this.answer(event, (session) => session.runCommand(name, values));
  }

  pressButton(id: string, event: InboundEvent): Promise<Answer> {
    return this.answer(event, (session) => session.pressButton(id));
  }

  performAction(id: string, action: Action, event: InboundEvent): Promise<Answer> {
    return this.answer(event, (session) => session.performAction(id, action));
  }

  addReaction(reaction: string, message: string, event: InboundEvent): Promise<Answer> {
    return this.answer(event, (session) => session.addReaction(reaction, message));
  }

  removeReaction(key: string, event: InboundEvent): Promise<Answer> {
    return this.answer(event, (session) => session.removeReaction(key));
  }

  /** @throws UserError */
  copyOf(id: string, event: InboundEvent): Promise<AdCopy> {
    return this.#session(event).copyOf(id);
  }

  /** See EventSession.partsOf. */
  partsOf(id: string, event: InboundEvent): Promise<AskedParts> {
    return this.#session(event).partsOf(id);
  }

  /** See EventSession.adjustmentOf. */
  adjustmentOf(id: string, picture: number, json: string, event: InboundEvent): Promise<Adjusting> {
    return this.#session(event).adjustmentOf(id, picture, json);
  }

  /** See EventSession.adjust. */
  adjust(id: string, picture: number, variant: Variant, event: InboundEvent): Promise<Answer> {
    return this.answer(event, (session) => session.adjust(id, picture, variant));
  }

  /** From now on people of all platforms are sent to this page to lay ads out by hand. */
  linkPage(link: LinkToAdjust): void {
    this.#link = link;
  }

  /** Names that can be chosen where an ad is laid out by hand. */
  get choices(): Pick<Vocabulary, 'designs' | 'places'> {
    return this.#dependencies.vocabulary;
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
    return found?.kind === 'name' ? suggest(found, this.#dependencies.vocabulary, typed, locale, max) : [];
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
      return await this.#dependencies.jobs.lookup.keepPhoto({ bytes: await bytes(), name });
    } finally {
      release();
    }
  }

  /** Nobody waits for that: what is late comes as soon as it can. */
  #releaseKept(event: InboundEvent): void {
    const { jobs, unlimitedRoles, log } = this.#dependencies;
    jobs
      .releaseKept(askerOf(event, unlimitedRoles))
      .catch((error: unknown) => log.warn({}, 'late ads could not be looked up', error));
  }

  #session(event: InboundEvent): EventSession {
    const { commands, vocabulary, pagesOf, intentOf } = this.#dependencies;
    const jobs = this.#access(event);
    const context: CommandContext = {
      jobs,
      commands,
      vocabulary,
      settings: workspaceSettings(jobs, vocabulary),
      member: event.member,
      pagesOf,
      intentOf,
    };
    const link = this.#link;
    return new EventSession(
      context,
      (message) => this.#access({ ...event, sourceMessage: message }),
      link && ((job) => link(job, event)),
    );
  }

  #access(event: InboundEvent): JobAccess {
    const { jobs, variantsBy, unlimitedRoles } = this.#dependencies;
    const { member, sourceMessage, publicReply = false } = event;
    const asker = askerOf(event, unlimitedRoles);
    return new JobAccess(jobs, { member, asker, publicReply, ...defined({ sourceMessage }) }, variantsBy);
  }
}
