import * as z from 'zod';
import { COPY_SLOTS } from '../ad/copy.ts';
import { type ScrimEdge, TREATMENTS } from '../ad/layout.ts';
import type { PromptParts } from '../ad/prompt.ts';
import type { Recipe } from '../ad/recipe.ts';
import {
  BACKDROP_NAMES,
  type HexColour,
  LIGHTING_NAMES,
  MATERIAL_NAMES,
  OUTLOOK_NAMES,
  PROP_NAMES,
  SEASON_NAMES,
} from '../ad/scene.ts';
import { STYLE_NAMES } from '../ad/style.ts';

const finite = z.number();
const share = z.number().min(0).max(1);
const seed = z
  .int()
  .min(0)
  .max(2 ** 32 - 1);
const hex = z.custom<HexColour>(
  (value) => typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value),
  'a colour',
);
const box = z.object({ x: finite, y: finite, width: finite, height: finite });
const size = z.object({ width: z.int().min(1), height: z.int().min(1) });
const said = z.object({ ko: z.string(), en: z.string() });
const copy = z.partialRecord(z.enum(COPY_SLOTS), z.string());
const photo = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().exactOptional(),
});

const brand = z.object({
  shopName: z.string().exactOptional(),
  logo: photo.exactOptional(),
  colours: z.array(hex).exactOptional(),
  face: z.string().exactOptional(),
});

const request = z.object({
  text: z.string().min(1).max(2000),
  locale: z.enum(['ko', 'en']),
  photos: z.array(photo).max(4),
  use: z.enum(['composite', 'restyle']),
  strength: share,
  copy,
  lettering: z.boolean(),
  industry: z.string().exactOptional(),
  style: z.enum(STYLE_NAMES).exactOptional(),
  format: z.string(),
  seed,
  letteringSeed: seed.exactOptional(),
  scale: share.exactOptional(),
  position: z.object({ x: share, y: share }).exactOptional(),
  harmonise: share.exactOptional(),
  backdrop: z.object({ photo, strength: share }).exactOptional(),
  engine: z.enum(['auto', 'studio', 'zimage']),
  brand: brand.exactOptional(),
});

const scene = z.object({
  backdrops: z.array(z.enum(BACKDROP_NAMES)).min(1),
  materials: z.array(z.enum(MATERIAL_NAMES)),
  lighting: z.enum(LIGHTING_NAMES),
  palette: z.object({ background: hex, ink: hex, accent: hex }),
  season: z.enum(SEASON_NAMES).exactOptional(),
  outlook: z.enum(OUTLOOK_NAMES).exactOptional(),
  darkness: share,
  props: z.array(z.string()),
  subject: z.enum(PROP_NAMES).exactOptional(),
  productColour: hex.exactOptional(),
});

const brief = z.object({
  industry: z.string(),
  style: z.enum(STYLE_NAMES),
  prompt: z.object({ positive: z.string(), negative: z.string() }),
  // Shown to people and never acted upon.
  parts: z.custom<PromptParts>((value) => typeof value === 'object' && value !== null).exactOptional(),
  scene,
  copy,
  face: z.string(),
  why: z.array(said),
  warnings: z.array(said),
});

const productLayout = z.object({
  placements: z.array(z.object({ photo: z.int().min(0), box, scale: finite, ground: finite, depth: finite })),
  kind: z.enum(['cut-out', 'photo-card']),
  why: z.array(said),
  decidedBy: z.string(),
});

const edge = z.enum(['top', 'bottom', 'left', 'right'] satisfies ScrimEdge[]);

const textLayout = z.object({
  size,
  underlays: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('blur'), box, colour: hex, opacity: share, feather: finite }),
      z.object({ kind: z.literal('scrim'), box, edge, colour: hex, opacity: share }),
      z.object({ kind: z.literal('panel'), box, colour: hex, opacity: share, radius: finite }),
    ]),
  ),
  blocks: z.array(
    z.object({
      slot: z.enum(COPY_SLOTS),
      lines: z.array(z.string()),
      box,
      face: z.string(),
      weight: z.number().min(1).max(1000),
      size: z.number().positive().max(4096),
      lineHeight: z.number().positive(),
      tracking: finite,
      align: z.enum(['left', 'centre', 'right']),
      colour: hex,
      treatment: z.enum(TREATMENTS),
      treatmentColour: hex.exactOptional(),
      treatmentStrength: share.exactOptional(),
      contrast: z.object({ wcag: finite, apca: finite }),
    }),
  ),
  why: z.array(said),
  warnings: z.array(said),
  decidedBy: z.string(),
});

/** A recipe as it lies in a PNG or a JSON file. */
export const recipeSchema: z.ZodType<Recipe> = z.object({
  version: z.literal(1),
  request,
  decided: z.object({
    brief,
    productLayout: productLayout.exactOptional(),
    textLayout: textLayout.exactOptional(),
  }),
  engine: z.object({ name: z.string(), model: z.string() }),
  remover: z.string().exactOptional(),
  presets: z.string(),
});
