import { type APIMessageComponentInteraction, ComponentType } from 'discord.js';
import { type Action, parseActionId } from '../../../conversation/actions.ts';
import { UserError } from '../../../errors/user-error.ts';
import { MENU_PREFIX } from '../render/buttons.ts';
import type { Received } from './context.ts';
import { partsForm } from './forms/parts-form.ts';
import { wordsForm } from './forms/words-form.ts';
import type { Audience, InteractionHandler } from './interaction-handler.ts';

/** Who sees what comes of an action: a new ad is for all, its reasons for whoever asks, the rest changes the message. */
function audienceOf({ kind }: Action): Audience {
  if (kind === 'why') return 'asker';
  return kind === 'cancel' || kind === 'remove' || kind === 'drop' ? 'nobody' : 'everyone';
}

/** A button, or a choice from a menu. */
export function buttonHandler({
  interaction: { data },
  locale,
  context,
}: Received<APIMessageComponentInteraction>): InteractionHandler {
  const { conversation } = context;
  const isMenu = data.component_type === ComponentType.StringSelect && data.custom_id.startsWith(MENU_PREFIX);
  const id = isMenu ? (data.values[0] ?? '') : data.custom_id;
  const parsed = parseActionId(id);
  if (parsed === undefined) return unknownButton();
  const { job, action } = parsed;
  if (action.kind === 'words') {
    return {
      kind: 'modal',
      modal: async (event) => wordsForm(job, await conversation.copyOf(job, event), locale),
    };
  }
  if (action.kind === 'parts') {
    return {
      kind: 'modal',
      modal: async (event) => partsForm(job, await conversation.partsOf(job, event), locale),
    };
  }
  const audience = audienceOf(action);
  return {
    kind: 'deferred',
    audience,
    posts: audience === 'everyone',
    run: (event) => conversation.pressButton(id, event),
  };
}

/** Nobody is left waiting for a button that an older or newer version has made. */
export function unknownButton(): InteractionHandler {
  return {
    kind: 'modal',
    modal: () => Promise.reject(new UserError('button-unknown', {})),
  };
}
