import type { Point } from '../ad/geometry.ts';
import { type Locale, localeOf } from '../ad/locale.ts';
import type { PagesAsked } from '../ad/page.ts';
import { placeNames } from '../ad/parse/at-places.ts';
import { parseMotion } from '../ad/parse/parse-motion.ts';
import { parsePages } from '../ad/parse/parse-pages.ts';
import type { RequestInput } from '../ad/parse/parse-request.ts';
import { REQUEST_RANGES } from '../ad/parse/request-limits.ts';
import { requestInput } from '../ad/parse/request-options.ts';
import { LAYERED_KINDS } from '../ad/place.ts';
import { ENGINE_CHOICES } from '../ad/request.ts';
import { defined } from '../collections/defined.ts';
import { UserError } from '../errors/user-error.ts';
import { AD_OPTIONS, type AdOptionName, LOCALES } from './ad-option-table.ts';
import { withMotionValue } from './motion-value.ts';
import { parseArguments } from './parse-arguments.ts';
import { isNumber, parseNumber } from './parse-number.ts';
import { parsePick } from './parse-pick.ts';

/** The ad command's options, read but not yet checked against presets and files. */
export interface AdOptions {
  /** All of the request but its photos. */
  readonly input: RequestInput;
  /** Paths as they were written. */
  readonly photos: readonly string[];
  /** An ad for each photo instead of one for all. */
  readonly each: boolean;
  /** 1–4. */
  readonly variants: number;
  /** Where the ad goes, by any names of places; each gets a picture of its own. */
  readonly places: readonly string[];
  /** How many pages the request makes together; absent = it is one picture. */
  readonly pages?: PagesAsked;
  readonly recipe?: string;
  /** A file with a menu. */
  readonly menu?: string;
  /** A file of requests, which then stand in the place of the text. */
  readonly batch?: string;
  /** No picture. */
  readonly dryRun: boolean;
  /** Folder for the pictures. */
  readonly out: string;
  readonly locale: Locale;
  readonly json: boolean;
  readonly help: boolean;
}

/** The options that are numbers. */
type NumberOption = {
  [name in AdOptionName]: (typeof AD_OPTIONS)[name] extends { readonly range: object } ? name : never;
}[AdOptionName];

/** The options by their names, as they were written. */
export type WrittenOptions = {
  readonly [name in AdOptionName]?: (typeof AD_OPTIONS)[name] extends { readonly multiple: true }
    ? readonly string[]
    : (typeof AD_OPTIONS)[name] extends { readonly type: 'boolean' }
      ? boolean
      : string;
};

/**
 * Reads the arguments of `npm run ad`. Words that were not quoted count as one text.
 *
 * @throws UserError `bad-option`
 */
export function readAdArguments(args: readonly string[]): {
  readonly written: WrittenOptions;
  readonly text: string;
} {
  const { values, positionals } = parseArguments({
    args: withMotionValue(args),
    options: AD_OPTIONS,
    allowPositionals: true,
  });
  return { written: values, text: positionals.join(' ') };
}

/** Reads the arguments of one order. Errors as readAdArguments' and adOptions'. */
export function parseAdOptions(args: readonly string[], defaultLocale: Locale): AdOptions {
  const { written, text } = readAdArguments(args);
  return adOptions(written, text, defaultLocale);
}

/**
 * What written options mean.
 *
 * @param defaultLocale language of the settings, for a request without text
 * @throws UserError `bad-option`, `bad-number` or `unknown-name`
 */
export function adOptions(values: WrittenOptions, text: string, defaultLocale: Locale): AdOptions {
  const locale = oneOf('locale', values.locale, LOCALES);
  const number = (option: NumberOption): number | undefined => {
    const given = values[option];
    if (given === undefined) return undefined;
    const { range } = AD_OPTIONS[option];
    if (isNumber(given)) return parseNumber(`--${option}`, given, range);
    throw new UserError('bad-option', {
      detail: `--${option} "${given.slice(0, 40)}" (${range.min}–${range.max})`,
    });
  };
  const variants = number('variants') ?? 1;
  const { industry, style, ratio, family } = values;
  const draft = requestInput({
    text,
    industry,
    style,
    ratio,
    family,
    use: values.restyle ? 'restyle' : undefined,
    lettering: values['no-text'] ? false : undefined,
    engine: oneOf('engine', values.engine, ENGINE_CHOICES),
    layers: values.layers
      ?.split(',')
      .flatMap((name) => oneOf('layers', name.trim().toLowerCase(), LAYERED_KINDS) ?? []),
    language: locale,
    strength: number('strength'),
    seed: number('seed'),
    letteringSeed: number('lettering-seed'),
    scale: number('scale'),
    harmonise: number('harmonise'),
    ...parseMotion(values.motion),
    pick: values.pick === undefined ? undefined : parsePick(values.pick),
    position: values.position === undefined ? undefined : pointAt(values.position),
    headline: withBreaks(values.headline),
    sub: withBreaks(values.sub),
    badge: withBreaks(values.badge),
    price: withBreaks(values.price),
    cta: withBreaks(values.cta),
    details: withBreaks(values.details ?? values.footer),
    parts: values['no-qr'] ? { qr: false } : values.qr === undefined ? undefined : { qr: values.qr },
  });
  return {
    input: draft,
    photos: values.photo ?? [],
    each: values.each ?? false,
    variants,
    places: values.place === undefined ? [] : placeNames(values.place),
    ...defined({ pages: values.pages === undefined ? undefined : parsePages(values.pages, '--pages') }),
    ...defined({ recipe: values.recipe, batch: values.batch, menu: values.menu }),
    dryRun: values['dry-run'] ?? false,
    out: values.out ?? 'out',
    locale: locale ?? (text === '' ? defaultLocale : localeOf(text)),
    json: values.json ?? false,
    help: values.help ?? false,
  };
}

/** In an option's text, `\n` as typed in a shell stands for a line break. */
function withBreaks(typed: string | undefined): string | undefined {
  return typed?.replaceAll('\\n', '\n');
}

function pointAt(text: string): Point {
  const [x = '', y = '', ...rest] = text.split(',', 3);
  try {
    if (rest.length === 0) {
      return {
        x: parseNumber('--position', x, REQUEST_RANGES.position),
        y: parseNumber('--position', y, REQUEST_RANGES.position),
      };
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
