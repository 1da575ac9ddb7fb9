import { actionId, parseActionId } from '../../../conversation/actions.ts';
import type { Answer } from '../../../conversation/command/define-command.ts';
import { UserError } from '../../../errors/user-error.ts';
import type { Received } from './context.ts';
import { filledParts } from './forms/parts-form.ts';
import { filledCopy } from './forms/words-form.ts';

interface TypedButton extends Received {
  /** What is to be done, and how: `vary 2 strong`. */
  readonly words: readonly string[];
  /** The number of the message that it is done to. */
  readonly message: number;
}

/** `#3 why`: what a platform has a button for. */
export async function handleButton({ words, message, session, context }: TypedButton): Promise<Answer> {
  const job = context.transcript.jobOf(message);
  if (job === undefined) throw new UserError('job-unknown', { name: `#${message}` });
  const [kind = '', ...rest] = words;
  if (kind === 'words') {
    return session.performAction(job, { kind, copy: filledCopy(rest, await session.copyOf(job)) });
  }
  if (kind === 'parts') {
    return session.performAction(job, { kind, asked: filledParts(rest, await session.partsOf(job)) });
  }
  const [first, second] = rest;
  // People count pictures from 1, ids from 0.
  const picture = String(Number(first ?? 1) - 1);
  const parts: Record<string, readonly string[]> = {
    style: first === undefined ? [] : [first],
    sizes: [picture],
    vary: [picture, second ?? 'weak'],
    // The thing first, then the photo where there are several.
    pick: [String(Number(second ?? 1) - 1), first ?? ''],
  };
  const id = [
    actionId(job, { kind: 'why' }).replace(/why$/, kind),
    ...((Object.hasOwn(parts, kind) ? parts[kind] : undefined) ?? []),
  ].join('/');
  if (parseActionId(id) === undefined) throw new UserError('option-unknown', { option: kind, known: KINDS });
  return session.pressButton(id);
}

/** What can be typed, as it is told to whoever typed something else. */
const KINDS = [
  'regenerate',
  'style',
  'family',
  'lettering',
  'words',
  'parts',
  'sizes',
  'motion',
  'vary',
  'pick',
  'why',
  'undo',
  'retry',
  'cancel',
  'remove',
];
