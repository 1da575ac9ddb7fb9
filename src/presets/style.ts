import * as z from 'zod';
import type { StudioCatalogue } from '../ad/studio-catalogue.ts';
import { english, localizedText } from './fields.ts';

const names = z.array(z.string().min(1)).readonly();
const phrases = z.array(english).min(1).readonly();

/** What people call each look and what an image model is told, as the studio's descriptors have it. */
export const styles = ({ styles: { names: known } }: StudioCatalogue) =>
  z.array(
    z.object({
      key: z.enum(known),
      title: localizedText,
      names: localizedText,
      aliases: z.strictObject({ ko: names, en: names }),
      prompt: z.strictObject({
        medium: english,
        light: english.refine((text) => text.includes('{light}'), 'must hold {light}'),
        backdrop: english,
        subject: english,
        words: phrases,
        negative: phrases,
      }),
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
    }),
  );

export type Style = Readonly<z.output<ReturnType<typeof styles>>[number]>;
