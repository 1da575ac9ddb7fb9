import * as z from 'zod';
import type { Adjustment } from '../ad/adjustment.ts';
import { type AdCopy, COPY_SLOTS } from '../ad/copy.ts';
import { parseCopy } from '../ad/parse/parse-request.ts';
import { isHexColour } from '../ad/scene.ts';
import { defined } from '../collections/defined.ts';
import { UserError } from '../errors/user-error.ts';
import { parseJson } from '../files/parse-json.ts';
import type { Vocabulary } from './command/vocabulary.ts';

/** Longest JSON that is looked at, in code units: that of all slots filled, each letter escaped. */
const MAX_JSON = 120_000;

/** Pieces of one ad, more than any has; and colours of one. */
const MAX_MOVED = 80;
const MAX_COLOURS = 4;

const share = z.number().min(-2).max(2);
const move = z.strictObject({ x: share, y: share, scale: z.number().min(0.2).max(5) });
const name = z.string().min(1).max(64);

const adjustment = z.strictObject({
  moves: z
    .record(z.string().regex(/^[a-z]{1,10}-\d{1,3}$/), move)
    .refine((moves) => Object.keys(moves).length <= MAX_MOVED),
  copy: z.partialRecord(z.enum(COPY_SLOTS), z.string().max(12_000)).optional(),
  family: name.optional(),
  colours: z.array(z.string().toLowerCase().refine(isHexColour)).min(1).max(MAX_COLOURS).optional(),
  place: name.optional(),
});

/**
 * What a page says that somebody has changed of an ad by hand.
 *
 * @param shown the ad's words, of which those that stay are not looked at anew
 * @throws UserError `option-value` for what no page of ours says, and as parseCopy and the names
 */
export function readAdjustment(
  json: string,
  shown: AdCopy,
  { designs, requestRules }: Pick<Vocabulary, 'designs' | 'requestRules'>,
): Adjustment {
  const { moves, copy, family, colours, place } = parsed(json);
  return {
    moves,
    ...defined({
      copy: copy && changedCopy(copy, shown, (given) => parseCopy(given, requestRules)),
      family: family === undefined ? undefined : designs.named(family).key,
      colours,
      place: place === undefined ? undefined : requestRules.place(place).key,
    }),
  };
}

function parsed(json: string) {
  try {
    if (json.length > MAX_JSON) throw new RangeError('too long');
    return adjustment.parse(parseJson(json));
  } catch (cause) {
    throw new UserError('option-value', { option: 'adjustment', value: '', expected: 'JSON' }, { cause });
  }
}

/** @param parse looks at words that are new */
function changedCopy(given: AdCopy, shown: AdCopy, parse: (copy: AdCopy) => AdCopy): AdCopy {
  const isNew = (slot: keyof AdCopy): boolean => given[slot] !== shown[slot];
  const of = (slots: readonly (keyof AdCopy)[]): AdCopy =>
    Object.fromEntries(slots.flatMap((slot) => (given[slot] === undefined ? [] : [[slot, given[slot]]])));
  const kept = of(COPY_SLOTS.filter((slot) => !isNew(slot)));
  return { ...kept, ...parse(of(COPY_SLOTS.filter(isNew))) };
}
