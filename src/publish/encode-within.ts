import type { FileKind, PictureFileKind, Place } from '../ad/place.ts';
import { type Encoding, encodePicture, type FileTexts } from '../imaging/encode-picture.ts';
import type { Raster } from '../imaging/raster.ts';
import { MAX_JPEG_PACKET, type PictureLabels, xmpPacket } from '../imaging/xmp.ts';

/** A picture as its place takes it. */
export interface PlaceFile {
  readonly bytes: Buffer;
  readonly kind: FileKind;
  /** Whether its recipe found room in it. */
  readonly hasRecipe: boolean;
}

/** What a file carries besides its picture. */
export interface FileContent {
  readonly labels: PictureLabels;
  /** The recipe, and the keyword of its chunk in a PNG. */
  readonly recipe: { readonly keyword: string; readonly text: string };
}

/** Qualities at which lettering shows no loss, and those that are tried where a place has less room. */
const FINE = [92, 88, 84];
const COARSE = [80, 74, 68, 60, 50, 40, 30];

/** Colours of a PNG that is written with loss. */
const FEWER_COLOURS = [256, 128, 64, 32];

const lossy = (kinds: readonly PictureFileKind[], qualities: readonly number[]): readonly Encoding[] =>
  qualities.flatMap((quality) =>
    kinds.flatMap((kind): readonly Encoding[] => (kind === 'png' ? [] : [{ kind, quality }])),
  );

/** The ways of writing a file, from the one that keeps most. */
function encodingsFor(taken: readonly FileKind[]): readonly Encoding[] {
  const kinds = taken.filter((kind) => kind !== 'pdf');
  const whole: readonly Encoding[] = kinds.includes('png') ? [{ kind: 'png' }] : [];
  const reduced: readonly Encoding[] = kinds.includes('png')
    ? FEWER_COLOURS.map((colours) => ({ kind: 'png', colours }))
    : [];
  const fine = lossy(kinds, FINE);
  const first = kinds[0] === 'png' ? [...whole, ...fine] : [...fine, ...whole];
  // Where nothing else is taken, colours are the only thing to save on.
  return [...first, ...lossy(kinds, COARSE), ...(fine.length === 0 ? reduced : [])];
}

/**
 * The picture as a file of a kind that its place takes, in the place's bytes: its size in pixels is the place's and
 * stays, its labels stay, its quality is lowered by steps. The recipe is left out before the letters suffer from it. What
 * cannot be made to fit comes back as small as it gets.
 */
export async function encodeWithin(
  image: Raster,
  { files, bytes: limit }: Pick<Place, 'files' | 'bytes'>,
  content: FileContent,
): Promise<PlaceFile> {
  const max = limit?.is ?? Number.POSITIVE_INFINITY;
  const encodings = encodingsFor(files.is);
  const fine = encodings.filter((encoding) => !('quality' in encoding) || FINE.includes(encoding.quality));
  let smallest: PlaceFile | undefined;
  for (const [ways, withRecipe] of [
    [fine, true],
    [encodings, false],
  ] as const) {
    for (const encoding of ways) {
      const texts = textsFor(encoding.kind, content, withRecipe);
      if (texts === undefined) continue;
      const bytes = await encodePicture(image, encoding, texts);
      const file = { bytes, kind: encoding.kind, hasRecipe: withRecipe };
      if (bytes.length <= max) return file;
      if (smallest === undefined || bytes.length < smallest.bytes.length) smallest = file;
    }
  }
  if (smallest === undefined) throw new RangeError('A place takes at least one kind of file');
  return smallest;
}

/** Undefined where the recipe does not go into such a file. */
function textsFor(
  kind: FileKind,
  { labels, recipe }: FileContent,
  withRecipe: boolean,
): FileTexts | undefined {
  if (!withRecipe) return { xmp: xmpPacket(labels) };
  if (kind === 'png') return { xmp: xmpPacket(labels), chunks: { [recipe.keyword]: recipe.text } };
  const xmp = xmpPacket({ ...labels, recipe: recipe.text });
  return Buffer.byteLength(xmp) > MAX_JPEG_PACKET ? undefined : { xmp };
}
