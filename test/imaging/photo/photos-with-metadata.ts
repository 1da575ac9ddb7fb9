import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** What the files below say beside their picture; none of it may be found in what is kept, shown or made of them. */
const SECRETS = {
  maker: 'Geheim Camera Works',
  owner: 'Minji Hong of 12-3 Yeonnam-dong',
  area: 'Hongdae back alley, second floor',
  xmp: '<exif:GPSLatitude>37,33.4321N</exif:GPSLatitude>',
  caption: 'caption for the press only',
  comment: 'shot at home, do not pass on',
} as const;

/** Degrees, minutes and hundredths of seconds of a latitude, as GPS writes them: three pairs of 32 bits. */
const LATITUDE = [37, 1, 33, 1, 2593, 100];

/** All marks by which what a photo says would be found in a file. */
export const MARKS: ReadonlyMap<string, Buffer> = new Map([
  ...Object.entries(SECRETS).map(([name, text]) => [name, Buffer.from(text)] as const),
  ['latitude', pairs(LATITUDE)],
  ['latitude the other way round', pairs(LATITUDE).swap32()],
]);

/** The marks that are found in a file. */
export function marksIn(bytes: Buffer): readonly string[] {
  return [...MARKS].filter(([, mark]) => bytes.includes(mark)).map(([name]) => name);
}

const SIDE = 160;

/** Something with an edge to cut out along. */
const picture = (): Sharp =>
  sharp(
    Buffer.from(
      `<svg width="${SIDE}" height="${SIDE}"><rect width="100%" height="100%" fill="#eee8dd"/><rect x="50" y="40" width="60" height="90" rx="12" fill="#b3312c"/></svg>`,
    ),
  );

/** Photos that say where they were taken, by whom and with what, in every place that their format has for it. */
export async function photosWithMetadata(): Promise<ReadonlyMap<string, Buffer>> {
  const jpeg = await picture().jpeg({ quality: 92 }).toBuffer();
  const wideJpeg = await picture().withIccProfile('p3').jpeg({ quality: 92 }).toBuffer();
  const png = await picture().png().toBuffer();
  const deepPng = await picture().toColourspace('rgb16').withIccProfile('p3').png().toBuffer();
  const webp = await picture().webp({ lossless: true }).toBuffer();
  return new Map([
    ['street.jpg', jpegWith(jpeg, 1)],
    ['on-its-side.jpg', jpegWith(jpeg, 6)],
    ['wide.jpg', jpegWith(wideJpeg, 1)],
    ['street.png', pngWith(png)],
    ['deep-and-wide.png', pngWith(deepPng)],
    ['street.webp', webpWith(webp)],
  ]);
}

function jpegWith(jpeg: Buffer, orientation: number): Buffer {
  const segments = [
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(orientation)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp()}`)),
    segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), iptc()])),
    segment(0xfe, Buffer.from(SECRETS.comment)),
  ];
  // Some programs append what they know: bytes behind the picture's end.
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2), Buffer.from(SECRETS.owner)]);
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** A resource of Photoshop's with a caption (IPTC 2:120) in it. */
function iptc(): Buffer {
  const caption = Buffer.from(SECRETS.caption);
  const head = Buffer.from([0x1c, 2, 120, 0, 0]);
  head.writeUInt16BE(caption.length, 3);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length + caption.length);
  return Buffer.concat([Buffer.from('8BIM'), Buffer.from([0x04, 0x04, 0, 0]), length, head, caption]);
}

const xmp = (): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>${SECRETS.xmp}<dc:creator>${SECRETS.owner}</dc:creator></rdf:RDF></x:xmpmeta>`;

function pngWith(png: Buffer): Buffer {
  const afterHeader = 8 + 25;
  const chunks = [
    chunk('eXIf', exif(1)),
    chunk('tEXt', Buffer.from(`Comment\0${SECRETS.comment}`)),
    chunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(SECRETS.owner, { level: 0 })])),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp()}`)),
    chunk('tIME', Buffer.from([7, 233, 5, 1, 12, 0, 0])),
  ];
  return Buffer.concat([png.subarray(0, afterHeader), ...chunks, png.subarray(afterHeader)]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

/** @param webp a simple file, with one chunk */
function webpWith(webp: Buffer): Buffer {
  const flags = Buffer.alloc(10);
  flags[0] = 0b1100;
  flags.writeUIntLE(SIDE - 1, 4, 3);
  flags.writeUIntLE(SIDE - 1, 7, 3);
  const chunks = [
    riff('VP8X', flags),
    webp.subarray(12),
    riff('EXIF', exif(1)),
    riff('XMP ', Buffer.from(xmp())),
  ];
  return riff('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
}

function riff(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from(name), length, content, Buffer.alloc(content.length % 2)]);
}

/** A TIFF directory as cameras write it: maker, orientation, owner, and GPS in a directory of its own. */
function exif(orientation: number): Buffer {
  const maker = Buffer.from(`${SECRETS.maker}\0`);
  const owner = Buffer.from(`${SECRETS.owner}\0`);
  const area = Buffer.from(`${SECRETS.area}\0`);
  const gps = 8 + 2 + 4 * 12 + 4;
  const data = gps + 2 + 3 * 12 + 4;
  const at = { maker: data, owner: data + maker.length, latitude: data + maker.length + owner.length };
  const short = Buffer.alloc(4);
  short.writeUInt16BE(orientation);
  const head = Buffer.from('MM\0\x2a\0\0\0\x08', 'latin1');
  const first = directory([
    entry(0x010f, 2, maker.length, offset(at.maker)),
    entry(0x0112, 3, 1, short),
    entry(0x013b, 2, owner.length, offset(at.owner)),
    entry(0x8825, 4, 1, offset(gps)),
  ]);
  const second = directory([
    entry(0x0001, 2, 2, Buffer.from('N\0\0\0')),
    entry(0x0002, 5, 3, offset(at.latitude)),
    entry(0x001c, 7, area.length, offset(at.latitude + 24)),
  ]);
  return Buffer.concat([head, first, second, maker, owner, pairs(LATITUDE), area]);
}

function directory(entries: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([0, entries.length]), ...entries, Buffer.alloc(4)]);
}

function entry(tag: number, type: number, count: number, value: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(tag);
  head.writeUInt16BE(type, 2);
  head.writeUInt32BE(count, 4);
  return Buffer.concat([head, value]);
}

function offset(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function pairs(values: readonly number[]): Buffer {
  return Buffer.concat(values.map(offset));
}
