import { GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord.js';
import type { InboundContext } from './context.ts';
import { Interactions } from './interactions.ts';
import { Messages } from './messages.ts';
import { reactionAdded, reactionRemoved } from './reactions.ts';

export interface Listeners {
  /** Takes an event in, as Discord has sent it. */
  receive(event: GatewayDispatchPayload): void;
  /** Goes on with the interactions that a former process has acknowledged and not answered. */
  resume(): Promise<void>;
  /** Resolves when no answer is under way, or after `limit` milliseconds. */
  idle(limit: number): Promise<void>;
}

/** Everything that can come in from Discord, with what answers it. */
export function createListeners(context: InboundContext): Listeners {
  const { log } = context;
  const interactions = new Interactions(context);
  const messages = new Messages(context);
  const lost = (error: unknown): void => log.error({}, 'a reaction was lost', error);
  return {
    receive(event) {
      switch (event.t) {
        case GatewayDispatchEvents.Ready:
          messages.resume().catch((error: unknown) => log.error({}, 'messages were lost', error));
          break;
        case GatewayDispatchEvents.InteractionCreate:
          if ('locale' in event.d) interactions.receive(event.d);
          break;
        case GatewayDispatchEvents.MessageCreate:
          messages.receive(event.d);
          break;
        case GatewayDispatchEvents.MessageUpdate:
          messages.receiveEdit(event.d);
          break;
        case GatewayDispatchEvents.MessageReactionAdd:
          reactionAdded({ data: event.d, context }).catch(lost);
          break;
        case GatewayDispatchEvents.MessageReactionRemove:
          reactionRemoved({ data: event.d, context }).catch(lost);
          break;
      }
    },
    resume: () => interactions.resume(),
    async idle(limit) {
      await Promise.all([interactions.idle(limit), messages.idle(limit)]);
    },
  };
}
