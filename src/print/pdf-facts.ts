import { inflateSync } from 'node:zlib';

/** What a PDF of one page is found to be. */
export interface PdfFacts {
  /** Points: left, bottom, right, top. */
  readonly boxes: Readonly<Record<'media' | 'bleed' | 'trim', readonly number[] | undefined>>;
  readonly images: readonly { readonly width: number; readonly height: number; readonly channels: number }[];
  /** Whether anything else is coloured in red, green and blue. */
  readonly hasRgb: boolean;
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  /** Whether it says for which press, by a profile of four inks. */
  readonly hasIntent: boolean;
  /** Names of spot colours that something is painted in. */
  readonly spots: readonly string[];
  /** The XMP packet; '' for none. */
  readonly xmp: string;
}

/** An object of the file: its dictionary, as it is written, and its stream. */
interface PdfObject {
  readonly text: string;
  readonly stream?: Buffer;
}

/** Objects that are looked at, and the longest page description, in bytes. */
const MAX_OBJECTS = 2000;
const MAX_CONTENT = 64 * 2 ** 20;

/**
 * Reads a PDF of ours: one page, objects in the clear, lengths beside their streams (ISO 32000-1, 7.5).
 *
 * @throws Error for what is none
 */
export function pdfFacts(bytes: Uint8Array): PdfFacts {
  const objects = objectsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const all = [...objects.values()];
  const page = all.find(({ text }) => /\/Type \/Page\b(?!s)/.test(text));
  if (page === undefined) throw new Error('The PDF has no page');
  const box = (name: string): readonly number[] | undefined =>
    new RegExp(`/${name} \\[([^\\]]*)\\]`).exec(page.text)?.[1]?.trim().split(/\s+/).map(Number);
  const referred = (text: string, name: string): PdfObject | undefined =>
    objects.get(Number(new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1]));
  const content = contentOf(referred(page.text, 'Contents'));
  const images = all.filter(({ text }) => /\/Subtype \/Image\b/.test(text));
  return {
    boxes: { media: box('MediaBox'), bleed: box('BleedBox'), trim: box('TrimBox') },
    images: images.map(({ text }) => ({
      width: numberOf(text, 'Width'),
      height: numberOf(text, 'Height'),
      channels: channelsOf(text, objects),
    })),
    hasRgb:
      RGB.test(content) ||
      all.some(({ text }) => !/\/Subtype \/Image\b/.test(text) && /\/(Device|Cal)RGB\b/.test(text)),
    fonts: all
      .filter(({ text }) => /\/Type \/FontDescriptor\b/.test(text))
      .map(({ text }) => ({
        name: /\/FontName \/([^\s/]+)/.exec(text)?.[1] ?? '',
        embedded: /\/FontFile[23]? \d+ 0 R/.test(text),
      })),
    hasIntent: all.some(
      ({ text }) =>
        /\/Type \/OutputIntent\b/.test(text) &&
        numberOf(referred(text, 'DestOutputProfile')?.text ?? '', 'N') === 4,
    ),
    spots: [
      ...new Set(all.flatMap(({ text }) => [...text.matchAll(SPOT)].map(([, name = '']) => name))),
    ].filter((name) => content.includes(`/${name} CS`)),
    xmp: all.find(({ text }) => /\/Subtype \/XML\b/.test(text))?.stream?.toString('utf8') ?? '',
  };
}

const SPOT = /\/Separation \/([^\s/\]]+)/g;

/** Operators that colour in red, green and blue. */
const RGB = /(?:^|\s)(?:rg|RG|\/DeviceRGB (?:cs|CS))(?=\s|$)/;

const numberOf = (text: string, name: string): number =>
  Number(new RegExp(`/${name} (\\d+)`).exec(text)?.[1] ?? Number.NaN);

function channelsOf(image: string, objects: ReadonlyMap<number, PdfObject>): number {
  if (/\/ColorSpace \/DeviceRGB\b/.test(image)) return 3;
  if (/\/ColorSpace \/DeviceGray\b/.test(image)) return 1;
  if (/\/ColorSpace \/DeviceCMYK\b/.test(image)) return 4;
  const profile = /\/ColorSpace \[\s*\/ICCBased (\d+) 0 R/.exec(image)?.[1];
  return numberOf(objects.get(Number(profile))?.text ?? '', 'N');
}

function contentOf(object: PdfObject | undefined): string {
  if (object?.stream === undefined) return '';
  const isPacked = /\/Filter \/FlateDecode\b/.test(object.text);
  return (isPacked ? inflateSync(object.stream, { maxOutputLength: MAX_CONTENT }) : object.stream).toString(
    'latin1',
  );
}

/** By their numbers. */
function objectsOf(file: Buffer): ReadonlyMap<number, PdfObject> {
  if (file.toString('latin1', 0, 5) !== '%PDF-') throw new Error('This is no PDF');
  const found = new Map<number, PdfObject>();
  let at = 0;
  while (found.size < MAX_OBJECTS) {
    const begin = file.indexOf(' 0 obj\n', at, 'latin1');
    if (begin < 0) break;
    const number = Number(/(\d+)$/.exec(file.toString('latin1', Math.max(0, begin - 10), begin))?.[1]);
    const body = begin + ' 0 obj\n'.length;
    const end = file.indexOf('endobj', body, 'latin1');
    const stream = file.indexOf('stream\n', body, 'latin1');
    if (end < 0) break;
    if (stream < 0 || stream > end) {
      found.set(number, { text: file.toString('latin1', body, end) });
      at = end;
      continue;
    }
    const text = file.toString('latin1', body, stream);
    const from = stream + 'stream\n'.length;
    const length = numberOf(text, 'Length');
    if (!(from + length <= file.length)) throw new Error('A stream of the PDF is cut off');
    found.set(number, { text, stream: file.subarray(from, from + length) });
    at = from + length;
  }
  return found;
}
