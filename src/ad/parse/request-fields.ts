import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { defined } from '../../collections/defined.ts';
import { COUNTED_TIMES } from '../../errors/messages.ts';
import { UserError } from '../../errors/user-error.ts';
import { cleanText } from '../../text/clean-text.ts';
import { graphemeLength } from '../../text/graphemes.ts';
import { shorten } from '../../text/shorten.ts';
import { type AdCopy, COPY_SLOTS, type CopySlot } from '../copy.ts';
import { ANY_MOTION, LOOP_KINDS } from '../motion.ts';
import { LAYERED_KINDS } from '../place.ts';
import { ENGINE_CHOICES } from '../request.ts';
import type { HexColour } from '../scene.ts';
import { hasWords } from './has-words.ts';
import { type PartsInput, parseQr } from './parse-parts.ts';
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

/** The words of each slot, cleaned; a slot without words is left out. @throws UserError `copy-unprintable`, `copy-too-long` */
export const copyField = z.custom<AdCopy>().transform((given): AdCopy => {
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

/** How names are resolved; a shop's own defaults change nothing in that. */
const RESOLVERS = ['industry', 'style', 'format', 'place', 'family', 'motion'] as const;

type Resolvers = Pick<RequestRules, (typeof RESOLVERS)[number]>;

const known = new WeakMap<
  Resolvers['industry'],
  { readonly by: Resolvers; readonly fields: RequestFields }
>();

/** The check of what somebody asks for under such rules: zod compiles a schema anew wherever one is made. */
export function requestFields(rules: Resolvers): RequestFields {
  const found = known.get(rules.industry);
  if (found !== undefined && RESOLVERS.every((name) => found.by[name] === rules[name])) return found.fields;
  const fields = fieldsFor(rules);
  known.set(rules.industry, { by: rules, fields });
  return fields;
}

type RequestFields = ReturnType<typeof fieldsFor>;

/** Each field checked and made what an AdRequest holds; what is wrong is thrown from where it is found. */
const fieldsFor = (rules: Resolvers) => {
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
    copy: copyField.prefault({}),
    lettering: z.boolean().exactOptional(),
    format: named((name) => rules.format(name)).exactOptional(),
    place: named((name) => rules.place(name)).exactOptional(),
    seed: number('seed', seed).prefault(newSeed),
    engine: z.enum(ENGINE_CHOICES).default('auto'),
    industry: named((name) => rules.industry(name)).exactOptional(),
    style: named((name) => rules.style(name)).exactOptional(),
    family: named((name) => rules.family(name)).exactOptional(),
    otherFamilies: z.array(z.string().max(64)).max(64).readonly().exactOptional(),
    motion: z
      .union([z.literal(false), z.string()])
      .transform((name) => (name === false || name === ANY_MOTION ? name : rules.motion(name)))
      .exactOptional(),
    motionFiles: z.array(z.enum(LOOP_KINDS)).min(1).readonly().exactOptional(),
    letteringSeed: number('lettering seed', letteringSeed).exactOptional(),
    scale: number('scale', scale).exactOptional(),
    position: z.object({ x: coordinate, y: coordinate }).exactOptional(),
    harmonise: number('harmonise', harmonise).exactOptional(),
    pick: z.array(pick.optional()).readonly().exactOptional(),
    brand: brand.exactOptional(),
    parts: parts.exactOptional(),
    layers: z.array(z.enum(LAYERED_KINDS)).max(LAYERED_KINDS.length).readonly().exactOptional(),
  });
};

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
