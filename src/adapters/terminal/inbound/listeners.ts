import type { AdCopy } from '../../../ad/copy.ts';
import { STYLE_NAMES } from '../../../ad/style.ts';
import type { BoundedMap } from '../../../collections/bounded-map.ts';
import { actionId, parseActionId } from '../../../conversation/actions.ts';
import type { Answer } from '../../../conversation/command/define-command.ts';
import type { OptionValues } from '../../../conversation/command/option.ts';
import { parseOptions, splitWords } from '../../../conversation/command/parse-options.ts';
import type { Conversation } from '../../../conversation/conversation.ts';
import type { EventSession } from '../../../conversation/event-session.ts';
import type { InboundEvent } from '../../../conversation/inbound-event.ts';
import { UserError } from '../../../errors/user-error.ts';
import { isPhotoFile, localPhotos } from '../photos.ts';
import type { Transcript } from '../transcript.ts';

export interface IncomingParts {
  readonly conversation: Conversation;
  readonly transcript: Transcript;
  /** Keys of the reactions given, by message and name. */
  readonly reactions: BoundedMap<string, string>;
}

/**
 * Answers a line: `/ad make …` (or the text alone), `:repeat: 3` for a reaction on message 3, `:-repeat: 3` to take it
 * away, `#3 why` for what the buttons do.
 */
export async function answerLine(line: string, event: InboundEvent, parts: IncomingParts): Promise<Answer> {
  const { conversation } = parts;
  return conversation.answer(event, async (session) => {
    const reaction = /^:(-?)([\w+-]+): *#?(\d+)?$/u.exec(line);
    if (reaction !== null) {
      const [, away, name = '', message] = reaction;
      return react(
        { name, away: away === '-', message: messageOf(message, parts) },
        event.key,
        session,
        parts,
      );
    }
    const button = /^#(\d+)\s+(\S.*)$/u.exec(line);
    if (button !== null) {
      const [, message, what = ''] = button;
      return press(splitWords(what), messageOf(message, parts), session, parts);
    }
    const [first = '', ...rest] = splitWords(line);
    if (!first.startsWith('/')) return command('make', splitWords(line), session, parts);
    const [name = 'help', ...words] = first === '/ad' || first === '/광고' ? rest : [first.slice(1), ...rest];
    return command(name, words, session, parts);
  });
}

async function command(
  name: string,
  words: readonly string[],
  session: EventSession,
  { conversation }: IncomingParts,
): Promise<Answer> {
  const known = conversation.commands.find((found) => found.name === name || found.ko === name);
  if (known === undefined) return session.runCommand(name, {});
  const { values, photos } = parseOptions(words, known.options, isPhotoFile);
  const kept: Record<string, OptionValues[string]> = {};
  for (const [option, paths] of Object.entries(photos)) {
    const described = known.options[option];
    const most = described?.kind === 'photos' ? described.max : 0;
    // Before any is read: a word with a star in it may stand for a whole folder.
    if (paths.length > most) throw new UserError('too-many-photos', { max: most });
    kept[option] = await conversation.keepPhotos(localPhotos(paths));
  }
  return session.runCommand(known.name, { ...values, ...kept });
}

/** Each typed reaction is one of its own, unlike on the platforms, where somebody can give each only once. */
async function react(
  { name, away, message }: { readonly name: string; readonly away: boolean; readonly message: number },
  key: string,
  session: EventSession,
  { reactions }: IncomingParts,
): Promise<Answer> {
  const which = `${message}:${name}`;
  if (!away) {
    reactions.set(which, key);
    return session.addReaction(name, String(message));
  }
  const given = reactions.get(which);
  return given === undefined ? { kind: 'none' } : session.removeReaction(given);
}

async function press(
  words: readonly string[],
  message: number,
  session: EventSession,
  { transcript }: IncomingParts,
): Promise<Answer> {
  const job = transcript.jobOf(message);
  if (job === undefined) throw new UserError('job-unknown', { name: `#${message}` });
  const [kind = '', ...rest] = words;
  if (kind === 'words') {
    return session.performAction(job, { kind, copy: await copyOf(job, rest, session) });
  }
  const [first, second] = rest;
  // People count pictures from 1, ids from 0.
  const picture = String(Number(first ?? 1) - 1);
  const parts: Record<string, readonly string[]> = {
    style: STYLE_NAMES.some((style) => style === first) ? [first ?? ''] : [],
    sizes: [picture],
    vary: [picture, second ?? 'weak'],
  };
  const id = [
    actionId(job, { kind: 'why' }).replace(/why$/, kind),
    ...((Object.hasOwn(parts, kind) ? parts[kind] : undefined) ?? []),
  ].join('/');
  if (parseActionId(id) === undefined) {
    const known = [
      'regenerate',
      'style',
      'lettering',
      'words',
      'sizes',
      'vary',
      'why',
      'undo',
      'retry',
      'cancel',
      'remove',
    ];
    throw new UserError('option-unknown', { option: kind, known });
  }
  return session.pressButton(id);
}

/** `#3 words 새 제목 --sub … --price …`; what is not named stays. */
async function copyOf(job: string, words: readonly string[], session: EventSession): Promise<AdCopy> {
  const slot = (ko: string) => ({ kind: 'text', ko, description: { ko, en: ko }, max: 200 }) as const;
  const options = {
    headline: { ...slot('제목'), required: true },
    sub: slot('부제'),
    price: slot('가격'),
    cta: slot('버튼글'),
    footer: slot('바닥글'),
  };
  return { ...(await session.copyOf(job)), ...parseOptions(words, options).values };
}

function messageOf(typed: string | undefined, { transcript }: IncomingParts): number {
  const message = typed === undefined ? transcript.lastJobMessage : Number(typed);
  if (message === undefined) throw new UserError('job-unknown', { name: '#' });
  return message;
}
