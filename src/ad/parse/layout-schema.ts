import * as z from 'zod';
import { COPY_SLOTS, type CopySlot } from '../copy.ts';
import { DETAIL_KINDS } from '../detail-kind.ts';
import { type Box, contains, expand, type Size, shortSide } from '../geometry.ts';
import { type ScrimEdge, TREATMENTS } from '../layout.ts';
import type { LocalizedText } from '../locale.ts';
import { type HexColour, isHexColour } from '../scene.ts';
import { between, list, text, UNITS } from './bounded.ts';
import { TEXT_LIMITS } from './request-limits.ts';

/** Layouts as recipes hold them: of a size that the product makes, and with no more in them than it puts there. */

/** Longest side of an ad in pixels, as presets/formats.yaml may have it. */
export const MAX_SIDE = 2048;

/** Longest file of a long page, pixels. */
export const MAX_LENGTH = 5000;

/** Products may run over the picture's edge, and the soft rims of underlays do. */
const coordinate = between(-MAX_SIDE, MAX_LENGTH + MAX_SIDE);
const side = between(0, MAX_LENGTH);
export const box = z.strictObject({ x: coordinate, y: coordinate, width: side, height: side });

const share = between(0, 1);

/** Code points of an icon in hex: a file's name is made of it. */
export const iconId = z.string().regex(/^[0-9a-f]{4,5}(?:-[0-9a-f]{4,5}){0,7}$/);

/** A colour as `#rrggbb`, lower case. */
export const hex = z.custom<HexColour>(isHexColour);

/** What people are told may quote the whole of what they wrote, and a little more. */
const MAX_REASON = 40_000;
const reason: z.ZodType<LocalizedText> = z.strictObject({ ko: text(MAX_REASON), en: text(MAX_REASON) });

/** Reasons or warnings: one for each thing that is decided or left out. */
export const statements = list(reason, 100);

/** Who decided: `local`, or a model by its name. */
export const maker = text(200);

/** Products on a picture: each of the photos at most once. */
export const MAX_PRODUCTS = 4;

/** A part of a photo, as large as photos are worked on. */
export const picturePart = z.strictObject({
  x: between(0, MAX_SIDE),
  y: between(0, MAX_SIDE),
  width: between(1, MAX_SIDE),
  height: between(1, MAX_SIDE),
});

const placement = z.strictObject({
  photo: z
    .int()
    .min(0)
    .max(MAX_PRODUCTS - 1),
  box,
  scale: between(0, MAX_SIDE),
  ground: coordinate,
  depth: between(0, 2 * MAX_PRODUCTS),
});

export const productLayout = z.strictObject({
  placements: list(placement, MAX_PRODUCTS).refine(
    (placements) => new Set(placements.map(({ photo }) => photo)).size === placements.length,
  ),
  kind: z.enum(['cut-out', 'photo-card']),
  why: statements,
  decidedBy: maker,
});

const edge = z.enum(['top', 'bottom', 'left', 'right'] satisfies ScrimEdge[]);

const tint = { box, colour: hex, opacity: share };

const underlay = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('blur'), ...tint, feather: between(0, MAX_SIDE) }),
  z.strictObject({ kind: z.literal('scrim'), ...tint, edge }),
  z.strictObject({ kind: z.literal('panel'), ...tint, radius: between(0, MAX_SIDE) }),
]);

/** More lines than any slot is set in. */
const MAX_LINES = 40;

/** More columns than details are set in. */
const MAX_COLUMNS = 4;

/** A group of words, wherever it stands. */
export const textBlock = z.strictObject({
  slot: z.enum(COPY_SLOTS),
  lines: list(text(2000), MAX_LINES, 1),
  shape: z.literal('burst').exactOptional(),
  icons: list(z.enum(DETAIL_KINDS).nullable(), MAX_LINES).exactOptional(),
  box,
  face: text(255),
  weight: between(1, 1000),
  size: between(1, MAX_SIDE),
  lineHeight: between(0.5, 4),
  tracking: between(-0.5, 1),
  scales: list(between(0.05, 1), MAX_LINES).exactOptional(),
  vertical: z.literal(true).exactOptional(),
  angle: between(-45, 45).exactOptional(),
  align: z.enum(['left', 'centre', 'right']),
  colour: hex,
  treatment: z.enum(TREATMENTS),
  treatmentColour: hex.exactOptional(),
  treatmentStrength: share.exactOptional(),
  contrast: z.strictObject({ wcag: between(0, 22), apca: between(-120, 120) }),
});

export const sheetSize = z.strictObject({
  width: z.int().min(16).max(MAX_SIDE),
  height: z.int().min(16).max(MAX_LENGTH),
});

/** Largest letters, as a share of the shorter side: above every scale of layout/text-scale. */
const MAX_LETTERS = 0.3;

/** How far soft underlays reach over the picture's edges, as a share of the shorter side, and how wide rims are. */
const OVER_EDGES = 0.6;
const MAX_RIM = 0.3;

/** How many times longer than what people may give words can be that were written for them. */
export const MAX_WRITTEN_RATIO = 3;

export const textLayout = z
  .strictObject({
    size: sheetSize,
    // At most one for each block, and one for those of a group together.
    underlays: list(underlay, 2 * COPY_SLOTS.length),
    blocks: list(textBlock, COPY_SLOTS.length + MAX_COLUMNS - 1),
    why: statements,
    warnings: statements,
    decidedBy: maker,
  })
  .superRefine(({ size: frame, underlays, blocks }, context) => {
    const problem = (...path: PropertyKey[]): void => context.addIssue({ code: 'custom', path });
    const letters = MAX_LETTERS * shortSide(frame);
    const seen = new Set<CopySlot>();
    let columns = 0;
    for (const [i, { slot, lines, icons, box: place, size: em }] of blocks.entries()) {
      if (slot === 'details') columns++;
      if (slot === 'details' ? columns > MAX_COLUMNS : seen.has(slot)) problem('blocks', i, 'slot');
      if (icons !== undefined && (slot !== 'details' || icons.length !== lines.length))
        problem('blocks', i, 'icons');
      seen.add(slot);
      if (!contains(whole(frame), place)) problem('blocks', i, 'box');
      if (em > letters) problem('blocks', i, 'size');
      if (lines.join('').length > MAX_WRITTEN_RATIO * TEXT_LIMITS[slot] * UNITS)
        problem('blocks', i, 'lines');
    }
    const around = expand(whole(frame), OVER_EDGES * shortSide(frame));
    for (const [i, laid] of underlays.entries()) {
      if (!contains(around, laid.box)) problem('underlays', i, 'box');
      const rim = laid.kind === 'blur' ? laid.feather : laid.kind === 'panel' ? laid.radius : 0;
      if (rim > MAX_RIM * shortSide(frame)) problem('underlays', i);
    }
  });

const whole = ({ width, height }: Size): Box => ({ x: 0, y: 0, width, height });
