import { randomInt } from 'node:crypto';
import { defined } from '../../collections/defined.ts';
import { COUNTED_TIMES } from '../../errors/messages.ts';
import { UserError } from '../../errors/user-error.ts';
import { cleanText } from '../../text/clean-text.ts';
import { graphemeLength } from '../../text/graphemes.ts';
import { shorten } from '../../text/shorten.ts';
import { type AdCopy, COPY_SLOTS, type CopySlot } from '../copy.ts';
import type { Point } from '../geometry.ts';
import { type Locale, localeOf } from '../locale.ts';
import {
  type AdRequest,
  type Brand,
  type EngineChoice,
  LIKE_PHOTO,
  type PhotoRef,
  type PhotoUse,
} from '../request.ts';
import type { StyleName } from '../style.ts';
import { hasWords } from './has-words.ts';

/** What someone asked for, as they gave it: only the kinds of values are known. */
export interface RequestDraft {
  readonly text: string;
  readonly locale?: Locale;
  readonly photos?: readonly PhotoRef[];
  readonly use?: PhotoUse;
  readonly strength?: number;
  readonly copy?: AdCopy;
  readonly lettering?: boolean;
  readonly industry?: string;
  readonly style?: string;
  readonly format?: string;
  readonly seed?: number;
  readonly letteringSeed?: number;
  readonly scale?: number;
  readonly position?: Point;
  readonly harmonise?: number;
  readonly engine?: EngineChoice;
  readonly brand?: Brand;
}

/** Turns what people call things into the presets' own names; each throws UserError `unknown-name`. */
export interface KnownNames {
  industry(name: string): string;
  style(name: string): StyleName;
  format(name: string): string;
}

/** Longest texts, in letters as `lengthOf` counts them: none has more than 16 UTF-16 units a letter. */
export const TEXT_LIMITS: { readonly [slot in CopySlot | 'text' | 'shopName']: number } = {
  text: 2000,
  headline: 60,
  sub: 100,
  price: 40,
  cta: 30,
  footer: 100,
  shopName: 40,
};

/** Longest names of files and faces, in UTF-16 units. */
const MAX_NAME = 255;

/** Most photos in one ad. */
export const MAX_PHOTOS = 4;

/** Seeds are 32 bits wide. */
const SEEDS = 2 ** 32;

/** How far a restyle goes unless somebody says otherwise. */
const DEFAULT_STRENGTH = 0.6;

/**
 * Checks a draft and fills in what it leaves open. Nothing is stored and nothing is made before this has passed.
 *
 * @throws UserError naming the first thing that is wrong
 */
export function composeRequest(draft: RequestDraft, names: KnownNames): AdRequest {
  const text = cleanText(draft.text);
  checkLength(text, TEXT_LIMITS.text);
  if (!hasWords(text)) throw new UserError('prompt-empty', {});
  if ((draft.photos ?? []).length > MAX_PHOTOS) throw new UserError('too-many-photos', { max: MAX_PHOTOS });
  const photos = (draft.photos ?? []).map(named);
  const use = draft.use ?? 'composite';
  if (use === 'restyle' && photos.length === 0) throw new UserError('restyle-needs-photo', {});
  return {
    text,
    locale: draft.locale ?? localeOf(text),
    photos,
    use,
    strength: within('strength', draft.strength ?? DEFAULT_STRENGTH, 0.05, 1),
    copy: composeCopy(draft.copy ?? {}),
    lettering: draft.lettering ?? true,
    format: formatOf(draft, use, names),
    seed: seed('seed', draft.seed ?? randomInt(SEEDS)),
    engine: draft.engine ?? 'auto',
    ...defined({
      industry: draft.industry === undefined ? undefined : names.industry(draft.industry),
      style: draft.style === undefined ? undefined : names.style(draft.style),
      letteringSeed:
        draft.letteringSeed === undefined ? undefined : seed('lettering seed', draft.letteringSeed),
      scale: draft.scale === undefined ? undefined : within('scale', draft.scale, 0.1, 0.95),
      position: draft.position === undefined ? undefined : composePosition(draft.position),
      harmonise: draft.harmonise === undefined ? undefined : within('harmonise', draft.harmonise, 0, 1),
      brand: draft.brand === undefined ? undefined : composeBrand(draft.brand),
    }),
  };
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

/** A restyle keeps its photo's composition, and so its shape, unless somebody says otherwise. */
function formatOf({ format }: RequestDraft, use: PhotoUse, names: KnownNames): string {
  if (format !== undefined) return names.format(format);
  return use === 'restyle' ? LIKE_PHOTO : names.format('1:1');
}

/** A new seed for a picture. */
export const newSeed = (): number => randomInt(SEEDS);

/** The words that were given, checked. @throws UserError `copy-…` */
export function composeCopy(copy: AdCopy): AdCopy {
  const slots: [CopySlot, string][] = [];
  for (const slot of COPY_SLOTS) {
    const words = cleanText(copy[slot] ?? '');
    if (words === '') continue;
    checkLength(words, TEXT_LIMITS[slot], slot);
    if (!hasWords(words)) throw new UserError('copy-unprintable', { slot });
    slots.push([slot, words]);
  }
  return Object.fromEntries(slots);
}

/** What a brand kit says, checked: its name as words, and of its face and its logo no more than names have. */
function composeBrand({ shopName, logo, colours, face, ...rest }: Brand): Brand {
  const name = cleanText(shopName ?? '');
  checkLength(name, TEXT_LIMITS.shopName, 'shop name');
  return {
    ...rest,
    ...defined({
      shopName: name === '' ? undefined : name,
      logo: logo === undefined ? undefined : named(logo),
      colours,
      face: face === undefined ? undefined : shorten(face, MAX_NAME),
    }),
  };
}

/** A photo under a name that can be shown. */
const named = (photo: PhotoRef): PhotoRef =>
  photo.name === undefined ? photo : { ...photo, name: shorten(photo.name, MAX_NAME) };

function composePosition({ x, y }: Point): Point {
  return { x: within('position', x, 0, 1), y: within('position', y, 0, 1) };
}

function seed(option: string, value: number): number {
  if (Number.isInteger(value) && value >= 0 && value < SEEDS) return value;
  throw new UserError('bad-number', { option, value: String(value), expected: `0–${SEEDS - 1}` });
}

function within(option: string, value: number, min: number, max: number): number {
  if (value >= min && value <= max) return value;
  throw new UserError('bad-number', { option, value: String(value), expected: `${min}–${max}` });
}
