import type { Answer } from '../../../conversation/command/define-command.ts';
import type { Received } from './context.ts';

interface TypedReaction extends Received {
  readonly name: string;
  /** Whether it is taken away. */
  readonly removed: boolean;
  /** The number of the message that it is on. */
  readonly message: number;
  /** Of the event. */
  readonly key: string;
}

/** Each typed reaction is one of its own, unlike on the platforms, where somebody can give each only once. */
export async function handleReaction(reaction: TypedReaction): Promise<Answer> {
  const { name, removed, message, key, session, context } = reaction;
  const { reactions } = context;
  const id = `${message}:${name}`;
  if (!removed) {
    reactions.set(id, key);
    return session.addReaction(name, String(message));
  }
  const given = reactions.get(id);
  return given === undefined ? { kind: 'none' } : session.removeReaction(given);
}
