import * as z from 'zod';
import { SEASON_NAMES } from '../ad/scene.ts';
import type { StudioCatalogue } from '../ad/studio-catalogue.ts';
import { solarTerms, when } from './calendar.ts';
import { aliases, colour, english, key, lighting, localizedText, palette, studioFields } from './fields.ts';

type Fields = ReturnType<typeof studioFields>;

const season = ({ scene }: Fields) =>
  z.strictObject({
    key: z.enum(SEASON_NAMES),
    names: localizedText,
    aliases,
    months: z.array(z.number().int().min(1).max(12)).min(1),
    /** How an image model is told of it. */
    scene: english,
    backdrops: z.array(scene).default([]),
    props: z.array(english).default([]),
    /** Mixed into the trade's background, and its accent. */
    tint: colour,
  });

/** One of the four seasons. */
export type Season = Readonly<z.output<ReturnType<typeof season>>>;

const occasion = ({ scene, material }: Fields) =>
  z.strictObject({
    key,
    names: localizedText,
    aliases,
    /** Absent where it is the shop's own day, or the weather's. */
    when: when.optional(),
    season: z.enum(SEASON_NAMES).optional(),
    scene: english,
    backdrops: z.array(scene).default([]),
    materials: z.array(material).default([]),
    lighting: lighting.optional(),
    palette: palette.optional(),
    props: z.array(english).default([]),
  });

/** A day or a stretch of days that shops make ads for. */
export type Occasion = Readonly<z.output<ReturnType<typeof occasion>>>;

export function seasons(studio: StudioCatalogue) {
  const fields = studioFields(studio);
  return z.strictObject({
    seasons: z.array(season(fields)).length(4),
    occasions: z.array(occasion(fields)),
    solarTerms,
  });
}
