import type { Reply } from '../jobs/delivery/reply.ts';
import { parseActionId, REACTIONS, type ReactionShortcut } from './actions.ts';

/** The reactions that do something on a finished ad, in the order in which they are offered; none elsewhere. */
export function availableReactions({ stage, actions, pictures }: Reply): readonly ReactionShortcut[] {
  if (stage !== 'done') return [];
  const kinds = new Set(actions.map(({ id }) => parseActionId(id)?.action.kind));
  return REACTIONS.filter(({ action }) => {
    if (action.kind === 'drop') return true;
    if (action.kind === 'vary') return pictures.length > 1 && action.picture < pictures.length;
    return kinds.has(action.kind);
  });
}
