import { parsePictureName } from '../../jobs/job/short-id.ts';
import type { Command } from './define-command.ts';
import type { Options, OptionValue } from './option.ts';
import { parseOptions, splitWords } from './parse-options.ts';

/** What a line in a chat asks for. */
export interface ParsedMessage {
  readonly command: Command;
  readonly values: Readonly<Record<string, OptionValue>>;
}

/**
 * Reads a line that somebody wrote to the bot: `history 5`, `show 7k3f9q`, `딸기라떼 신메뉴 --ratio 4:5`. A word that
 * is a command's name begins one only if what follows makes sense to it: `brand new latte` is something to make. What
 * stands before the first option is kept letter by letter.
 *
 * @param fallback the command of lines that name none
 * @throws UserError `option-unknown`, `option-value`
 */
export function parseMessage(line: string, commands: readonly Command[], fallback: Command): ParsedMessage {
  const text = line.trim();
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/su.exec(text) ?? [];
  const named = commands.find(({ name, ko }) => name === first.toLowerCase() || ko === first);
  if (named !== undefined) {
    const values = optionValues(rest, named.options);
    if (values !== undefined) return { command: named, values };
  }
  return { command: fallback, values: optionValues(text, fallback.options) ?? {} };
}

/** Undefined where words are left over that no option takes. */
function optionValues(text: string, options: Options): Readonly<Record<string, OptionValue>> | undefined {
  const [loose, typed] = splitAtOptions(text, options);
  const { values } = parseOptions(splitWords(typed), withoutPhotos(options), () => false);
  if (loose === '') return values;
  const main = positionalOption(options);
  if (main === undefined) return undefined;
  const [name, { kind }] = main;
  if (kind === 'job' && parsePictureName(loose) === undefined) return undefined;
  if (kind === 'number' && !/^\d+$/.test(loose)) return undefined;
  const more = typeof values[name] === 'string' ? ` ${values[name]}` : '';
  return { ...values, [name]: kind === 'number' ? Number(loose) : `${loose}${more}` };
}

/** The option that words without a name belong to: the first, if it must be given or is a number. */
function positionalOption(options: Options): readonly [string, Options[string]] | undefined {
  return Object.entries(options).find(([, { required, kind }]) => required === true || kind === 'number');
}

/**
 * The words before the first option, and the rest. Keyboards like to make one dash of two, and curly quotes of straight
 * ones; among options they mean what was typed.
 */
function splitAtOptions(text: string, options: Options): readonly [string, string] {
  const start = DASH.test(text) && Object.keys(options).length > 0 ? text.search(firstOption(options)) : -1;
  if (start < 0) return [text, ''];
  const typed = text
    .slice(start)
    .replaceAll(/(?<!\S)[—–](?=\p{L})/gu, '--')
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[‘’]/g, "'");
  return [text.slice(0, start).trim(), typed];
}

const DASH = /--|[—–]/u;

const patterns = new WeakMap<Options, RegExp>();

function firstOption(options: Options): RegExp {
  const names = Object.entries(options).flatMap(([name, { ko }]) => [name, ko]);
  const made =
    patterns.get(options) ?? new RegExp(`(?<!\\S)(?:--|[—–])(?:${names.join('|')})(?=[\\s=]|$)`, 'u');
  patterns.set(options, made);
  return made;
}

/** Photos come as files, and are not named in a line. */
function withoutPhotos(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, { kind }]) => kind !== 'photos'));
}
