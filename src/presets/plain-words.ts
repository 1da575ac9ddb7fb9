import * as z from 'zod';
import { linesOf } from './fields.ts';

/** Words that name nobody and promise nothing, divided by blanks. */
export const plainWords = z
  .strictObject({ words: linesOf((line): readonly string[] => line.split(/ +/)) })
  .transform((file): ReadonlySet<string> => new Set(file.words.flat()));
