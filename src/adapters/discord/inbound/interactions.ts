import { setTimeout as sleep } from 'node:timers/promises';
import { InteractionResponseType, InteractionType, Routes } from 'discord.js';
import type { Locale } from '../../../ad/locale.ts';
import { defined } from '../../../collections/defined.ts';
import type { Answer } from '../../../conversation/command/define-command.ts';
import { textReply } from '../../../conversation/command/text-reply.ts';
import type { InboundEvent } from '../../../conversation/inbound-event.ts';
import type { PersistentMap } from '../../../conversation/persistent-map.ts';
import { codeOf, kindOf, say } from '../../../errors/say.ts';
import { UserError } from '../../../errors/user-error.ts';
import type { Log } from '../../../jobs/log.ts';
import { ShortTurns } from '../../../jobs/short-turns.ts';
import { truncateStrings } from '../../../text/truncate-strings.ts';
import { Acknowledgements } from '../acknowledgements.ts';
import { writeAddress } from '../address.ts';
import type { DiscordApi } from '../api.ts';
import { DiscordFailure } from '../failure.ts';
import { patiently } from '../with-retry.ts';
import { acknowledge, originalMessage } from './acknowledge.ts';
import { suggestionsFor } from './autocomplete.ts';
import type { PlanParts } from './commands.ts';
import type { InteractionHandler } from './interaction-handler.ts';
import { missingPermissions } from './permissions.ts';
import {
  addressOf,
  findHandler,
  type Interaction,
  limitOf,
  originOf,
  readInteraction,
} from './read-interaction.ts';
import { RecentIds } from './recent-ids.ts';
import { deleteReply, replyDeferred, replyEphemerally } from './respond.ts';
import { type Origin, placeOf, type RoleNames, speakerOf } from './speaker.ts';

export interface InteractionsParts extends PlanParts {
  readonly api: DiscordApi;
  /** Interactions on their way from being acknowledged to being a job or an answer. */
  readonly inbox: PersistentMap;
  readonly roleNames: RoleNames;
  /** Told of everybody's language. */
  rememberLocale(user: string, locale: Locale): void;
  /** Of those whose language is not known. */
  readonly locale: Locale;
  readonly log: Log;
}

type Deferred = Extract<InteractionHandler, { kind: 'work' }>;

/** Interactions that are remembered, so that what is sent twice is done once. */
const MAX_REMEMBERED = 20_000;

/** Takes interactions in, acknowledges them, and has them done. */
export class Interactions {
  readonly #parts: InteractionsParts;
  readonly #seen = new RecentIds(MAX_REMEMBERED);
  readonly #acknowledgements = new Acknowledgements();
  /** Many may come in one packet. */
  readonly #turns = new ShortTurns();
  readonly #underWay = new Set<Promise<void>>();

  constructor(parts: InteractionsParts) {
    this.#parts = parts;
  }

  receive(sent: Interaction): void {
    const interaction = truncateStrings(sent);
    if (!this.#seen.add(interaction.id)) return;
    this.#follow(interaction.id, async () => {
      await this.#turns.mine();
      await this.#handle(interaction);
    });
  }

  /** Goes on with what a former process had acknowledged and not finished. */
  async resume(): Promise<void> {
    const { inbox } = this.#parts;
    for (const id of inbox.keys()) {
      const interaction = readInteraction(inbox.get(id));
      if (interaction === undefined) await inbox.delete(id);
      else if (this.#seen.add(id)) this.#follow(id, () => this.#goOnOnce(interaction));
    }
  }

  /** Resolves when nothing is under way, or after `limit` milliseconds. */
  async idle(limit: number): Promise<void> {
    const late = sleep(limit, undefined, { ref: false });
    await Promise.race([Promise.all(this.#underWay), late]);
  }

  #follow(id: string, work: () => Promise<void>): void {
    const done = work()
      .catch((error: unknown) => this.#parts.log.error({ interaction: id }, 'an interaction was lost', error))
      .finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
  }

  async #handle(interaction: Interaction): Promise<void> {
    const { api, inbox, locale, rememberLocale, log } = this.#parts;
    const said = originOf(interaction, locale);
    if (said === undefined) return;
    rememberLocale(said.user.id, said.locale);
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
      const choices = await suggestionsFor(interaction, this.#event(interaction, said), this.#parts);
      const body = { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
      return this.#answerNow(interaction, body);
    }
    const plan = findHandler(interaction, said.locale, this.#parts);
    if (plan === undefined) return;
    if (plan.kind === 'form') return this.#showForm(interaction, said, plan.form);
    const rights = plan.posts ? missingPermissions(interaction) : [];
    if (rights.length > 0)
      return this.#refuse(interaction, said, new UserError('rights-missing', { rights }));
    const { id } = interaction;
    // Written down before it is acknowledged: whoever has been told that it arrived gets an answer.
    const written = inbox.set(id, interaction).catch((error: unknown) => {
      log.error({ interaction: id }, 'an interaction could not be written down', error);
    });
    const acknowledged = await this.#acknowledgements.run(async () => {
      await written;
      await this.#turns.mine();
      return acknowledge(api, interaction, plan.audience);
    });
    await this.#acknowledgements.idle();
    await this.#turns.mine();
    if (acknowledged.kind === 'done') return this.#work(interaction, said, plan, acknowledged.message);
    await inbox.delete(id);
    if (acknowledged.kind === 'taken') log.warn({ interaction: id }, 'another bot answers with this token');
    else
      log.warn(
        { interaction: id, failure: acknowledged.failure.kind },
        'an interaction was not acknowledged',
      );
  }

  /** What could not be gone on with is not tried at every start. */
  async #goOnOnce(interaction: Interaction): Promise<void> {
    try {
      await this.#goOn(interaction);
    } catch (error) {
      await this.#parts.inbox.delete(interaction.id);
      throw error;
    }
  }

  async #goOn(interaction: Interaction): Promise<void> {
    const { api, inbox, locale, log } = this.#parts;
    const { id } = interaction;
    const said = originOf(interaction, locale);
    const plan = said && findHandler(interaction, said.locale, this.#parts);
    if (said !== undefined && plan?.kind === 'work') {
      const message =
        plan.audience === 'nobody' ? undefined : await patiently(() => originalMessage(api, interaction));
      if (plan.audience === 'nobody' || message !== undefined) {
        log.info({ interaction: id }, 'goes on with what a former process has acknowledged');
        return this.#work(interaction, said, plan, message);
      }
    }
    await inbox.delete(id);
  }

  async #work(
    interaction: Interaction,
    said: Origin,
    plan: Deferred,
    message: string | undefined,
  ): Promise<void> {
    const { inbox, log } = this.#parts;
    const answer = await plan.run(this.#event(interaction, said, message));
    await patiently(() => this.#answer(interaction, plan, answer)).catch((error: unknown) => {
      log.warn({ interaction: interaction.id, code: codeOf(error) }, 'an answer was not taken', error);
    });
    await inbox.delete(interaction.id);
  }

  async #answer(interaction: Interaction, { audience }: Deferred, answer: Answer): Promise<void> {
    const { api } = this.#parts;
    if (answer.kind === 'reply') {
      await replyDeferred(api, interaction, audience, answer.reply, limitOf(interaction));
    } else if (answer.kind === 'none' && audience !== 'nobody') {
      await deleteReply(api, interaction);
    }
  }

  async #showForm(
    interaction: Interaction,
    said: Origin,
    form: Extract<InteractionHandler, { kind: 'form' }>['form'],
  ): Promise<void> {
    let data: Awaited<ReturnType<typeof form>>;
    try {
      data = await form(this.#event(interaction, said));
    } catch (error) {
      return this.#refuse(interaction, said, error);
    }
    await this.#answerNow(interaction, { type: InteractionResponseType.Modal, data });
  }

  async #refuse(interaction: Interaction, { locale }: Origin, error: unknown): Promise<void> {
    const { api, log } = this.#parts;
    if (kindOf(error) !== 'user') log.error({ code: codeOf(error) }, 'no answer', error);
    await replyEphemerally(
      api,
      interaction,
      textReply(locale, say(error, locale)),
      limitOf(interaction),
    ).catch((failure: unknown) => this.#unheard(interaction, failure));
  }

  async #answerNow({ id, token }: Interaction, body: object): Promise<void> {
    await this.#parts.api
      .callback('post', Routes.interactionCallback(id, token), { body })
      .catch((failure: unknown) => this.#unheard({ id }, failure));
  }

  #unheard({ id }: Pick<Interaction, 'id'>, failure: unknown): void {
    if (!(failure instanceof DiscordFailure)) throw failure;
    this.#parts.log.warn({ interaction: id, failure: failure.kind }, 'an interaction was not answered');
  }

  #event(interaction: Interaction, said: Origin, message?: string): InboundEvent {
    const on = interaction.message?.id;
    return {
      key: `discord:interaction:${interaction.id}`,
      member: speakerOf(said, this.#parts.roleNames),
      place: placeOf(said),
      replyTo: {
        address: writeAddress(addressOf(interaction, said)),
        ...defined({ message }),
      },
      ...defined({ sourceMessage: on }),
    };
  }
}
