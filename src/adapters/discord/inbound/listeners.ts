import { GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord.js';
import { CatchUp } from './catch-up.ts';
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
  const catchUp: CatchUp = new CatchUp({
    ...context,
    marks: context.inboxes.marks,
    onMessage: (message) => messages.receiveMissed(message),
  });
  const messages: Messages = new Messages(context, catchUp);
  const lost = (error: unknown): void => log.error({}, 'a reaction was lost', error);
  const lostMessages = (error: unknown): void => log.error({}, 'messages were lost', error);
  return {
    receive(event) {
      if (event.t !== GatewayDispatchEvents.Ready) catchUp.present().catch(lostMessages);
      switch (event.t) {
        case GatewayDispatchEvents.Ready:
          messages.resume().catch(lostMessages);
          catchUp.connected().catch(lostMessages);
          break;
        case GatewayDispatchEvents.GuildCreate:
          catchUp.guildAvailable(event.d);
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
