import { type AdCopy, COPY_SLOTS } from '../ad/copy.ts';
import type { Point } from '../ad/geometry.ts';
import { type Locale, localeOf } from '../ad/locale.ts';
import type { RequestInput } from '../ad/parse/parse-request.ts';
import type { EngineChoice } from '../ad/request.ts';
import { defined } from '../collections/defined.ts';
import { UserError } from '../errors/user-error.ts';
import { parseArguments } from './parse-arguments.ts';
import { isNumber, type NumberRange, parseNumber } from './parse-number.ts';

/** The ad command's options, read but not yet checked against presets and files. */
export interface AdOptions {
  /** All of the request but its photos. */
  readonly draft: RequestInput;
  /** Paths as they were written. */
  readonly photos: readonly string[];
  /** An ad for each photo instead of one for all. */
  readonly each: boolean;
  /** 1–4. */
  readonly variants: number;
  readonly recipe?: string;
  /** Folder for the pictures. */
  readonly out: string;
  readonly locale: Locale;
  readonly json: boolean;
  readonly help: boolean;
}

const SEEDS = { min: 0, max: 2 ** 32 - 1, whole: true };
const SHARE = { min: 0, max: 1 };

/** As composeRequest has them. */
const RANGES = {
  variants: { min: 1, max: 4, whole: true },
  strength: { min: 0.05, max: 1 },
  scale: { min: 0.1, max: 0.95 },
  harmonise: SHARE,
  seed: SEEDS,
  'lettering-seed': SEEDS,
} as const satisfies Readonly<Record<string, NumberRange>>;

const OPTIONS = {
  photo: { type: 'string', multiple: true },
  each: { type: 'boolean' },
  restyle: { type: 'boolean' },
  strength: { type: 'string' },
  headline: { type: 'string' },
  sub: { type: 'string' },
  price: { type: 'string' },
  cta: { type: 'string' },
  footer: { type: 'string' },
  'no-text': { type: 'boolean' },
  industry: { type: 'string' },
  style: { type: 'string' },
  ratio: { type: 'string' },
  variants: { type: 'string' },
  seed: { type: 'string' },
  'lettering-seed': { type: 'string' },
  engine: { type: 'string' },
  scale: { type: 'string' },
  position: { type: 'string' },
  harmonise: { type: 'string' },
  recipe: { type: 'string' },
  out: { type: 'string' },
  locale: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Reads the arguments of `npm run ad`. Words that were not quoted count as one text.
 *
 * @param defaultLocale language of the settings, for a request without text
 * @throws UserError `bad-option`, `bad-number` or `unknown-name`
 */
export function parseAdOptions(args: readonly string[], defaultLocale: Locale): AdOptions {
  const { values, positionals } = parsed(args);
  const text = positionals.join(' ');
  const locale = oneOf('locale', values.locale, ['ko', 'en']);
  const number = (option: keyof typeof RANGES): number | undefined => {
    const given = values[option];
    if (given === undefined) return undefined;
    if (isNumber(given)) return parseNumber(`--${option}`, given, RANGES[option]);
    const { min, max } = RANGES[option];
    throw new UserError('bad-option', { detail: `--${option} "${given.slice(0, 40)}" (${min}–${max})` });
  };
  const variants = number('variants') ?? 1;
  const engine = oneOf<EngineChoice>('engine', values.engine, ['auto', 'studio', 'zimage']);
  const numbers = {
    strength: number('strength'),
    seed: number('seed'),
    letteringSeed: number('lettering-seed'),
    scale: number('scale'),
    harmonise: number('harmonise'),
  };
  const draft: RequestInput = {
    text,
    ...(Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined)) as {
      readonly [option in keyof typeof numbers]?: number;
    }),
    ...defined({
      use: values.restyle ? ('restyle' as const) : undefined,
      lettering: values['no-text'] ? false : undefined,
      industry: values.industry,
      style: values.style,
      format: values.ratio,
      position: values.position === undefined ? undefined : pointAt(values.position),
      engine,
      locale,
    }),
    copy: copyIn(values),
  };
  return {
    draft,
    photos: values.photo ?? [],
    each: values.each ?? false,
    variants,
    ...defined({ recipe: values.recipe }),
    out: values.out ?? 'out',
    locale: locale ?? (text === '' ? defaultLocale : localeOf(text)),
    json: values.json ?? false,
    help: values.help ?? false,
  };
}

type Values = ReturnType<typeof parsed>['values'];

function parsed(args: readonly string[]) {
  return parseArguments({ args: [...args], options: OPTIONS, allowPositionals: true });
}

/** In an option's text, `\n` as typed in a shell stands for a line break. */
function copyIn(values: Values): AdCopy {
  return Object.fromEntries(
    COPY_SLOTS.flatMap((slot) => {
      const words = values[slot];
      return words === undefined ? [] : [[slot, words.replaceAll('\\n', '\n')]];
    }),
  );
}

function pointAt(text: string): Point {
  const [x = '', y = '', ...rest] = text.split(',', 3);
  try {
    if (rest.length === 0) {
      return { x: parseNumber('--position', x, SHARE), y: parseNumber('--position', y, SHARE) };
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  throw new UserError('bad-number', {
    option: '--position',
    value: text.slice(0, 40),
    expected: '0,0–1,1',
  });
}

function oneOf<T extends string>(kind: string, name: string | undefined, names: readonly T[]): T | undefined {
  if (name === undefined) return undefined;
  const found = names.find((known) => known === name);
  if (found === undefined) throw new UserError('unknown-name', { kind, name, nearest: names });
  return found;
}
