import { brandsOf } from '../iso-boxes.ts';
import type { NamedFormat, OtherRefusal } from './named-format.ts';
import { packedDocument } from './packed-document.ts';
import { rawFormat } from './raw-format.ts';

type Signature = readonly [name: string, refusal: OtherRefusal, matches: (head: string) => boolean];

const starts =
  (...beginnings: readonly string[]) =>
  (head: string): boolean =>
    beginnings.some((beginning) => head.startsWith(beginning));

/** RIFF is a container (Microsoft and IBM, 1991): what lies in it stands behind its length. */
const riff =
  (form: string) =>
  (head: string): boolean =>
    head.startsWith('RIFF') && head.slice(8, 8 + form.length) === form;

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** By their first bytes, as their makers publish them; the first that matches holds. */
const SIGNATURES: readonly Signature[] = [
  ['PSB', 'photo-design', starts('8BPS\0\x02')],
  ['PSD', 'photo-design', starts('8BPS')],
  ['EPS', 'photo-design', starts('%!PS-Adobe', '\xc5\xd0\xd3\xc6')],
  ['InDesign', 'photo-design', starts('\x06\x06\xed\xf5\xd8\x1d\x46\xe5')],
  ['XCF', 'photo-design', starts('gimp xcf')],
  ['CorelDRAW', 'photo-design', riff('CDR')],
  ['CLIP STUDIO', 'photo-design', starts('CSFCHUNK')],
  ['RAF', 'photo-raw', starts('FUJIFILMCCD-RAW')],
  ['ORF', 'photo-raw', starts('IIRO', 'IIRS', 'MMOR')],
  ['RW2', 'photo-raw', starts('IIU\0')],
  ['CRW', 'photo-raw', (head) => head.startsWith('II') && head.slice(6, 14) === 'HEAPCCDR'],
  ['X3F', 'photo-raw', starts('FOVb')],
  ['MRW', 'photo-raw', starts('\0MRM')],
  ['MKV/WebM', 'photo-video', starts('\x1a\x45\xdf\xa3')],
  ['AVI', 'photo-video', riff('AVI ')],
  ['WMV', 'photo-video', starts('\x30\x26\xb2\x75\x8e\x66\xcf\x11')],
  ['FLV', 'photo-video', starts('FLV\x01')],
  ['MPEG', 'photo-video', starts('\0\0\x01\xba', '\0\0\x01\xb3')],
  ['MPEG-TS', 'photo-video', (head) => head[0] === 'G' && head[188] === 'G'],
  ['RTF', 'photo-document', starts('{\\rtf')],
  ['7z', 'photo-archive', starts('7z\xbc\xaf\x27\x1c')],
  ['RAR', 'photo-archive', starts('Rar!\x1a\x07')],
  ['GZIP', 'photo-archive', starts('\x1f\x8b')],
  ['ALZ', 'photo-archive', starts('ALZ\x01')],
  ['EGG', 'photo-archive', starts('EGGA')],
  ['JPEG XL', 'photo-format', starts('\xff\x0a', '\0\0\0\x0cJXL \r\n\x87\n')],
  ['JPEG 2000', 'photo-format', starts('\0\0\0\x0cjP  \r\n\x87\n', '\xff\x4f\xff\x51')],
  ['BMP', 'photo-format', (head) => head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0'],
  ['ICO', 'photo-format', starts('\0\0\x01\0', '\0\0\x02\0')],
  ['BigTIFF', 'photo-format', starts('II+\0', 'MM\0+')],
  ['OpenEXR', 'photo-format', starts('\x76\x2f\x31\x01')],
  ['HDR', 'photo-format', starts('#?RADIANCE', '#?RGBE')],
  ['DDS', 'photo-format', starts('DDS ')],
  ['MP3', 'photo-format', starts('ID3')],
  ['WAV', 'photo-format', riff('WAVE')],
];

/** Bytes in which a name is looked for that stands further in. */
const LOOK = 4096;

/**
 * Names a file that is not opened by what it is made of, whatever its own name says: camera raw, videos, documents,
 * layered pictures and archives.
 *
 * @returns undefined for pictures that may be opened, and for what nobody can name
 */
export function otherFormat(bytes: Uint8Array): NamedFormat | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.toString('latin1', 0, LOOK);
  const raw = rawFormat(file);
  if (raw !== undefined) return { name: raw, refusal: 'photo-raw' };
  const known = SIGNATURES.find(([, , matches]) => matches(head));
  if (known !== undefined) return { name: known[0], refusal: known[1] };
  return (
    isoMedia(file, head) ??
    portableDocument(file, head) ??
    packedDocument(file) ??
    (head.startsWith(OLE) ? compoundDocument(file) : undefined) ??
    text(file)
  );
}

/** Brands of videos and sound (ISO/IEC 14496-12, and what phones and cameras write). */
const VIDEO = /^(?:qt {2}|iso[m2-9]|mp4[12v]|avc1|M4V.|3g[gp2p].|mmp4|dash|f4v |XAVC|MSNV|NDA.|hvc1|CAEP)$/;
const SOUND = /^(?:M4A |M4B |aax )$/;

/** What a QuickTime film without a brand begins with. */
const BARE = /^(?:moov|mdat|wide|pnot)$/;

function isoMedia(file: Buffer, head: string): NamedFormat | undefined {
  if (BARE.test(head.slice(4, 8))) return { name: 'MOV', refusal: 'photo-video' };
  const [major] = brandsOf(file);
  if (major === undefined) return undefined;
  if (major === 'crx ') return { name: 'CR3', refusal: 'photo-raw' };
  if (SOUND.test(major)) return { name: 'M4A', refusal: 'photo-format' };
  if (!VIDEO.test(major)) return undefined;
  return { name: major === 'qt  ' ? 'MOV' : 'MP4', refusal: 'photo-video' };
}

/** A PDF may have up to a kilobyte in front of its head (ISO 32000-1, H.3.12); Illustrator writes PDF since its ninth edition. */
function portableDocument(file: Buffer, head: string): NamedFormat | undefined {
  if (!head.slice(0, 1024).includes('%PDF-')) return undefined;
  const drawn = file.includes('Adobe Illustrator') && file.includes('AIPrivateData');
  return drawn ? { name: 'AI', refusal: 'photo-design' } : { name: 'PDF', refusal: 'photo-document' };
}

/** Programs name their streams in UTF-16 (MS-CFB, 2.6.1). */
const STREAMS: readonly (readonly [name: string, stream: string])[] = [
  ['HWP', 'FileHeader'],
  ['DOC', 'WordDocument'],
  ['XLS', 'Workbook'],
  ['PPT', 'PowerPoint Document'],
];

function compoundDocument(file: Buffer): NamedFormat {
  const found = STREAMS.find(([, stream]) => file.includes(Buffer.from(stream, 'utf16le')));
  return { name: found?.[0] ?? 'DOC', refusal: 'photo-document' };
}

const TEXT_NAMES: readonly (readonly [name: string, begins: RegExp])[] = [
  ['HTML', /^\s*(?:<!doctype html|<html|<head|<body)/i],
  ['JSON', /^\s*[[{]\s*["[{\]}]/],
];

/** A drawing is text too, and may be opened. */
const DRAWING = /^\s*\ufeff?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)/i;

/** What no text has. */
const CONTROL = /(?!\s)\p{Cc}|\ufffd/u;

/** Of a text: UTF-8, what Windows in Korea writes, and UTF-16 where it says so. */
function text(file: Buffer): NamedFormat | undefined {
  const marked = file.length > 2 && file.readUInt16BE(0) === 0xff_fe;
  const encodings = marked ? ['utf-16le'] : ['utf-8', 'euc-kr'];
  for (const encoding of encodings) {
    // As a stream: the look may end within a letter.
    const words = new TextDecoder(encoding).decode(file.subarray(0, LOOK), { stream: true });
    if (words.trim() === '' || CONTROL.test(words)) continue;
    if (DRAWING.test(words)) return undefined;
    const name = TEXT_NAMES.find(([, begins]) => begins.test(words))?.[0] ?? 'TXT';
    return { name, refusal: 'photo-text' };
  }
  return undefined;
}
