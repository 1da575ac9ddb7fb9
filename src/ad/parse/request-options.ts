import { defined } from '../../collections/defined.ts';
import { COPY_SLOTS, type CopySlot } from '../copy.ts';
import type { RequestInput } from './parse-request.ts';

/** The options that an ad is ordered with, by the names that they have in a chat and on the command line. */
export type RequestOptions = { readonly [slot in CopySlot]?: string | undefined } & {
  readonly text: string;
  readonly photo?: RequestInput['photos'] | undefined;
  readonly ratio?: string | undefined;
  readonly place?: string | undefined;
  readonly language?: RequestInput['locale'] | undefined;
} & {
  readonly [field in
    | 'use'
    | 'strength'
    | 'lettering'
    | 'industry'
    | 'style'
    | 'seed'
    | 'letteringSeed'
    | 'scale'
    | 'position'
    | 'harmonise'
    | 'engine'
    | 'family'
    | 'pick'
    | 'motion'
    | 'motionFiles'
    | 'brand'
    | 'parts'
    | 'layers']?: RequestInput[field] | undefined;
};

/** What the options ask for: the one place where they become fields of a request. */
export function requestInput({
  text,
  photo,
  ratio,
  place,
  language,
  ...options
}: RequestOptions): RequestInput {
  const { use, strength, lettering, industry, style, engine, family, brand, parts } = options;
  const { seed, letteringSeed, scale, position, harmonise, pick, motion, motionFiles, layers } = options;
  const copy = Object.fromEntries(
    COPY_SLOTS.flatMap((slot) => (options[slot] === undefined ? [] : [[slot, options[slot]]])),
  );
  return {
    text,
    copy,
    ...defined({ photos: photo, format: ratio, place, locale: language }),
    ...defined({ use, strength, lettering, industry, style, engine, family, brand, parts }),
    ...defined({ seed, letteringSeed, scale, position, harmonise, pick, motion, motionFiles, layers }),
  };
}
