import type { Answer } from '../../../conversation/command/define-command.ts';
import type { OptionValues } from '../../../conversation/command/option.ts';
import { parseOptions } from '../../../conversation/command/parse-options.ts';
import { UserError } from '../../../errors/user-error.ts';
import { isPhotoFile, localPhotos } from '../photos.ts';
import type { Received } from './context.ts';

interface TypedCommand extends Received {
  readonly name: string;
  /** What was typed after it. */
  readonly words: readonly string[];
}

/** `/ad make …` and all other commands. */
export async function handleCommand({ name, words, session, context }: TypedCommand): Promise<Answer> {
  const { conversation } = context;
  const known = conversation.commands.find((found) => found.name === name || found.ko === name);
  if (known === undefined) return session.runCommand(name, {});
  const { values, photos } = parseOptions(words, known.options, isPhotoFile);
  const kept: Record<string, OptionValues[string]> = {};
  for (const [option, paths] of Object.entries(photos)) {
    const described = known.options[option];
    const max = described?.kind === 'photos' ? described.max : 0;
    // Before any is read: a word with a star in it may stand for a whole folder.
    if (paths.length > max) throw new UserError('too-many-photos', { max });
    kept[option] = await conversation.keepPhotos(localPhotos(paths));
  }
  return session.runCommand(known.name, { ...values, ...kept });
}
