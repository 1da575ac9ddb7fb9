import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { defined } from '../../collections/defined.ts';
import { COUNTED_TIMES } from '../../errors/messages.ts';
import { UserError } from '../../errors/user-error.ts';
import { cleanText } from '../../text/clean-text.ts';
import { graphemeLength } from '../../text/graphemes.ts';
import { shorten } from '../../text/shorten.ts';
import { type AdCopy, COPY_SLOTS, type CopySlot } from '../copy.ts';
import { localeOf } from '../locale.ts';
import {
  type AdRequest,
  LIKE_PHOTO,
  menuWords,
  type ProductPhoto,
  type RequestParts,
  wordsOf,
} from '../request.ts';
import type { HexColour } from '../scene.ts';
import { askedShape, asksForNoWords } from './asked-picture.ts';
import { hasWords } from './has-words.ts';
import { type PartsInput, parseParts, parseQr } from './parse-parts.ts';
import {
  DEFAULT_STRENGTH,
  isInRange,
  MAX_PHOTOS,
  type NumberRange,
  REQUEST_RANGES,
  TEXT_LIMITS,
} from './request-limits.ts';
import type { RequestRules } from './request-rules.ts';

/** Longest names of files and faces, in UTF-16 units. */
const MAX_NAME = 255;

/** Of a field that may be left out, zod tries undefined as well: what is not there is no bad number. */
const number = (option: string, range: NumberRange) =>
  z
    .custom<number>((value) => value !== undefined)
    .transform((value) => {
      if (typeof value === 'number' && isInRange(value, range)) return value;
      const expected = `${range.min}–${range.max}`;
      throw new UserError('bad-number', { option, value: String(value), expected });
    });

const name = z.string().transform((text) => shorten(text, MAX_NAME));

/** A photo under a name that can be shown. */
const photo = z
  .object({ sha256: z.string(), name: name.optional() })
  .transform(({ sha256, name }) => ({ sha256, ...defined({ name }) }));

const { strength, scale, position, harmonise, seed, letteringSeed, pick: picked } = REQUEST_RANGES;
const coordinate = number('position', position);
const pick = number('pick', picked);

const productPhoto = z
  .object({ sha256: z.string(), name: name.optional(), pick: pick.optional() })
  .transform(({ sha256, name, pick }) => ({ sha256, ...defined({ name, pick }) }));

/** What a brand kit says: its name as words, and of its face and its logo no more than names have. */
const brand = z
  .object({
    shopName: z.string().optional(),
    logo: photo.optional(),
    colours: z.array(z.custom<HexColour>()).readonly().optional(),
    face: name.optional(),
    qr: z.string().transform(parseQr).optional(),
  })
  .transform(({ shopName: typed = '', ...rest }) => {
    const shopName = cleanText(typed);
    checkLength(shopName, TEXT_LIMITS.shopName, 'shop name');
    return defined({ shopName: shopName || undefined, ...rest });
  });

const copy = z.custom<AdCopy>().transform((given): AdCopy => {
  const slots: [CopySlot, string][] = [];
  for (const slot of COPY_SLOTS) {
    const words = cleanText(given[slot] ?? '');
    if (words === '') continue;
    checkLength(words, TEXT_LIMITS[slot], slot);
    if (!hasWords(words)) throw new UserError('copy-unprintable', { slot });
    slots.push([slot, words]);
  }
  return Object.fromEntries(slots);
});

const text = z.string().transform((typed) => {
  const words = cleanText(typed);
  checkLength(words, TEXT_LIMITS.text);
  if (!hasWords(words)) throw new UserError('prompt-empty', {});
  return words;
});

const row = z.object({
  name: z.string(),
  price: z.string().exactOptional(),
  old: z.string().exactOptional(),
  note: z.string().exactOptional(),
  soldOut: z.boolean().exactOptional(),
});

/** As they were asked for; what they are is read once the brand is known. */
const parts: z.ZodType<PartsInput> = z.object({
  qr: z.union([z.string(), z.literal(false)]).exactOptional(),
  menu: z.union([z.string(), z.array(row).readonly()]).exactOptional(),
});

/** Each field checked and made what an AdRequest holds; what is wrong is thrown from where it is found. */
const schemaFor = (rules: RequestRules) => {
  const named = <T>(resolve: (name: string) => T) => z.string().transform(resolve);
  return z.object({
    text,
    photos: z
      .array(productPhoto)
      .optional()
      .transform((photos = []) => {
        if (photos.length > MAX_PHOTOS) throw new UserError('too-many-photos', { max: MAX_PHOTOS });
        return photos;
      }),
    use: z.enum(['composite', 'restyle']).default('composite'),
    locale: z.enum(['ko', 'en']).exactOptional(),
    strength: number('strength', strength).prefault(DEFAULT_STRENGTH),
    copy: copy.prefault({}),
    lettering: z.boolean().exactOptional(),
    format: named((name) => rules.format(name)).exactOptional(),
    seed: number('seed', seed).prefault(newSeed),
    engine: z.enum(['auto', 'studio', 'zimage']).default('auto'),
    industry: named((name) => rules.industry(name)).exactOptional(),
    style: named((name) => rules.style(name)).exactOptional(),
    family: named((name) => rules.family(name)).exactOptional(),
    otherFamilies: z.array(z.string().max(64)).max(64).readonly().exactOptional(),
    letteringSeed: number('lettering seed', letteringSeed).exactOptional(),
    scale: number('scale', scale).exactOptional(),
    position: z.object({ x: coordinate, y: coordinate }).exactOptional(),
    harmonise: number('harmonise', harmonise).exactOptional(),
    pick: z.array(pick.optional()).readonly().exactOptional(),
    brand: brand.exactOptional(),
    parts: parts.exactOptional(),
  });
};

/** What someone asks for, as they gave it: only the kinds of values are known. */
export interface RequestInput
  extends Partial<Omit<AdRequest, 'text' | 'style' | 'format' | 'backdrop' | 'parts'>>,
    Pick<AdRequest, 'text'> {
  /** By any of its names, as `industry`. */
  readonly style?: string;
  readonly format?: string;
  /** Which thing of each photo is meant, by the order of the photos: from 1, or PICK_ALL; undefined leaves it open. */
  readonly pick?: readonly (number | undefined)[];
  readonly parts?: PartsInput;
}

/**
 * The one way from what somebody gave to a request: checks it, fills in what it leaves open, and refuses what no ad may
 * be about. Nothing is stored and nothing is made before this has passed, and from here on the request stays as it is.
 *
 * @throws UserError naming the first thing that is wrong
 */
export function parseRequest(input: RequestInput, rules: RequestRules): AdRequest {
  // A field that is given as undefined is one that is not given.
  const parsed = schemaFor(rules).safeParse(defined(input));
  if (!parsed.success) throw wrongKind(input, parsed.error.issues[0]);
  const { text, locale, photos, use, strength, copy, lettering, format, seed, engine, pick, ...more } =
    parsed.data;
  const { parts: asked = {}, ...rest } = more;
  if (use === 'restyle' && photos.length === 0) throw new UserError('restyle-needs-photo', {});
  // A restyle keeps its photo's composition, and so its shape, unless somebody says otherwise.
  const shape = use === 'restyle' ? LIKE_PHOTO : rules.format('1:1');
  // In this order recipes have always been written.
  const request: AdRequest = {
    text,
    locale: locale ?? localeOf(text),
    photos: pick === undefined ? photos : withPicks(photos, pick, use),
    use,
    strength,
    copy,
    lettering: lettering ?? (Object.keys(copy).length > 0 || !asksForNoWords(text)),
    format: format ?? askedFormat(text, rules) ?? shape,
    seed,
    engine,
    ...rest,
    ...defined({ parts: parseParts(asked, rest.brand) }),
  };
  rules.checkContent(wordsOf(request));
  for (const words of [text, ...Object.values(copy), ...menuWords(request.parts)])
    rules.checkLetters?.(words);
  return request;
}

/** @throws UserError `pick-without-photo` for more numbers than there are photos to cut out */
function withPicks(
  photos: readonly ProductPhoto[],
  picks: NonNullable<RequestInput['pick']>,
  use: AdRequest['use'],
): readonly ProductPhoto[] {
  const cut = use === 'composite' ? photos.length : 0;
  if (picks.length > cut) throw new UserError('pick-without-photo', { picks: picks.length, photos: cut });
  return photos.map((photo, i) => ({ ...photo, ...defined({ pick: picks[i] }) }));
}

/** The format nearest to what the text itself asks for: '300x250', '9:16 세로', '인스타 스토리용'. */
function askedFormat(text: string, rules: RequestRules): string | undefined {
  const asked = askedShape(text.normalize('NFKC'));
  if (asked === undefined) return undefined;
  return asked.size === undefined ? asked.format && rules.format(asked.format) : rules.formatNear(asked.size);
}

/** The request itself first, then the same with other seeds. */
export function variantsOf(request: AdRequest, count: number): readonly AdRequest[] {
  return Array.from({ length: count }, (_, i) => (i === 0 ? request : { ...request, seed: newSeed() }));
}

/** Words that are to stand in an ad, as parseRequest takes them. @throws UserError `copy-…`, `content-refused`, `script-uncovered` */
export function parseCopy(given: AdCopy, rules: RequestRules): AdCopy {
  const parsed = copy.parse(given);
  rules.checkContent(Object.values(parsed).join('\n'));
  for (const words of Object.values(parsed)) rules.checkLetters?.(words);
  return parsed;
}

/** Parts that an ad is to have instead of those it has, as parseRequest takes them. @throws UserError as parseRequest's */
export function parsePartsAgain(given: PartsInput, rules: RequestRules): RequestParts | undefined {
  const parsed = parseParts(given, undefined);
  rules.checkContent([parsed?.qr ?? '', ...menuWords(parsed)].join('\n'));
  for (const words of menuWords(parsed)) rules.checkLetters?.(words);
  return parsed;
}

/**
 * Counts no further than it takes to say how much too long a text is.
 *
 * @param slot which of the words it is; absent = the description
 * @throws UserError `prompt-too-long`, `copy-too-long`
 */
export function checkLength(text: string, max: number, slot?: string): void {
  const length = graphemeLength(text, COUNTED_TIMES * max);
  if (length <= max) return;
  if (slot === undefined) throw new UserError('prompt-too-long', { length, max });
  throw new UserError('copy-too-long', { slot, length, max });
}

/** A new seed for a picture. */
export function newSeed(): number {
  return randomInt(seed.max + 1);
}

/** A value of another kind than the types say, as only programs give one. */
function wrongKind(input: object, issue: z.core.$ZodIssue | undefined): UserError {
  const [field = 'request'] = issue?.path ?? [];
  const value: unknown = Reflect.get(input, field);
  const expected =
    issue?.code === 'invalid_value'
      ? issue.values.join(', ')
      : issue?.code === 'invalid_type'
        ? issue.expected
        : 'another kind of value';
  return new UserError('option-value', { option: String(field), value: String(value), expected });
}
