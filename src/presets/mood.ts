import * as z from 'zod';
import { LIGHTING_NAMES, SEASON_NAMES } from '../ad/scene.ts';
import { aliases, colour, darkness, key, localizedText } from './fields.ts';

const colours = z.array(colour).min(1).max(6);

/** One row of presets/moods.yaml, whose head says what its fields do. */
const mood = z.strictObject({
  key,
  names: localizedText,
  aliases,
  /** What it made of an ad, as half a sentence: 'it has warm colours'. */
  why: localizedText,
  quiet: colours,
  strong: colours,
  night: colours,
  /** Of cards; absent = as the colour plan has them. */
  card: colour.optional(),
  accents: colours,
  /** Absent = headlines are set in any face. */
  faces: z.array(z.string().min(1)).min(1).max(6).optional(),
  /** Of scenes; absent = as the trade's. */
  darkness: darkness.optional(),
  lighting: z.enum(LIGHTING_NAMES).optional(),
});

export const moods = z
  .array(mood)
  .refine((rows) => SEASON_NAMES.every((season) => rows.some(({ key }) => key === season)), {
    message: `must have a row for each season: ${SEASON_NAMES.join(', ')}`,
  });

/** What an asked mood, or a season, makes of a design. */
export type Mood = Readonly<z.output<typeof mood>>;

const SEASONS: ReadonlySet<string> = new Set(SEASON_NAMES);

/** Whether it was asked for as such; else it is a season's, of which only the colours are felt. */
export const isAsked = ({ key }: Pick<Mood, 'key'>): boolean => !SEASONS.has(key);
