import { UserError } from '../../errors/user-error.ts';
import type { Option, OptionKind, Options, OptionValue } from './option.ts';

/** What was typed after a command, by the names of its options. */
export interface ParsedOptions {
  readonly values: Readonly<Record<string, OptionValue>>;
  /** What was given for options that take photos, as it was typed. */
  readonly photos: Readonly<Record<string, readonly string[]>>;
}

type Read = (option: Option, name: string, text: string) => OptionValue;

const asTyped: Read = (_option, _name, text) => text;

const YES = ['', 'yes', 'true', 'on', '네', '예'];
const NO = ['no', 'false', 'off', '아니요', '아니오'];

/** How a word becomes a value, for every kind of option. */
const READERS: { readonly [kind in OptionKind]: Read } = {
  text: asTyped,
  name: asTyped,
  job: asTyped,
  choice(option, _name, text) {
    if (option.kind !== 'choice') return text;
    const found = option.choices.find(
      ({ value, title }) =>
        value === text || title.ko === text || title.en.toLowerCase() === text.toLowerCase(),
    );
    return found?.value ?? text;
  },
  flag(_option, name, text) {
    if (YES.includes(text.toLowerCase())) return true;
    if (NO.includes(text.toLowerCase())) return false;
    throw new UserError('option-value', { option: `--${name}`, value: text, expected: 'yes, no' });
  },
  number(option, name, text) {
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value)) return value;
    const expected = option.kind === 'number' ? `${option.min}–${option.max}` : '0–9';
    throw new UserError('option-value', { option: `--${name}`, value: text.slice(0, 40), expected });
  },
  photos: asTyped,
};

/**
 * Reads the words after a command: `--name value` or `--name=value`, by the English or the Korean name; everything
 * else is the first option that must be given.
 *
 * @param isPhoto tells of words outside of options whether they stand for a photo
 * @throws UserError `option-unknown`, `option-value`
 */
export function parseOptions(
  words: readonly string[],
  options: Options,
  isPhoto: (word: string) => boolean = () => false,
): ParsedOptions {
  const values: Record<string, OptionValue> = {};
  const photos = new Map<string, string[]>();
  const addPhoto = (name: string, path: string): void => {
    const paths = photos.get(name) ?? [];
    paths.push(path);
    photos.set(name, paths);
  };
  const loose: string[] = [];
  const main = Object.entries(options).find(([, option]) => option.required === true);
  const forPhotos = Object.entries(options).find(([, option]) => option.kind === 'photos')?.[0];
  for (let at = 0; at < words.length; ) {
    const word = words[at++] ?? '';
    const [, typed, inline] = /^--([^=\s]+)(?:=(.*))?$/su.exec(word) ?? [];
    if (typed === undefined) {
      if (forPhotos !== undefined && isPhoto(word)) addPhoto(forPhotos, word);
      else loose.push(word);
      continue;
    }
    const [name, option] = optionNamed(typed, options);
    const takesNext = inline === undefined && !(option.kind === 'flag' && !isFlagWord(words[at]));
    const text = inline ?? (takesNext ? words[at++] : undefined) ?? '';
    if (option.kind === 'photos') addPhoto(name, text);
    else values[name] = READERS[option.kind](option, name, text);
  }
  if (main !== undefined && loose.length > 0 && values[main[0]] === undefined) {
    const [name, option] = main;
    values[name] = READERS[option.kind](option, name, loose.join(' '));
  } else if (loose.length > 0) {
    throw new UserError('option-unknown', { option: loose.join(' '), known: namesOf(options) });
  }
  return { values, photos: Object.fromEntries(photos) };
}

function optionNamed(typed: string, options: Options): readonly [string, Option] {
  const found = Object.entries(options).find(([name, option]) => name === typed || option.ko === typed);
  if (found === undefined)
    throw new UserError('option-unknown', { option: `--${typed}`, known: namesOf(options) });
  return found;
}

function namesOf(options: Options): readonly string[] {
  return Object.keys(options).map((name) => `--${name}`);
}

function isFlagWord(word: string | undefined): boolean {
  return word !== undefined && [...YES, ...NO].includes(word.toLowerCase()) && word !== '';
}

/** A line as words: quotes hold spaces together, a backslash before a space, quote or backslash takes its meaning. */
export function splitWords(line: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  let begun = false;
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const letter = line.charAt(at);
    if (letter === '\\' && /[\s"'\\]/.test(line.charAt(at + 1))) {
      word += line.charAt(++at);
      begun = true;
    } else if (quote !== '') {
      if (letter === quote) quote = '';
      else word += letter;
    } else if ((letter === '"' || letter === "'") && (!begun || word.endsWith('='))) {
      // An apostrophe inside a word is one.
      quote = letter;
      begun = true;
    } else if (/\s/.test(letter)) {
      if (begun) words.push(word);
      word = '';
      begun = false;
    } else {
      word += letter;
      begun = true;
    }
  }
  if (begun) words.push(word);
  return words;
}
