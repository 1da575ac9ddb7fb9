import * as z from 'zod';
import { graphemeLength } from '../../text/graphemes.ts';
import { COPY_SLOTS } from '../copy.ts';
import { LOOP_KINDS } from '../motion.ts';
import { LAYERED_KINDS } from '../place.ts';
import type { Decisions, Recipe } from '../recipe.ts';
import { type AdRequest, ENGINE_CHOICES, type RequestParts } from '../request.ts';
import type { StudioCatalogue } from '../studio-catalogue.ts';
import { list, name, qrContent, text, within, words } from './bounded.ts';
import { briefSchema } from './brief-schema.ts';
import { designLayout } from './design-schema.ts';
import { hasWords } from './has-words.ts';
import { box, hex, maker, productLayout, textLayout } from './layout-schema.ts';
import { menuRow, pageOrder, writtenCopy } from './page-schema.ts';
import { MENU_LIMITS } from './parse-menu.ts';
import { MAX_PHOTOS, REQUEST_RANGES, TEXT_LIMITS } from './request-limits.ts';

/**
 * A recipe is as much from outside as a request that is typed, and may cost no more: every number has bounds, every
 * list a length, every text a limit. Keys that nobody knows are refused. What the product has ever written passes.
 */

/** How far a picture may go from its reference. */
const strength = within(REQUEST_RANGES.strength);

const seed = within(REQUEST_RANGES.seed);
const coordinate = within(REQUEST_RANGES.position);

/** What people call a file, and on the command line its path. */
const fileName = text(4096);

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
  qr: qrContent.exactOptional(),
});

const parts: z.ZodType<RequestParts> = z.strictObject({
  qr: qrContent.exactOptional(),
  menu: list(menuRow, MENU_LIMITS.rows, 1).exactOptional(),
});

const requestSchema = ({ styles }: StudioCatalogue) =>
  z
    .strictObject({
      text: words(TEXT_LIMITS.text).refine(hasWords),
      locale: z.enum(['ko', 'en']),
      photos: list(productPhoto, MAX_PHOTOS),
      use: z.enum(['composite', 'restyle']),
      strength,
      copy: writtenCopy,
      lettering: z.boolean(),
      industry: name.exactOptional(),
      style: z.enum(styles.names).exactOptional(),
      format: name,
      place: name.exactOptional(),
      page: pageOrder.exactOptional(),
      seed,
      letteringSeed: seed.exactOptional(),
      scale: within(REQUEST_RANGES.scale).exactOptional(),
      position: z.strictObject({ x: coordinate, y: coordinate }).exactOptional(),
      harmonise: within(REQUEST_RANGES.harmonise).exactOptional(),
      backdrop: z.strictObject({ photo, strength }).exactOptional(),
      motion: name.exactOptional(),
      motionFiles: list(z.enum(LOOP_KINDS), LOOP_KINDS.length, 1).exactOptional(),
      engine: z.enum(ENGINE_CHOICES),
      family: name.exactOptional(),
      otherFamilies: list(name, 64).exactOptional(),
      brand: brand.exactOptional(),
      parts: parts.exactOptional(),
      layers: list(z.enum(LAYERED_KINDS), LAYERED_KINDS.length).exactOptional(),
    })
    .refine(({ use, photos }) => use === 'composite' || photos.length > 0, { path: ['photos'] });

const placed = {
  productLayout: productLayout.exactOptional(),
  textLayout: textLayout.exactOptional(),
  design: designLayout.exactOptional(),
  photoSide: z.int().min(64).max(4096).exactOptional(),
  notice: box.exactOptional(),
};

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
