import * as z from 'zod';
import { COPY_SLOTS } from '../ad/copy.ts';
import type { Size } from '../ad/geometry.ts';
import { OCCASION_KINDS } from '../ad/occasion-kind.ts';
import { aliases, key, localizedText } from './fields.ts';

/**
 * A design family: a tree of boxes as in CSS flexbox, its colours and faces, and what it suits. How one is written
 * stands in CONTRIBUTING.md.
 */

/** Hundredths of the sheet's shorter side, or a share of the box around as '50%'. */
const length = z.union([z.number().min(-200).max(400), z.string().regex(/^-?\d{1,3}(?:\.\d{1,2})?%$/)]);

/** Hundredths of the sheet's shorter side. */
const hundredths = (max: number) => z.number().min(0).max(max);

/** One for all sides; across and down as [down, across]; or [top, right, bottom, left]. */
const sides = z.union([length, z.tuple([length, length]), z.tuple([length, length, length, length])]);

/** Grounds of the colour plan; each has inks of its own. */
export const SURFACES = ['ground', 'field', 'card', 'accent', 'dark', 'step'] as const;

/** What letters and lines on a surface are coloured with. */
const TONES = ['ink', 'soft', 'accent', 'line'] as const;

export const FACE_ROLES = ['display', 'head', 'text', 'serif', 'round'] as const;

/** What a text leaf can letter: the slots of the copy, and what is derived of them. */
export const TEXT_LEAVES = [...COPY_SLOTS, 'shop', 'date', 'menu'] as const;

const SHAPES = ['square', 'tall', 'wide', 'story'] as const;
export const MATERIAL = ['hero', 'picture', 'type'] as const;
/** Of what is shown: more than one product, and a product, or a photo's subject, that is wider than high. */
const HERO_FACTS = ['several', 'broad'] as const;

export type HeroFact = (typeof HERO_FACTS)[number];

const KNOWN_TO_BE = [...TEXT_LEAVES, ...MATERIAL, ...SHAPES, ...HERO_FACTS] as const;

/** What a box can be there for: it is left out where one of them does not hold. */
const CONDITIONS = [...KNOWN_TO_BE, ...KNOWN_TO_BE.map((fact) => `no-${fact}` as const)] as const;

/** All that may differ between shapes of sheet. */
const styles = {
  // Where it is, as in CSS flexbox.
  direction: z.enum(['row', 'column']),
  justify: z.enum(['start', 'centre', 'end', 'between', 'around', 'evenly']),
  align: z.enum(['start', 'centre', 'end', 'stretch']),
  self: z.enum(['start', 'centre', 'end', 'stretch']),
  gap: hundredths(60),
  padding: sides,
  margin: sides,
  grow: z.number().min(0).max(20),
  shrink: z.number().min(0).max(20),
  width: length,
  height: length,
  minWidth: length,
  maxWidth: length,
  minHeight: length,
  maxHeight: length,
  aspect: z.number().min(0.1).max(10),
  /** Out of the flow, at these distances from the edges of the box around. */
  at: z.strictObject({ left: length, top: length, right: length, bottom: length }).partial(),
  /** Degrees clockwise: the box and all in it. */
  turn: z.number().min(-45).max(45),
  // What is painted behind it.
  surface: z.enum(SURFACES),
  shape: z.enum(['box', 'disc', 'arch', 'burst', 'blob', 'ticket']),
  radius: hundredths(60),
  outline: z.strictObject({ width: z.number().min(0.1).max(4), tone: z.enum([...TONES, 'card']) }),
  shadow: z.boolean(),
  texture: z.enum(['rays', 'dots', 'stripes', 'pattern', 'none']),
  /** Of a ticket: where its perforation is, as a share of its height, or of its width where it runs down. */
  perforation: z.strictObject({ at: z.number().min(0.1).max(0.9), way: z.enum(['across', 'down']) }),
  // How letters are set.
  face: z.enum(FACE_ROLES),
  weight: z.number().int().min(100).max(900),
  /** Em size, [least, wanted]. */
  size: z.tuple([z.number().min(2.2).max(60), z.number().min(2.2).max(60)]),
  lines: z.number().int().min(1).max(14),
  text: z.enum(['left', 'centre', 'right']),
  tone: z.enum(['ink', 'soft', 'accent']),
  leading: z.number().min(0.9).max(2),
  tracking: z.number().min(-0.08).max(0.4),
  /** 'lines' = each line is as wide as the others, so that short words are large. */
  scale: z.enum(['even', 'lines']),
  /** Columns from the right, letters under one another. */
  vertical: z.boolean(),
  /** Of details: lines with small icons in columns, bare lines, or all on one line as far as it goes. */
  list: z.enum(['icons', 'lines', 'strip']),
  columns: z.number().int().min(1).max(4),
  // How a hero or a picture is shown.
  anchor: z.enum(['top', 'centre', 'bottom', 'left', 'right', 'bottom-left', 'bottom-right']),
  stands: z.enum(['contact', 'drop', 'none']),
  edge: z.enum(['none', 'sticker']),
  /** Shows the n-th of several heroes alone; where there are fewer they come round again. */
  only: z.number().int().min(1).max(8),
  /** Of a picture: its own, in two tones, or printed in dots of the dark one. */
  colouring: z.enum(['own', 'duotone', 'halftone']),
  /** A shade of the surface's colour over what is behind the box, densest at this edge. */
  scrim: z.enum(['top', 'bottom', 'left', 'right']),
  /** How dense it is there: 1 = nothing shows through. */
  density: z.number().min(0.1).max(1),
  /** It may run out of the box around it, as a band that crosses the whole sheet does. */
  bleed: z.boolean(),
};

const style = z.strictObject(styles).partial();

const MAX_CHILDREN = 12;

export type DesignStyle = Readonly<z.output<typeof style>>;

const holds = {
  when: z.array(z.enum(CONDITIONS)).min(1).max(6).optional(),
  letters: z.enum(TEXT_LEAVES).optional(),
  show: z.enum(['hero', 'picture', 'rule', 'logo']).optional(),
  square: style.optional(),
  tall: style.optional(),
  wide: style.optional(),
  /** Besides `tall`, on a sheet that fills a telephone. */
  story: style.optional(),
};

/** One box; what it holds is one of `letters`, `show` and `children`, or nothing. */
export type DesignBox = DesignStyle &
  Readonly<z.output<z.ZodObject<typeof holds>>> & { readonly children?: readonly DesignBox[] | undefined };

export const designBox: z.ZodType<DesignBox> = z
  .strictObject({
    ...style.shape,
    ...holds,
    children: z
      .array(z.lazy(() => designBox))
      .min(1)
      .max(MAX_CHILDREN)
      .optional(),
  })
  .refine(
    ({ letters, show, children }) =>
      [letters, show, children].filter((kind) => kind !== undefined).length <= 1,
    'may hold only one of letters, show and children',
  );

const COLOUR_PLANS = ['loud', 'tint', 'dark', 'neon', 'deep', 'paper', 'split', 'photo', 'duotone'] as const;

const share = z.number().min(0).max(1);

/** OKLCH: lightness 0–1, chroma, hue in degrees. */
const oklch = z.tuple([share, z.number().min(0).max(0.3), z.number().min(0).max(360)]);

/** Width to height of the sheets that most families are made for: from a telephone's to a screen's. Longer ones are strips and towers. */
const USUAL_SHEETS: [number, number] = [0.52, 2.4];

/** Whether most families are made for sheets of such proportions. */
export const isUsualSheet = ({ width, height }: Size): boolean =>
  width >= USUAL_SHEETS[0] * height && width <= USUAL_SHEETS[1] * height;

const proportion = z.number().min(0.05).max(20);

export const designFamily = z
  .strictObject({
    key,
    names: localizedText,
    aliases,
    /** Said to the shop owner: 'The price is the hero, so …'. */
    why: localizedText,
    suits: z.strictObject({
      /** What it can show, best first; 'type' = nothing but words. */
      material: z.array(z.enum(MATERIAL)).min(1),
      /** Width to height of the sheets that it is made for: [least, most]. */
      sheet: z
        .tuple([proportion, proportion])
        .refine(([least, most]) => least < most, 'must be [least, most]')
        .default(USUAL_SHEETS),
      /** It is made for sheets that a knife cuts round, and for no others; absent = for what is cut straight. */
      cut: z.literal('round').optional(),
      /** Slots without which it is not taken. */
      needs: z.array(z.enum(TEXT_LEAVES)).default([]),
      /** How much better it is for these than for others, 0–1. */
      occasions: z.partialRecord(z.enum(OCCASION_KINDS), share).default({}),
      /** true: for these alone, since it tells of nothing else. */
      only: z.boolean().default(false),
      /** Families of trades of presets/families.yaml. */
      trades: z.array(z.string().min(1)).default([]),
      /** Moods of presets/moods.yaml that it can carry; absent = any. */
      moods: z.array(key).min(1).optional(),
      /** Letters of all its words together. */
      letters: z.tuple([z.number().int().min(0), z.number().int().max(2000)]).default([0, 2000]),
      /** Lines of details. */
      details: z.tuple([z.number().int().min(0), z.number().int().max(20)]).default([0, 20]),
      /** Longest headline in letters that its type still makes something of. */
      headline: z.number().int().min(1).max(80).default(40),
    }),
    colours: z.strictObject({
      plan: z.enum(COLOUR_PLANS),
      /** Where its hue is from, first that is known. */
      from: z
        .array(z.enum(['brand', 'palette', 'product']))
        .min(1)
        .default(['brand', 'palette']),
      /** Grounds by which the family is told at a glance; absent = the plan's, in the shop's hue. */
      signature: z
        .strictObject({ ground: oklch, field: oklch.optional(), card: oklch.optional() })
        .optional(),
    }),
    faces: z.strictObject({
      /** Faces of fonts/fonts.yaml by what they are for; absent = the request's own for headlines, Pretendard for text. */
      display: z.string().min(1).optional(),
      head: z.string().min(1).optional(),
      text: z.string().min(1).optional(),
      serif: z.string().min(1).optional(),
      round: z.string().min(1).optional(),
    }),
    /** What words keep from the edges, hundredths of the shorter side. */
    margin: z.number().min(4).max(12).default(6),
    sheet: designBox,
  })
  .refine(({ sheet, suits }) => alwaysLetters(sheet, suits.material), {
    path: ['sheet'],
    message: 'must have a box with `letters: details` on every shape of sheet, whatever it shows',
  });

export type DesignFamily = Readonly<z.output<typeof designFamily>>;

/** What holds of each sheet's shape. */
const SHEETS: readonly (readonly string[])[] = [['square'], ['tall'], ['tall', 'story'], ['wide']];

/** What can hold of what is shown. */
const SEEN: Readonly<Record<(typeof MATERIAL)[number], readonly (readonly string[])[]>> = {
  hero: [[], ['several'], ['broad'], ['several', 'broad']],
  picture: [[], ['broad']],
  type: [[]],
};

const DENIED = 'no-';

/** The words that some condition in a tree asks for. */
function askedFor(box: DesignBox): readonly string[] {
  const own = (box.when ?? []).map((condition) => condition.replace(DENIED, ''));
  return [...own, ...(box.children ?? []).flatMap(askedFor)].filter((fact) =>
    TEXT_LEAVES.some((leaf) => leaf === fact),
  );
}

/** Whether the details have a place on every sheet, whatever words there are: what has no box of its own is told in them. */
export function alwaysLetters(sheet: DesignBox, material: readonly (typeof MATERIAL)[number][]): boolean {
  const words = [...new Set(askedFor(sheet))];
  const subsets = Array.from({ length: 2 ** words.length }, (_, bits) =>
    words.filter((_word, i) => (bits >> i) % 2 === 1),
  );
  return material.every((used) =>
    SEEN[used].every((seen) =>
      SHEETS.every((on) =>
        subsets.every((there) => letters(sheet, new Set([used, ...seen, ...on, ...there, 'details']))),
      ),
    ),
  );
}

function letters(box: DesignBox, facts: ReadonlySet<string>): boolean {
  const holds = (condition: string): boolean =>
    condition.startsWith(DENIED) ? !facts.has(condition.slice(DENIED.length)) : facts.has(condition);
  if (!(box.when ?? []).every(holds)) return false;
  return box.letters === 'details' || (box.children ?? []).some((child) => letters(child, facts));
}
