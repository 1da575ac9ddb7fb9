import { InteractionResponseType, InteractionType, Routes } from 'discord.js';
import type { Answer } from '../../../conversation/command/define-command.ts';
import { textReply } from '../../../conversation/command/text-reply.ts';
import { codeOf, kindOf, say } from '../../../errors/say.ts';
import { UserError } from '../../../errors/user-error.ts';
import { loopTurns } from '../../../jobs/time-slicer.ts';
import { truncateStrings } from '../../../text/truncate-strings.ts';
import { Acknowledgements } from '../acknowledgements.ts';
import { DiscordFailure, isUnreachable } from '../failure.ts';
import { retryTransient } from '../retry-transient.ts';
import { acknowledge } from './acknowledge.ts';
import { answerLate, type LateAnswer, removeThinking } from './answer-late.ts';
import { suggestionsFor } from './autocomplete.ts';
import type { InboundContext } from './context.ts';
import { interactionEventOf } from './events.ts';
import { findHandler } from './find-handler.ts';
import { findOriginal } from './find-original.ts';
import { InFlight } from './in-flight.ts';
import type { Audience, InteractionHandler } from './interaction-handler.ts';
import type { Origin } from './member.ts';
import { missingPermissions } from './permissions.ts';
import { type Interaction, isTokenAlive, limitOf, originOf, readInteraction } from './read-interaction.ts';
import { deleteReply, replyDeferred, replyEphemerally } from './respond.ts';

type Deferred = Extract<InteractionHandler, { kind: 'deferred' }>;

type Modal = Extract<InteractionHandler, { kind: 'modal' }>;

/** An interaction, and who it is of. */
interface From {
  readonly interaction: Interaction;
  readonly origin: Origin;
}

/** Interactions that are remembered, so that what is sent twice is done once. */
const MAX_REMEMBERED = 20_000;

/** Takes interactions in, acknowledges them, and has them done. */
export class Interactions {
  readonly #context: InboundContext;
  readonly #acknowledgements = new Acknowledgements();
  readonly #inFlight: InFlight;

  constructor(context: InboundContext) {
    this.#context = context;
    this.#inFlight = new InFlight(MAX_REMEMBERED, (interaction, error) =>
      context.log.error({ interaction }, 'an interaction was lost', error),
    );
  }

  receive(sent: Interaction): void {
    const interaction = truncateStrings(sent);
    this.#inFlight.start(interaction.id, async () => {
      await loopTurns.nextSlot();
      await this.#handle(interaction);
    });
  }

  /** Goes on with what a former process had acknowledged and not finished. */
  async resume(): Promise<void> {
    const inbox = this.#context.inboxes.interactions;
    for (const id of inbox.keys()) {
      const interaction = readInteraction(inbox.get(id));
      if (interaction === undefined) await inbox.delete(id);
      else this.#inFlight.start(id, () => this.#resumeOnce(interaction));
    }
  }

  /** Resolves when nothing is under way, or after `limit` milliseconds. */
  idle(limit: number): Promise<void> {
    return this.#inFlight.idle(limit);
  }

  async #handle(interaction: Interaction): Promise<void> {
    const context = this.#context;
    const origin = originOf(interaction, context.defaultLocale);
    if (origin === undefined) return;
    const { locale } = origin;
    context.locales.set(origin.user.id, locale);
    const from = { interaction, origin };
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
      const event = interactionEventOf(interaction, origin, context);
      const choices = await suggestionsFor({ interaction, locale, context }, event);
      const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
      return this.#respond(interaction, { type, data: { choices } });
    }
    const handler = findHandler({ interaction, locale, context });
    if (handler === undefined) return;
    if (handler.kind === 'modal') return this.#showModal(from, handler);
    const rights = handler.posts ? missingPermissions(interaction) : [];
    if (rights.length > 0) return this.#refuse(from, new UserError('rights-missing', { rights }));
    await this.#defer(from, handler);
  }

  async #defer(from: From, handler: Deferred): Promise<void> {
    const { api, inboxes, log } = this.#context;
    const { interaction } = from;
    const { id } = interaction;
    // Written down before it is acknowledged: whoever has been told that it arrived gets an answer.
    const written = inboxes.interactions.set(id, interaction).catch((error: unknown) => {
      log.error({ interaction: id }, 'an interaction could not be stored', error);
    });
    const acknowledged = await this.#acknowledgements.run(async () => {
      await written;
      await loopTurns.nextSlot();
      return acknowledge(api, interaction, handler.audience);
    });
    await this.#acknowledgements.idle();
    await loopTurns.nextSlot();
    if (acknowledged.kind === 'done') return this.#run(from, handler, acknowledged.message);
    await inboxes.interactions.delete(id);
    if (acknowledged.kind === 'taken') log.warn({ interaction: id }, 'another bot answers with this token');
    else {
      const failure = acknowledged.failure.kind;
      log.warn({ interaction: id, failure }, 'an interaction was not acknowledged');
    }
  }

  /** What could not be gone on with is not tried at every start. */
  async #resumeOnce(interaction: Interaction): Promise<void> {
    try {
      await this.#resume(interaction);
    } catch (error) {
      await this.#context.inboxes.interactions.delete(interaction.id);
      throw error;
    }
  }

  async #resume(interaction: Interaction): Promise<void> {
    const context = this.#context;
    const { api, inboxes, log } = context;
    const { id } = interaction;
    const origin = originOf(interaction, context.defaultLocale);
    const handler = origin && findHandler({ interaction, locale: origin.locale, context });
    if (origin !== undefined && handler?.kind === 'deferred') {
      // A button's message is there already, and says how its job stands.
      const former =
        handler.audience === 'nobody'
          ? ({ acknowledged: true, message: undefined } as const)
          : await findOriginal(api, interaction, origin.channel, isTokenAlive(interaction));
      if (former.acknowledged) {
        log.info({ interaction: id }, 'resuming what an earlier process acknowledged');
        return this.#run({ interaction, origin }, handler, former.message);
      }
      log.info({ interaction: id }, 'its person was told that it did not arrive');
    }
    await inboxes.interactions.delete(id);
  }

  /** Does what is to be done after the acknowledgement. @param message the one that the acknowledgement has made */
  async #run(from: From, handler: Deferred, message: string | undefined): Promise<void> {
    const { inboxes, log } = this.#context;
    const { interaction, origin } = from;
    const answer = await handler.run(interactionEventOf(interaction, origin, this.#context, message));
    await this.#answer({ ...from, audience: handler.audience, message }, answer).catch((error: unknown) => {
      log.warn({ interaction: interaction.id, code: codeOf(error) }, 'an answer was rejected', error);
    });
    await inboxes.interactions.delete(interaction.id);
  }

  /** By the interaction's token as long as that reaches anything, and then as the bot. */
  async #answer(late: LateAnswer, answer: Answer): Promise<void> {
    const { interaction } = late;
    try {
      await retryTransient(() => this.#reply(interaction, late.audience, answer));
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      if (answer.kind === 'none') return removeThinking(late, this.#context);
      if (answer.kind !== 'reply') return;
      const reached = await answerLate(answer.reply, late, this.#context);
      if (!reached) this.#logUnanswered(interaction, error);
    }
  }

  async #reply(interaction: Interaction, audience: Audience, answer: Answer): Promise<void> {
    const { api } = this.#context;
    if (answer.kind === 'reply') {
      await replyDeferred(api, interaction, audience, answer.reply, limitOf(interaction));
    } else if (answer.kind === 'none' && audience !== 'nobody') {
      await deleteReply(api, interaction);
    }
  }

  async #showModal(from: From, { modal }: Modal): Promise<void> {
    const { interaction, origin } = from;
    let data: Awaited<ReturnType<typeof modal>>;
    try {
      data = await modal(interactionEventOf(interaction, origin, this.#context));
    } catch (error) {
      return this.#refuse(from, error);
    }
    await this.#respond(interaction, { type: InteractionResponseType.Modal, data });
  }

  async #refuse({ interaction, origin: { locale } }: From, error: unknown): Promise<void> {
    const { api, log } = this.#context;
    if (kindOf(error) !== 'user') log.error({ code: codeOf(error) }, 'no answer', error);
    const reply = textReply(locale, say(error, locale));
    await replyEphemerally(api, interaction, reply, limitOf(interaction)).catch((failure: unknown) =>
      this.#logUnanswered(interaction, failure),
    );
  }

  async #respond({ id, token }: Interaction, body: object): Promise<void> {
    await this.#context.api
      .callback('post', Routes.interactionCallback(id, token), { body })
      .catch((failure: unknown) => this.#logUnanswered({ id }, failure));
  }

  #logUnanswered({ id }: Pick<Interaction, 'id'>, failure: unknown): void {
    if (!(failure instanceof DiscordFailure)) throw failure;
    this.#context.log.warn({ interaction: id, failure: failure.kind }, 'an interaction was not answered');
  }
}
