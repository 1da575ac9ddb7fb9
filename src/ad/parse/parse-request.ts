import type * as z from 'zod';
import { defined } from '../../collections/defined.ts';
import { UserError } from '../../errors/user-error.ts';
import type { AdCopy } from '../copy.ts';
import { ANY_FAMILY } from '../design.ts';
import { localeOf } from '../locale.ts';
import {
  type AdRequest,
  LIKE_PHOTO,
  menuWords,
  type ProductPhoto,
  type RequestParts,
  wordsOf,
} from '../request.ts';
import { askedMotion } from './asked-motion.ts';
import { askedPlace, askedShape, asksForNoWords } from './asked-picture.ts';
import { type PartsInput, parseParts } from './parse-parts.ts';
import { copyField, newSeed, requestFields } from './request-fields.ts';
import { REQUEST_RANGES } from './request-limits.ts';
import type { RequestRules } from './request-rules.ts';

/** What someone asks for, as they gave it: only the kinds of values are known. */
export interface RequestInput
  extends Partial<Omit<AdRequest, 'text' | 'page' | 'style' | 'format' | 'backdrop' | 'parts' | 'motion'>>,
    Pick<AdRequest, 'text'> {
  /** By any of its names, as `industry`. */
  readonly style?: string;
  readonly format?: string;
  /** Which thing of each photo is meant, by the order of the photos: from 1, or PICK_ALL; undefined leaves it open. */
  readonly pick?: readonly (number | undefined)[];
  readonly parts?: PartsInput;
  /** By any of its names; false = it stands still, whatever its text asks for. */
  readonly motion?: string | false;
}

/**
 * The one way from what somebody gave to a request: checks it, fills in what it leaves open, and refuses what no ad may
 * be about. Nothing is stored and nothing is made before this has passed, and from here on the request stays as it is.
 *
 * @throws UserError naming the first thing that is wrong
 */
export function parseRequest(input: RequestInput, rules: RequestRules): AdRequest {
  // A field that is given as undefined is one that is not given.
  const parsed = requestFields(rules).safeParse(defined(input));
  if (!parsed.success) throw wrongKind(input, parsed.error.issues[0]);
  const {
    text,
    locale,
    photos,
    use,
    strength,
    copy,
    lettering,
    format,
    place: named,
    seed,
    engine,
    pick,
    ...more
  } = parsed.data;
  const { parts: asked = {}, ...rest } = more;
  if (use === 'restyle' && photos.length === 0) throw new UserError('restyle-needs-photo', {});
  // A restyle keeps its photo's composition, and so its shape, unless somebody says otherwise.
  const shape = use === 'restyle' ? LIKE_PHOTO : rules.format('1:1');
  const told =
    format === undefined && named === undefined ? askedPlace(text.normalize('NFKC'), rules) : undefined;
  const wanted = format ?? askedFormat(text, rules);
  const usual = wanted === undefined && use === 'composite' ? rules.defaultPlace : undefined;
  const place = named ?? told?.place ?? usual;
  // In this order recipes have always been written.
  const request: AdRequest = {
    text,
    locale: locale ?? localeOf(text),
    photos: pick === undefined ? photos : withPicks(photos, pick, use),
    use,
    strength,
    copy,
    lettering: lettering ?? (Object.keys(copy).length > 0 || !asksForNoWords(text)),
    format: place ? rules.formatNear(place.pixels.is) : (wanted ?? rules.defaultFormat ?? shape),
    ...defined({ place: place?.key }),
    seed,
    engine,
    family: rules.defaultFamily ?? ANY_FAMILY,
    ...defined({ ...rest, motion: rest.motion === false ? undefined : rest.motion }),
    ...(rest.motion === undefined ? motionTold(text, rules) : {}),
    ...defined({ parts: parseParts(asked, rest.brand) }),
  };
  rules.checkContent(wordsOf(request));
  for (const words of [text, ...Object.values(copy), ...menuWords(request.parts)])
    rules.checkLetters?.(words);
  return request;
}

/** How the text itself asks for its ad to move. */
function motionTold(text: string, rules: RequestRules): Pick<AdRequest, 'motion' | 'motionFiles'> {
  const { words: _, ...asked } = askedMotion(text.normalize('NFKC'), rules);
  return asked;
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

/** The request itself first, then the same with other seeds, by which words are set and designs chosen otherwise. */
export function variantsOf(request: AdRequest, count: number): readonly AdRequest[] {
  const { seed: first, letteringSeed = first } = request;
  return Array.from({ length: count }, (_, i) =>
    i === 0
      ? request
      : { ...request, seed: newSeed(), letteringSeed: (letteringSeed + i) % (REQUEST_RANGES.seed.max + 1) },
  );
}

/** Words that are to stand in an ad, as parseRequest takes them. @throws UserError `copy-…`, `content-refused`, `script-uncovered` */
export function parseCopy(given: AdCopy, rules: RequestRules): AdCopy {
  const parsed = copyField.parse(given);
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
