import * as z from 'zod';
import { isHexColour, LIGHTING_NAMES, type Palette } from '../ad/scene.ts';
import type { StudioCatalogue } from '../ad/studio-catalogue.ts';

/** Kinds of fields that several preset files share. */

export const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.:-]*$/, 'must be lower-case Latin letters, digits and hyphens');

export const localizedText = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) });

/** Other names, by language. */
export const aliases = z
  .strictObject({ ko: z.array(z.string().min(1)).default([]), en: z.array(z.string().min(1)).default([]) })
  .default({ ko: [], en: [] });

export const colour = z.string().refine(isHexColour, 'must be a colour as #rrggbb, lower case');

export const palette: z.ZodType<Palette> = z.strictObject({
  background: colour,
  ink: colour,
  accent: colour,
});

export const lighting = z.enum(LIGHTING_NAMES);
export const darkness = z.number().min(0).max(1);

/** Names of what the studio can show. */
export const studioFields = ({ scenes, materials, props, styles }: StudioCatalogue) => ({
  scene: z.enum(scenes.names),
  material: z.enum(materials.names),
  prop: z.enum(props.names),
  style: z.enum(styles.names),
});

/** Text for an engine: an image model reads English best, and Hangul would be lettered. */
export const english = z
  .string()
  .min(1)
  .refine((text) => !/[\p{Script=Hangul}]/u.test(text), 'must be in English');

/** What is wrong with a line. */
export class Wrong {
  readonly problem: string;

  constructor(problem: string) {
    this.problem = problem;
  }
}

/**
 * A block of text with one entry a line, as lists of words and patterns are written in the files. `# ` begins a
 * comment. One pass without a schema an entry, since there are thousands.
 *
 * @param read gives the entry, or what is wrong with the line
 */
export function linesOf<T>(read: (line: string) => T | Wrong) {
  return z.string().transform((block, context): readonly T[] => {
    const entries: T[] = [];
    for (const raw of block.split('\n')) {
      const line = raw.trim();
      if (line === '' || line.startsWith('# ')) continue;
      const entry = read(line);
      if (entry instanceof Wrong) {
        context.addIssue({ code: 'custom', message: `"${line.slice(0, 80)}" ${entry.problem}` });
        return z.NEVER;
      }
      entries.push(entry);
    }
    if (entries.length === 0) context.addIssue({ code: 'custom', message: 'must have a line' });
    return entries;
  });
}
