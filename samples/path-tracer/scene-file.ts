import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { HexColour } from '../../src/ad/scene.ts';
import { parseHex, toLinear } from '../../src/imaging/colour.ts';
import type { Vec3 } from './vector.ts';

const number = z.number();
const positive = number.positive();
const share = number.min(0).max(1);
const vec3 = z.tuple([number, number, number]);
const seed = number.int().min(0).default(1);

/** '#rrggbb' in the file, linear light when read. */
const colour = z
  .custom<HexColour>(
    (value) => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value),
    'a colour is #rrggbb',
  )
  .transform((hex): Vec3 => {
    const [r, g, b] = parseHex(hex);
    return [toLinear(r / 255), toLinear(g / 255), toLinear(b / 255)];
  });

/** Small hills that are only seen by their shading: `height` and `size` in centimetres. */
const bump = z.strictObject({ height: positive, size: positive, seed });

const pattern = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wood'), dark: colour, size: positive, seed }),
  z.strictObject({ kind: z.literal('plaster'), dark: colour, size: positive, seed }),
  /** Printed on what faces the camera, `width` × `height` centimetres round `at`. */
  z.strictObject({
    kind: z.literal('label'),
    ink: colour,
    accent: colour,
    at: z.tuple([number, number]),
    width: positive,
    height: positive,
    title: z.string(),
    lines: z.array(z.string()),
  }),
]);

/** Milk and the like: light is thrown about in it, and takes on the colour of the layer at its height. */
const cloud = z.strictObject({
  perCm: positive,
  radius: positive,
  layers: z.array(z.strictObject({ y: number, colour })).min(2),
  swirl: z.strictObject({ height: number.min(0), size: vec3, seed }),
});

const material = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('opaque'),
    colour,
    /** Of the clear coat; 1 = no coat. */
    ior: number.min(1).max(2.5).default(1.45),
    roughness: share.default(0.4),
    /** The part of the light that goes through, as through a leaf. */
    seeThrough: share.default(0),
    bump: bump.optional(),
    pattern: pattern.optional(),
  }),
  z.strictObject({ kind: z.literal('metal'), colour, roughness: share.default(0.3) }),
  z.strictObject({
    kind: z.literal('clear'),
    ior: number.min(1).max(2.5),
    /** Where two clear things overlap, the one with the higher number is there. */
    priority: number.int(),
    /** Light lost per centimetre, in red, green and blue. */
    absorption: vec3.default([0, 0, 0]),
    bump: bump.optional(),
    cloud: cloud.optional(),
  }),
]);

const corner = z.strictObject({ r: number.min(0), y: number, round: positive.optional() });
const placement = {
  material: z.string(),
  at: vec3.default([0, 0, 0]),
  turn: vec3.default([0, 0, 0]),
  size: positive.default(1),
};

const shape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('board'), across: vec3, up: vec3, ...placement }),
  z.strictObject({
    kind: z.literal('lathe'),
    corners: z.array(corner).min(2),
    segments: number.int().min(8).default(192),
    ...placement,
  }),
  z.strictObject({
    kind: z.literal('block'),
    sides: vec3,
    round: positive,
    /** How far the noise moves the surface, and how large its hills are. */
    rough: z.strictObject({ by: number.min(0), size: positive }).optional(),
    seed,
    ...placement,
  }),
  z.strictObject({
    kind: z.literal('strawberry'),
    width: positive,
    length: positive,
    seeds: number.int().min(0).default(200),
    /** Cut in half lengthwise; the cut looks along z. */
    cut: z.boolean().default(false),
    sepals: number.int().min(0).default(9),
    seed,
    ...placement,
  }),
  z.strictObject({
    kind: z.literal('leaf'),
    width: positive,
    length: positive,
    /** Degrees by which the tip turns down. */
    curl: number.default(40),
    /** Degrees by which each half is lifted from the midrib. */
    fold: number.default(20),
    teeth: number.int().min(0).default(14),
    seed,
    ...placement,
  }),
  z.strictObject({ kind: z.literal('tube'), radius: positive, height: positive, seed, ...placement }),
  z.strictObject({
    kind: z.literal('bun'),
    width: positive,
    height: positive,
    crumbs: number.int().min(0),
    seed,
    ...placement,
  }),
  z.strictObject({
    kind: z.literal('drops'),
    /** On the outside of a round wall that leans from one radius to the other. */
    from: z.strictObject({ r: positive, y: number }),
    to: z.strictObject({ r: positive, y: number }),
    count: number.int().min(1),
    radius: z.tuple([positive, positive]),
    seed,
    ...placement,
  }),
]);

const light = z.strictObject({
  /** A window: its corner, and the sides that begin there. It shines where across × up points. */
  at: vec3,
  across: vec3,
  up: vec3,
  colour,
  strength: positive,
  panes: z.strictObject({ columns: number.int().min(1), rows: number.int().min(1), bar: share }).optional(),
});

/** Light from everywhere else, as from a room: a gradient and soft patches. */
const room = z.strictObject({
  above: colour,
  level: colour,
  below: colour,
  strength: positive,
  patches: z.array(z.strictObject({ towards: vec3, spread: positive, colour, strength: number })).default([]),
});

const scene = z.strictObject({
  width: number.int().min(1),
  height: number.int().min(1),
  seed,
  camera: z.strictObject({
    from: vec3,
    towards: vec3,
    /** From the lower to the upper edge, degrees. */
    fieldOfView: positive.max(120),
    /** Radius of the lens opening, centimetres. */
    aperture: number.min(0),
    /** Distance of what is sharp, centimetres. */
    focus: positive,
  }),
  lights: z.array(light).min(1),
  room,
  materials: z.record(z.string(), material),
  shapes: z.array(shape).min(1),
  effort: z.strictObject({
    /** Light paths a pixel: so many at least, so many at most. */
    paths: z.tuple([number.int().min(2), number.int().min(2)]),
    /** Pixels whose relative error is below need no more paths. */
    error: positive,
  }),
  finish: z.strictObject({
    exposure: positive,
    /** Light of this colour becomes white. */
    white: colour,
    vignette: share,
    glow: share,
    grain: number.min(0),
  }),
});

export type Scene = z.output<typeof scene>;
export type Material = z.output<typeof material>;
export type ClearMaterial = Extract<Material, { kind: 'clear' }>;
export type SurfaceMaterial = Exclude<Material, ClearMaterial>;
export type Shape = z.output<typeof shape>;
export type ShapeOf<K extends Shape['kind']> = Extract<Shape, { kind: K }>;
export type Light = z.output<typeof light>;
export type Room = z.output<typeof room>;
export type Pattern = z.output<typeof pattern>;
export type Cloud = z.output<typeof cloud>;
export type Bump = z.output<typeof bump>;

/** @throws z.ZodError naming the field; SyntaxError when the file is not JSON */
export async function loadScene(path: string): Promise<Scene> {
  return scene.parse(JSON.parse(await readFile(path, 'utf8')));
}
