import * as z from 'zod';
import { PICTURED } from '../brief.ts';
import { currentOccasionKind, OCCASION_KINDS } from '../occasion-kind.ts';
import { PROMPT_PARTS, type PromptParts } from '../prompt.ts';
import { LIGHTING_NAMES, OUTLOOK_NAMES, SEASON_NAMES } from '../scene.ts';
import { STATEMENT_KINDS } from '../statement.ts';
import type { StudioCatalogue } from '../studio-catalogue.ts';
import { between, list, name, text, UNITS, within } from './bounded.ts';
import { hex, iconId, statements } from './layout-schema.ts';
import { goods, hero, pageContent, writtenCopy } from './page-schema.ts';
import { TEXT_LIMITS } from './request-limits.ts';

const share = between(0, 1);

/** A few English words for an engine. */
const phrase = text(300);

/** Words found in a request: no more than it can have. */
const found = text(TEXT_LIMITS.text * UNITS);
const finds = list(found, 1000);

/** UTF-16 units of the longest request. */
const MAX_UNITS = TEXT_LIMITS.text * UNITS;

/** Longest prompt in code units: engines read some 500 tokens of it. */
const MAX_PROMPT = 10_000;
const prompt = text(MAX_PROMPT);

const sceneSchema = ({ scenes, materials, props }: StudioCatalogue) =>
  z.strictObject({
    backdrops: list(z.enum(scenes.names), scenes.all.length, 1),
    materials: list(z.enum(materials.names), materials.all.length),
    lighting: z.enum(LIGHTING_NAMES),
    palette: z.strictObject({ background: hex, ink: hex, accent: hex }),
    asked: hex.exactOptional(),
    season: z.enum(SEASON_NAMES).exactOptional(),
    outlook: z.enum(OUTLOOK_NAMES).exactOptional(),
    darkness: share,
    props: list(phrase, 30),
    subject: z.enum(props.names).exactOptional(),
    icons: list(z.strictObject({ id: iconId, name: found }), 3, 1).exactOptional(),
    productColour: hex.exactOptional(),
  });

const keywordsSchema = ({ materials }: StudioCatalogue) =>
  z.strictObject({
    subject: z
      .strictObject({
        text: found,
        en: found,
        look: found.exactOptional(),
        served: found.exactOptional(),
        service: z.boolean(),
      })
      .exactOptional(),
    purpose: z.preprocess(currentOccasionKind, z.enum(OCCASION_KINDS)),
    season: z.enum(SEASON_NAMES).exactOptional(),
    occasion: name.exactOptional(),
    mood: finds,
    setting: finds,
    materials: list(z.enum(materials.names), 100),
    surfaces: finds,
    lighting: z.enum(LIGHTING_NAMES).exactOptional(),
    colours: finds,
    props: finds,
    avoid: finds,
    unknown: finds,
  });

/** What a request says, part by part; a brief of an earlier version has none. */
const requestStatements = list(
  z.strictObject({
    kind: z.enum(STATEMENT_KINDS),
    text: found,
    start: within({ min: 0, max: MAX_UNITS, integer: true }),
    end: within({ min: 0, max: MAX_UNITS, integer: true }),
    oldPrice: found.exactOptional(),
    binds: within({ min: 0, max: MAX_UNITS, integer: true }).exactOptional(),
  }),
  TEXT_LIMITS.text,
).default([]);

const tradeClass = z.strictObject({
  key: name,
  large: name,
  middle: name,
  small: name,
  names: z.strictObject({ ko: name, en: name }),
});

/** A brief as recipes hold it: what was read of a request, and what was decided for its ad. */
export function briefSchema(studio: StudioCatalogue) {
  const parts: z.ZodType<PromptParts> = z.strictObject({
    keywords: keywordsSchema(studio),
    template: prompt,
    fragments: list(z.strictObject({ part: z.enum(PROMPT_PARTS), text: prompt, kept: z.boolean() }), 100),
    tokens: between(0, 1e6),
    budget: between(0, 1e6),
  });

  return (
    z
      .strictObject({
        industry: name,
        style: z.enum(studio.styles.names),
        prompt: z.strictObject({ positive: prompt, negative: prompt }),
        parts: z.unknown().optional(),
        scene: sceneSchema(studio),
        statements: requestStatements,
        product: found.exactOptional(),
        goods: goods.exactOptional(),
        page: pageContent.exactOptional(),
        tradeClass: tradeClass.exactOptional(),
        pictured: z.enum(PICTURED).exactOptional(),
        mood: name.exactOptional(),
        occasion: z.enum(OCCASION_KINDS).exactOptional(),
        hero: hero.exactOptional(),
        copy: writtenCopy,
        leftOut: finds.default([]),
        face: name,
        why: statements,
        heroWhy: statements.exactOptional(),
        sceneWhy: statements.exactOptional(),
        warnings: statements,
      })
      // Shown to people and never acted upon: what another version wrote there costs nothing to leave out.
      .transform(({ parts: given, ...rest }) => {
        const known = parts.safeParse(given);
        return known.success ? { ...rest, parts: known.data } : rest;
      })
  );
}
