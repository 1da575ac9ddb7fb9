import * as z from 'zod';
import { stripInvisible } from '../../text/clean-text.ts';
import { graphemeLength } from '../../text/graphemes.ts';
import { MAX_QR_BYTES } from '../design-part.ts';
import type { NumberRange } from './request-limits.ts';

/** Kinds of fields whose size is known before anything is done with them. */

/** Code units that a reader's character takes at most on average: a letter with its marks, an emoji of a family. */
export const UNITS = 16;

/** A text of at most so many code units, without what is not seen: as where a request is typed. */
export const text = (max: number) => z.string().max(max).overwrite(stripInvisible);

/** Words as people give them: at most so many graphemes, which are counted only in what cannot be long. */
export const words = (max: number) =>
  z
    .string()
    .max(max * UNITS, { abort: true })
    .overwrite(stripInvisible)
    .refine((value) => value.length <= max || graphemeLength(value) <= max);

/** A list whose length is looked at before what is in it. */
export const list = <T extends z.ZodType>(item: T, max: number, min = 0) =>
  z.array(z.unknown()).min(min).max(max).pipe(z.array(item));

export const between = (min: number, max: number) => z.number().min(min).max(max);

/** A number of a range that requests hold to as well. */
export const within = ({ min, max, integer = false }: NumberRange) =>
  integer ? z.int().min(min).max(max) : between(min, max);

/** Names of rows, faces, engines. */
export const name = text(255);

/** What a QR code says: its bytes are what it has room for. */
export const qrContent = text(MAX_QR_BYTES)
  .min(1)
  .refine((content) => Buffer.byteLength(content) <= MAX_QR_BYTES);
