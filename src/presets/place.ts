import * as z from 'zod';
import type { Size } from '../ad/geometry.ts';
import { LOOP_KINDS } from '../ad/motion.ts';
import {
  FILE_KINDS,
  PLACE_KINDS,
  PLACE_LIMITS,
  type Place,
  type PrintSheet,
  placeOfSize,
} from '../ad/place.ts';
import { defined } from '../collections/defined.ts';
import { UserError } from '../errors/user-error.ts';
import { Catalogue, type Named } from './catalogue.ts';
import { deepFrozen } from './deep-frozen.ts';
import { aliases, key, localizedText } from './fields.ts';
import { badPreset } from './read-yaml.ts';

/** Who says what places ask for; each rule names one. */
const source = z.strictObject({
  title: localizedText,
  url: z.url().optional(),
  date: z.iso.date(),
});

const rule = <T extends z.ZodType>(is: T) => z.strictObject({ is, by: key });

const side = z.number().int().min(PLACE_LIMITS.side.min).max(PLACE_LIMITS.side.max);
const millimetres = z.number().min(20).max(2000);
const inset = z.number().int().min(0).max(2000);

const row = z.strictObject({
  key,
  kind: z.enum(PLACE_KINDS),
  names: localizedText,
  aliases,
  /** Width and height; a printed sheet's are of its millimetres. */
  pixels: rule(z.tuple([side, side])).optional(),
  files: rule(z.array(z.enum(FILE_KINDS)).min(1)),
  bytes: rule(z.number().int().min(10_000)).optional(),
  motion: rule(
    z.strictObject({
      files: z.array(z.enum(LOOP_KINDS)).min(1),
      fps: z.number().int().min(2).max(60).exactOptional(),
      seconds: z.number().min(3).max(600).exactOptional(),
      bytes: z.number().int().min(10_000).exactOptional(),
      scale: z.number().min(0.25).max(1).exactOptional(),
    }),
  ).optional(),
  bare: rule(z.literal(true)).optional(),
  slices: rule(z.number().int().min(1000).max(5000)).optional(),
  ground: rule(z.literal('white')).optional(),
  /** Fewest and most. */
  cards: rule(z.tuple([z.number().int().min(1), z.number().int().max(10)])).optional(),
  /** Top, right, bottom, left. */
  safe: rule(z.tuple([inset, inset, inset, inset])).optional(),
  letters: rule(z.number().min(6).max(100)).optional(),
  print: rule(
    z.strictObject({
      /** Width and height once it is cut; what is cut off at each edge; what words keep from the cut: millimetres. */
      trim: z.tuple([millimetres, millimetres]),
      bleed: z.number().min(0).max(10),
      keep: z.number().min(0).max(100),
      /** Least em of letters, points. */
      letters: z.number().min(4).max(100),
      dpi: z.int().min(72).max(400),
      cut: z.literal('round').exactOptional(),
    }),
  ).optional(),
});

type Row = Readonly<z.output<typeof row>>;

export const places = z.strictObject({
  sources: z.record(key, source),
  places: z.array(row).min(1),
});

type PlaceFile = Readonly<z.output<typeof places>>;

/** A place that people can call by name. */
export type NamedPlace = Place & Pick<Named, 'aliases'>;

const FILE = 'places.yaml';

/** The places in the order of the file. @throws UserError `bad-preset` for a rule of a source that there is not */
export function placeCatalogue({ sources, places: rows }: PlaceFile): Catalogue<NamedPlace> {
  const named = rows.map((one): NamedPlace => {
    const by = <T>(name: string, { is, by: said }: { readonly is: T; readonly by: string }) => {
      const found = sources[said];
      if (found === undefined) throw badPreset(FILE, `${one.key}, ${name}`, `there is no source "${said}"`);
      const { title, date, url } = found;
      return { is, by: { title, date, ...defined({ url }) } };
    };
    const { files, bytes, motion, bare, slices, ground, cards, print } = one;
    const { pixels, safe, letters, round } = printed(one);
    if (pixels === undefined) throw badPreset(FILE, one.key, 'has neither pixels nor a printed sheet');
    const [min = 1, max = 1] = cards?.is ?? [];
    const [width, height] = pixels.is;
    const [top = 0, right = 0, bottom = 0, left = 0] = safe?.is ?? [];
    return {
      key: one.key,
      kind: one.kind,
      names: one.names,
      aliases: one.aliases,
      pixels: by('pixels', { ...pixels, is: { width, height } }),
      files: by('files', files),
      ...defined({
        bytes: bytes && by('bytes', bytes),
        motion: motion && by('motion', motion),
        bare: bare && by('bare', bare),
        slices: slices && by('slices', slices),
        ground: ground && by('ground', ground),
        cards: cards && by('cards', { ...cards, is: { min, max } }),
        safe: safe && by('safe', { ...safe, is: { top, right, bottom, left } }),
        round: round && by('round', round),
        letters: letters && by('letters', letters),
        print: print && by('print', { ...print, is: sheetOf(print.is) }),
      }),
    };
  });
  return new Catalogue('place', deepFrozen(named), (name, { key: other }) => {
    throw badPreset(FILE, other, `the name "${name}" belongs to another row already`);
  });
}

/** Pixels of the longer and the shorter side that a printed sheet is laid out in at most: what is drawn of it is larger. */
const LAYOUT = { long: PLACE_LIMITS.side.max, short: 1300 };

const MM_PER_POINT = 25.4 / 72;

/** A row's rules in pixels, those of a printed sheet by its millimetres: as many to each as the layout has room for. */
function printed({ pixels, safe, letters, print }: Row): Pick<Row, 'pixels' | 'safe' | 'letters'> & {
  readonly round?: { readonly is: number; readonly by: string };
} {
  if (print === undefined) return { pixels, safe, letters };
  const { trim, bleed, keep, letters: points } = print.is;
  const [width, height] = trim.map((side) => side + 2 * bleed);
  const [short, long] = [Math.min(width ?? 0, height ?? 0), Math.max(width ?? 0, height ?? 0)];
  const scale = Math.max(1, Math.floor(Math.min(LAYOUT.long / long, LAYOUT.short / short)));
  // On a round sheet words keep that far off the circle; what knows of straight edges alone keeps to the square inside.
  const radius = scale * (Math.min(...trim) / 2 - keep);
  const isRound = print.is.cut === 'round';
  const inner = isRound
    ? Math.ceil((scale * (width ?? 0)) / 2 - radius * Math.SQRT1_2)
    : Math.round(scale * (bleed + keep));
  return {
    pixels: { is: [Math.round(scale * (width ?? 0)), Math.round(scale * (height ?? 0))], by: print.by },
    safe: { is: [inner, inner, inner, inner], by: print.by },
    letters: { is: Math.floor(points * MM_PER_POINT * scale), by: print.by },
    ...(isRound ? { round: { is: Math.floor(radius), by: print.by } } : {}),
  };
}

const sheetOf = ({
  trim: [width, height],
  bleed,
  dpi,
  cut,
}: NonNullable<Row['print']>['is']): PrintSheet => ({
  trim: { width, height },
  bleed,
  dpi,
  ...defined({ cut }),
});

const PIXELS = /^\s*(\d{2,4})\s*(?:px|픽셀)?\s*[x×*]\s*(\d{2,4})\s*(?:px|픽셀)?\s*$/iu;

/**
 * The place that somebody means by its name, or by a size in pixels: '800x400', '728 × 90'.
 *
 * @throws UserError `unknown-name`, `place-size` for a size that no picture can be made in
 */
export function placeNamed(name: string, catalogue: Catalogue<NamedPlace>): Place {
  const found = findPlace(name, catalogue);
  if (found !== undefined) return found;
  const size = sizeCalled(name);
  if (size === undefined) return catalogue.named(name);
  const { side, ratio } = PLACE_LIMITS;
  throw new UserError('place-size', { ...size, ...side, ratio });
}

/** The same; undefined where there is no such place, and for a size that no picture can be made in. */
export function findPlace(name: string, catalogue: Catalogue<NamedPlace>): Place | undefined {
  const known = catalogue.find(name);
  if (known !== undefined) return known;
  const size = sizeCalled(name);
  return size !== undefined && canBeMade(size) ? placeOfSize(size) : undefined;
}

function sizeCalled(name: string): Size | undefined {
  const [, across, down] = PIXELS.exec(name.slice(0, 40)) ?? [];
  return across === undefined || down === undefined
    ? undefined
    : { width: Number(across), height: Number(down) };
}

function canBeMade({ width, height }: Size): boolean {
  const { side, ratio } = PLACE_LIMITS;
  const [short, long] = width < height ? [width, height] : [height, width];
  return short >= side.min && long <= side.max && long <= ratio * short;
}
