import * as z from 'zod';
import { STYLE_NAMES } from '../ad/style.ts';
import { aliases, english, localizedText } from './fields.ts';

/** One look: what people call it and what an image model is told. */
export const style = z.strictObject({
  key: z.enum(STYLE_NAMES),
  names: localizedText,
  aliases,
  /** How the medium is called before the subject: 'commercial product photograph'. */
  medium: english,
  /** Words of the craft, most important first. */
  words: z.array(english).min(1),
  /** What the look must not turn into; without effect where guidance is 0. */
  negative: z.array(english).min(1),
  /** An adapter's file below the model's loras/ folder, and how strongly it works; none = the model as it is. */
  lora: z
    .strictObject({
      file: z
        .string()
        .endsWith('.safetensors')
        .refine(
          (file) => !file.split(/[\\/]/).some((part) => /^(?:\.*|.*[:\0].*)$/.test(part)),
          'must lie in loras/',
        ),
      scale: z.number().min(0).max(2),
    })
    .optional(),
});

export type Style = Readonly<z.output<typeof style>>;
