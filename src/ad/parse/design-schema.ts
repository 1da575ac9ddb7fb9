import * as z from 'zod';
import { type DesignLayer, type DesignLayout, MADE, type PictureOrder } from '../design.ts';
import { type Box, contains } from '../geometry.ts';
import { between, list, qrContent, text } from './bounded.ts';
import { layerCost } from './design-cost.ts';
import {
  box,
  hex,
  iconId,
  MAX_PRODUCTS,
  MAX_SIDE,
  picturePart,
  sheetSize,
  statements,
  textBlock,
} from './layout-schema.ts';
import { MENU_LIMITS } from './parse-menu.ts';

/** Designs as recipes hold them: no more in them than a family can put there. */

const share = between(0, 1);
const pixels = between(0, 2 * MAX_SIDE);
const turned = { angle: between(-90, 90).exactOptional() };
const stroke = z.strictObject({ colour: hex, width: between(0, MAX_SIDE / 4) });
const seed = z.int().min(0).max(0xffffffff);
const photo = z
  .int()
  .min(0)
  .max(MAX_PRODUCTS - 1);

const filled = { box, colour: hex, opacity: share.exactOptional(), ...turned };
const shaded = { shadow: z.boolean().exactOptional() };
/** Of what has to have pixels of its own before it is painted. */
const seenSide = between(1, 2 * MAX_SIDE);
const coordinate = between(-4 * MAX_SIDE, 4 * MAX_SIDE);

const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('photo'), photo }),
  z.strictObject({ kind: z.literal('icon'), id: iconId }),
]);

/** Least distance of two things that are repeated, in pixels: nearer ones would be thousands. */
const LEAST_PITCH = 8;

const layer: z.ZodType<DesignLayer> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['box', 'disc', 'arch', 'burst', 'blob']),
    ...filled,
    ...shaded,
    radius: pixels.exactOptional(),
    stroke: stroke.exactOptional(),
    seed: seed.exactOptional(),
  }),
  z.strictObject({
    kind: z.enum(['frame', 'ring']),
    box,
    radius: pixels.exactOptional(),
    stroke,
    ...turned,
  }),
  z.strictObject({
    kind: z.literal('rays'),
    ...filled,
    centre: z.strictObject({ x: coordinate, y: coordinate }),
    count: z.int().min(2).max(100),
  }),
  z.strictObject({ kind: z.enum(['dots', 'stripes']), ...filled, pitch: between(LEAST_PITCH, MAX_SIDE) }),
  z.strictObject({
    kind: z.literal('ticket'),
    ...filled,
    ...shaded,
    radius: pixels,
    notch: z.strictObject({ way: z.enum(['across', 'down']), at: pixels, radius: pixels, colour: hex }),
  }),
  z.strictObject({
    kind: z.literal('scrim'),
    box,
    edge: z.enum(['top', 'bottom', 'left', 'right']),
    colour: hex,
    opacity: share,
  }),
  z.strictObject({
    kind: z.literal('picture'),
    box,
    ...shaded,
    photo: z.union([photo, z.literal(MADE)]),
    part: picturePart,
    shape: z.enum(['box', 'disc', 'arch']),
    radius: pixels.exactOptional(),
    stroke: stroke.exactOptional(),
    duotone: z
      .strictObject({ dark: hex, light: hex, dots: z.number().min(4).max(200).exactOptional() })
      .exactOptional(),
    ...turned,
  }),
  z.strictObject({
    kind: z.literal('hero'),
    box: box.extend({ width: seenSide, height: seenSide }),
    source,
    shadow: z.enum(['contact', 'drop', 'none']),
    shade: hex,
    edge: stroke.exactOptional(),
    ...turned,
  }),
  z.strictObject({
    kind: z.literal('pattern'),
    box,
    sources: list(source, MAX_PRODUCTS, 1),
    size: between(LEAST_PITCH, MAX_SIDE),
    pitch: z.strictObject({
      width: between(LEAST_PITCH, MAX_SIDE),
      height: between(LEAST_PITCH, MAX_SIDE),
    }),
    angle: between(-90, 90),
  }),
]);

/** Of all parts, designs hold QR codes alone. */
const placedPart = z.strictObject({
  part: z.strictObject({
    kind: z.literal('qr'),
    face: text(64),
    weight: between(100, 900),
    content: qrContent,
  }),
  box,
  colours: z.strictObject({ ground: hex, ink: hex, accent: hex }),
});

const madeSide = z.int().min(256).max(MAX_SIDE);

const pictureOrder: z.ZodType<PictureOrder> = z.strictObject({
  size: z.strictObject({ width: madeSide, height: madeSide }),
  words: z.enum(['top', 'bottom', 'left', 'right']).exactOptional(),
});

/** Whether a part is one of the picture that was asked for. */
const isOf = (part: Box, made: PictureOrder | undefined): boolean =>
  made !== undefined && contains({ x: 0, y: 0, ...made.size }, part);

/** More than a family's boxes can paint and letter. */
const MAX_LAYERS = 160;
const MAX_BLOCKS = 100 + 2 * MENU_LIMITS.rows;

/**
 * What all layers may cost, in pixels touched: a cut-out with an edge that fills the largest sheet costs 138 million, and
 * no family comes near that.
 */
const MAX_COST = 160e6;

export const designLayout: z.ZodType<DesignLayout> = z
  .strictObject({
    family: text(64),
    size: sheetSize,
    layers: list(layer, MAX_LAYERS),
    blocks: list(textBlock, MAX_BLOCKS),
    made: pictureOrder.exactOptional(),
    logo: box.extend({ width: seenSide, height: seenSide }).exactOptional(),
    parts: list(placedPart, 1).exactOptional(),
    productBoxes: list(box, MAX_LAYERS),
    why: statements,
    warnings: statements,
  })
  .superRefine(({ size, layers, made }, context) => {
    let cost = 0;
    for (const [i, one] of layers.entries()) {
      if (one.kind === 'picture' && one.photo === MADE && !isOf(one.part, made))
        return context.addIssue({ code: 'custom', path: ['layers', i, 'photo'] });
      cost += layerCost(one, size);
      if (cost > MAX_COST) return context.addIssue({ code: 'custom', path: ['layers', i] });
    }
  });
