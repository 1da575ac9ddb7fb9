import { InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import * as z from 'zod';
import { defined } from '../../../collections/defined.ts';
import { withRetry } from '../../../resilience/with-retry.ts';
import type { DiscordApi } from '../api.ts';
import { DiscordFailure, isFailure } from '../failure.ts';
import type { Audience } from './interaction-handler.ts';

/** What an interaction is answered by. */
export interface InteractionRef {
  readonly id: string;
  readonly token: string;
  readonly application_id: string;
}

const callback = z.object({
  resource: z.object({ message: z.object({ id: z.string() }).optional() }).optional(),
});

const BODIES: { readonly [audience in Audience]: object } = {
  everyone: { type: InteractionResponseType.DeferredChannelMessageWithSource },
  asker: {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: MessageFlags.Ephemeral },
  },
  nobody: { type: InteractionResponseType.DeferredMessageUpdate },
};

/** An interaction wants its first answer within three seconds, so no attempt begins later than this, in milliseconds. */
const RETRY_WINDOW = 2_000;

/** Milliseconds between two attempts. */
const RETRY_PAUSE = 150;

export type Acknowledged =
  /** `message`: the one that says that the bot is thinking, where Discord has told. */
  | { readonly kind: 'done'; readonly message?: string }
  /** Another process has answered: it is that one's. */
  | { readonly kind: 'taken' }
  /** The three seconds were over, or Discord did not take it: the person was told that it failed. */
  | { readonly kind: 'lost'; readonly failure: DiscordFailure };

/** Tells Discord that an interaction has arrived. */
export async function acknowledge(
  api: DiscordApi,
  interaction: InteractionRef,
  audience: Audience,
): Promise<Acknowledged> {
  const { id, token } = interaction;
  const deadline = performance.now() + RETRY_WINDOW;
  let attempts = 0;
  const respond = (): Promise<unknown> => {
    attempts++;
    return api.callback('post', Routes.interactionCallback(id, token), {
      body: BODIES[audience],
      query: { with_response: 'true' },
    });
  };
  try {
    const answer = await withRetry(respond, {
      backoff: () => RETRY_PAUSE,
      shouldRetry: (error) => isFailure(error, 'transient') && performance.now() + RETRY_PAUSE <= deadline,
    });
    const read = callback.safeParse(answer);
    const message = read.success ? read.data.resource?.message?.id : undefined;
    return { kind: 'done', ...defined({ message: audience === 'nobody' ? undefined : message }) };
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error;
    // After an attempt whose answer was lost, whoever has answered was us.
    if (error.kind === 'already-acknowledged') return attempts === 1 ? { kind: 'taken' } : { kind: 'done' };
    if (error.kind !== 'transient') return { kind: 'lost', failure: error };
    // It may have arrived all the same, and then somebody sees that the bot is thinking.
    const message = await originalMessage(api, interaction).catch(() => undefined);
    return message === undefined ? { kind: 'lost', failure: error } : { kind: 'done', message };
  }
}

/** The message that an acknowledged interaction has; undefined where there is none (any more). */
export async function originalMessage(
  api: DiscordApi,
  { application_id, token }: InteractionRef,
): Promise<string | undefined> {
  try {
    const answer = await api.interaction('get', Routes.webhookMessage(application_id, token, '@original'));
    return z.object({ id: z.string() }).parse(answer).id;
  } catch (error) {
    if (error instanceof DiscordFailure && error.kind !== 'transient') return undefined;
    throw error;
  }
}
