import * as z from 'zod';
import { aliases, english, localizedText } from './fields.ts';

const side = z.number().int().min(256).max(2048);

/** One shape of picture at the size that its place wants; engines round the sides up and the ad is cropped back. */
const format = z
  .strictObject({
    /** Width to height: '4:5'. */
    key: z.string().regex(/^\d+(\.\d+)?:\d+$/, "must be a ratio such as '4:5'"),
    names: localizedText,
    aliases,
    /** Where such pictures are shown. */
    place: localizedText,
    /** The picture's true size. */
    width: side,
    height: side,
    /** How an image model is told of the shape. */
    composition: english,
    /** Order in a pack of all sizes, from 1. */
    pack: z.number().int().min(1),
  })
  .refine(
    ({ key, width, height }) => {
      const [across = 1, down = 1] = key.split(':').map(Number);
      return Math.abs(width / height / (across / down) - 1) < 0.005;
    },
    { path: ['width'], message: 'the size does not have the ratio' },
  );

export type Format = Readonly<z.output<typeof format>>;

export const formats = z.array(format).min(1);
