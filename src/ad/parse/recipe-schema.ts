import * as z from 'zod';
import { graphemeLength } from '../../text/graphemes.ts';
import { COPY_SLOTS, type CopySlot } from '../copy.ts';
import type { Hero } from '../hero.ts';
import { currentOccasionKind, OCCASION_KINDS } from '../occasion-kind.ts';
import { PROMPT_PARTS, type PromptParts } from '../prompt.ts';
import type { Decisions, Recipe } from '../recipe.ts';
import type { AdRequest } from '../request.ts';
import { LIGHTING_NAMES, OUTLOOK_NAMES, SEASON_NAMES } from '../scene.ts';
import { STATEMENT_KINDS } from '../statement.ts';
import type { StudioCatalogue } from '../studio-catalogue.ts';
import { between, list, text, UNITS, words } from './bounded.ts';
import { hasWords } from './has-words.ts';
import { hex, MAX_WRITTEN_RATIO, maker, productLayout, statements, textLayout } from './layout-schema.ts';
import { MAX_PHOTOS, type NumberRange, REQUEST_RANGES, TEXT_LIMITS } from './request-limits.ts';

/**
 * A recipe is as much from outside as a request that is typed, and may cost no more: every number has bounds, every
 * list a length, every text a limit. Keys that nobody knows are refused. What the product has ever written passes.
 */

const within = ({ min, max, integer = false }: NumberRange) =>
  integer ? z.int().min(min).max(max) : between(min, max);

const share = between(0, 1);

/** How far a picture may go from its reference. */
const strength = within(REQUEST_RANGES.strength);

const seed = within(REQUEST_RANGES.seed);
const coordinate = within(REQUEST_RANGES.position);

/** Names of rows, faces, engines. */
const name = text(255);

/** What people call a file, and on the command line its path. */
const fileName = text(4096);

/** A variant's request holds what was written for its parent as if the person had given it. */
const copy = (() => {
  const slot = (which: CopySlot) => words(MAX_WRITTEN_RATIO * TEXT_LIMITS[which]).exactOptional();
  return z.strictObject({
    headline: slot('headline'),
    sub: slot('sub'),
    badge: slot('badge'),
    price: slot('price'),
    cta: slot('cta'),
    details: slot('details'),
  } satisfies Record<CopySlot, z.ZodType>);
})();

const photo = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: fileName.exactOptional(),
});

const productPhoto = photo.extend({ pick: within(REQUEST_RANGES.pick).exactOptional() });

/** As commands/brand.ts takes it, which allows 60 characters of colours. */
const brand = z.strictObject({
  shopName: words(TEXT_LIMITS.shopName).exactOptional(),
  logo: photo.exactOptional(),
  colours: list(hex, 10).exactOptional(),
  face: name.exactOptional(),
});

const requestSchema = ({ styles }: StudioCatalogue) =>
  z
    .strictObject({
      text: words(TEXT_LIMITS.text).refine(hasWords),
      locale: z.enum(['ko', 'en']),
      photos: list(productPhoto, MAX_PHOTOS),
      use: z.enum(['composite', 'restyle']),
      strength,
      copy,
      lettering: z.boolean(),
      industry: name.exactOptional(),
      style: z.enum(styles.names).exactOptional(),
      format: name,
      seed,
      letteringSeed: seed.exactOptional(),
      scale: within(REQUEST_RANGES.scale).exactOptional(),
      position: z.strictObject({ x: coordinate, y: coordinate }).exactOptional(),
      harmonise: within(REQUEST_RANGES.harmonise).exactOptional(),
      backdrop: z.strictObject({ photo, strength }).exactOptional(),
      engine: z.enum(['auto', 'studio', 'zimage']),
      brand: brand.exactOptional(),
    })
    .refine(({ use, photos }) => use === 'composite' || photos.length > 0, { path: ['photos'] });

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

const placed = { productLayout: productLayout.exactOptional(), textLayout: textLayout.exactOptional() };

/** Code points of an icon in hex: a file's name is made of it. */
const iconId = z.string().regex(/^[0-9a-f]{4,5}(?:-[0-9a-f]{4,5}){0,7}$/);

const hero: z.ZodType<Hero> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('photo') }),
  z.strictObject({ kind: z.literal('model'), id: name }),
  z.strictObject({ kind: z.literal('icon'), ids: list(iconId, 3, 1) }),
  z.strictObject({ kind: z.literal('type') }),
]);

const sceneSchema = ({ scenes, materials, props }: StudioCatalogue) =>
  z.strictObject({
    backdrops: list(z.enum(scenes.names), scenes.all.length, 1),
    materials: list(z.enum(materials.names), materials.all.length),
    lighting: z.enum(LIGHTING_NAMES),
    palette: z.strictObject({ background: hex, ink: hex, accent: hex }),
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

function briefSchema(studio: StudioCatalogue) {
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
        tradeClass: tradeClass.exactOptional(),
        occasion: z.enum(OCCASION_KINDS).exactOptional(),
        hero: hero.exactOptional(),
        copy,
        leftOut: finds.default([]),
        face: name,
        why: statements,
        warnings: statements,
      })
      // Shown to people and never acted upon: what another version wrote there costs nothing to leave out.
      .transform(({ parts: given, ...rest }) => {
        const known = parts.safeParse(given);
        return known.success ? { ...rest, parts: known.data } : rest;
      })
  );
}

/** What recipes may hold that name what a studio can show. */
export interface RecipeSchemas {
  /** A recipe as it lies in a PNG or a JSON file. */
  readonly recipe: z.ZodType<Recipe>;
  /** A picture to be made, as jobs keep it. */
  readonly variant: z.ZodType<{ readonly request: AdRequest; readonly decided?: Partial<Decisions> }>;
}

export function recipeSchemas(studio: StudioCatalogue): RecipeSchemas {
  const request = requestSchema(studio);
  const brief = briefSchema(studio);
  const decided = z.strictObject({ brief, ...placed });

  const variant = z.strictObject({
    request,
    decided: z.strictObject({ brief: brief.exactOptional(), ...placed }).exactOptional(),
  });

  const recipe = z
    .strictObject({
      version: z.literal(1),
      request,
      decided,
      engine: z.strictObject({ name: maker, model: maker }),
      remover: name.exactOptional(),
      presets: text(64),
    })
    .refine(
      ({ request: { photos }, decided: { productLayout: products } }) =>
        products === undefined || products.placements.every((placement) => placement.photo < photos.length),
      { path: ['decided', 'productLayout', 'placements'] },
    )
    .refine(
      ({ request: { copy: given }, decided: { brief: written } }) =>
        COPY_SLOTS.every((slot) => {
          const line = given[slot] ?? '';
          return line === written.copy[slot] || graphemeLength(line) <= TEXT_LIMITS[slot];
        }),
      { path: ['request', 'copy'] },
    );

  return { recipe, variant };
}
