import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UserError } from '../errors/user-error.ts';
import { truncateText } from '../text/clean-text.ts';

/**
 * A command's arguments, cut to what is looked at and read as Node reads them.
 *
 * @throws UserError `bad-option`
 */
export function parseArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config.args === undefined ? config : { ...config, args: config.args.map(truncateText) });
  } catch (error) {
    // Node's sentences name the option and what is wrong with it; what follows is advice on escaping.
    const detail = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new UserError('bad-option', { detail }, { cause: error });
  }
}
