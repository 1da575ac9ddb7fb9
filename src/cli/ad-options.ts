import { type AdCopy, COPY_SLOTS } from '../ad/copy.ts';
import type { Point } from '../ad/geometry.ts';
import { type Locale, localeOf } from '../ad/locale.ts';
import type { EngineChoice } from '../ad/request.ts';
import { UserError } from '../errors/user-error.ts';
import type { RequestDraft } from '../request/compose-request.ts';
import { readArguments } from './read-arguments.ts';

/** The ad command's options, read but not yet checked against presets and files. */
export interface AdOptions {
  /** All of the request but its photos. */
  readonly draft: RequestDraft;
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

const MOST_VARIANTS = 4;

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
 * @param standard language of the settings, for a request without text
 * @throws UserError `bad-option`, `bad-number` or `unknown-name`
 */
export function parseAdOptions(args: readonly string[], standard: Locale): AdOptions {
  const { values, positionals } = parsed(args);
  const text = positionals.join(' ');
  const locale = oneOf('locale', values.locale, ['ko', 'en']);
  const number = (option: keyof typeof values): Record<string, number> => numberAt(option, values[option]);
  const variants = number('variants').variants ?? 1;
  if (!Number.isInteger(variants) || variants < 1 || variants > MOST_VARIANTS) {
    throw new UserError('bad-number', {
      option: '--variants',
      value: String(values.variants),
      expected: `1–${MOST_VARIANTS}`,
    });
  }
  const engine = oneOf<EngineChoice>('engine', values.engine, ['auto', 'studio', 'zimage']);
  const letteringSeed = number('lettering-seed')['lettering-seed'];
  const draft: RequestDraft = {
    text,
    ...number('strength'),
    ...number('seed'),
    ...number('scale'),
    ...number('harmonise'),
    ...(letteringSeed === undefined ? {} : { letteringSeed }),
    ...(values.restyle ? { use: 'restyle' as const } : {}),
    ...(values['no-text'] ? { lettering: false } : {}),
    ...(values.industry === undefined ? {} : { industry: values.industry }),
    ...(values.style === undefined ? {} : { style: values.style }),
    ...(values.ratio === undefined ? {} : { format: values.ratio }),
    ...(values.position === undefined ? {} : { position: pointAt(values.position) }),
    ...(engine === undefined ? {} : { engine }),
    ...(locale === undefined ? {} : { locale }),
    copy: copyIn(values),
  };
  return {
    draft,
    photos: values.photo ?? [],
    each: values.each ?? false,
    variants,
    ...(values.recipe === undefined ? {} : { recipe: values.recipe }),
    out: values.out ?? 'out',
    locale: locale ?? (text === '' ? standard : localeOf(text)),
    json: values.json ?? false,
    help: values.help ?? false,
  };
}

type Values = ReturnType<typeof parsed>['values'];

function parsed(args: readonly string[]) {
  return readArguments({ args: [...args], options: OPTIONS, allowPositionals: true });
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

function numberAt(option: string, value: unknown): Record<string, number> {
  if (typeof value !== 'string') return {};
  if (value.trim() === '' || Number.isNaN(Number(value))) {
    throw new UserError('bad-option', { detail: `--${option} "${value}"` });
  }
  return { [option]: Number(value) };
}

function pointAt(value: string): Point {
  const [x = Number.NaN, y = Number.NaN, ...rest] = value.split(',').map(Number);
  if (rest.length > 0 || Number.isNaN(x) || Number.isNaN(y)) {
    throw new UserError('bad-number', { option: '--position', value, expected: '0,0–1,1' });
  }
  return { x, y };
}

function oneOf<T extends string>(kind: string, name: string | undefined, names: readonly T[]): T | undefined {
  if (name === undefined) return undefined;
  const found = names.find((known) => known === name);
  if (found === undefined) throw new UserError('unknown-name', { kind, name, nearest: names });
  return found;
}
