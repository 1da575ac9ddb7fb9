import * as z from 'zod';
import { FILE_KINDS, PLACE_KINDS, PLACE_LIMITS, type Place, placeOfSize } from '../ad/place.ts';
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
const inset = z.number().int().min(0).max(2000);

const row = z.strictObject({
  key,
  kind: z.enum(PLACE_KINDS),
  names: localizedText,
  aliases,
  /** Width and height. */
  pixels: rule(z.tuple([side, side])),
  files: rule(z.array(z.enum(FILE_KINDS)).min(1)),
  bytes: rule(z.number().int().min(10_000)).optional(),
  bare: rule(z.literal(true)).optional(),
  /** Top, right, bottom, left. */
  safe: rule(z.tuple([inset, inset, inset, inset])).optional(),
  letters: rule(z.number().min(6).max(100)).optional(),
});

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
    const { pixels, files, bytes, bare, safe, letters } = one;
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
        bare: bare && by('bare', bare),
        safe: safe && by('safe', { ...safe, is: { top, right, bottom, left } }),
        letters: letters && by('letters', letters),
      }),
    };
  });
  return new Catalogue('place', deepFrozen(named), (name, { key: other }) => {
    throw badPreset(FILE, other, `the name "${name}" belongs to another row already`);
  });
}

const PIXELS = /^\s*(\d{2,4})\s*(?:px|픽셀)?\s*[x×*]\s*(\d{2,4})\s*(?:px|픽셀)?\s*$/iu;

/**
 * The place that somebody means by its name, or by a size in pixels: '800x400', '728 × 90'.
 *
 * @throws UserError `unknown-name`, `place-size`
 */
export function placeNamed(name: string, catalogue: Catalogue<NamedPlace>): Place {
  const known = catalogue.find(name);
  if (known !== undefined) return known;
  const [, across, down] = PIXELS.exec(name.slice(0, 40)) ?? [];
  if (across === undefined || down === undefined) return catalogue.named(name);
  return placeOfSize(checkedSize(Number(across), Number(down)));
}

/** @throws UserError `place-size` for a size that no picture can be made in */
function checkedSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const { side, ratio } = PLACE_LIMITS;
  const [short, long] = width < height ? [width, height] : [height, width];
  if (short >= side.min && long <= side.max && long <= ratio * short) return { width, height };
  throw new UserError('place-size', { width, height, ...side, ratio });
}
