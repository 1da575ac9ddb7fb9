import * as z from 'zod';
import { linesOf } from './fields.ts';

/** One fact a line: words for it in either language, separated by commas. */
export const claims = z
  .strictObject({
    claims: linesOf((line): readonly string[] => line.split(',').map((word) => word.trim().toLowerCase())),
  })
  .transform((file) => file.claims);
