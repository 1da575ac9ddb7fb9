import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { Answer } from '../../../conversation/command/define-command.ts';
import type { InboundEvent } from '../../../conversation/inbound-event.ts';

/** How an interaction is acknowledged, which also settles who sees what follows. */
export type Audience =
  /** A new message for all, which says that the bot is thinking. */
  | 'everyone'
  /** The same for the person alone. */
  | 'asker'
  /** Nothing is seen: the message that the button is on will change. */
  | 'nobody';

/** How an interaction is answered. */
export type InteractionHandler =
  /** By a modal: only as the first answer, so it must be there at once. @throws UserError */
  | { readonly kind: 'modal'; modal(event: InboundEvent): Promise<APIModalInteractionResponseCallbackData> }
  /** It is acknowledged, and then done. */
  | {
      readonly kind: 'deferred';
      readonly audience: Audience;
      /** Whether an ad will be posted there. */
      readonly posts: boolean;
      run(event: InboundEvent): Promise<Answer>;
    };
