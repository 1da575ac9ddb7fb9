import { heifCoding } from './heif.ts';
import { brandsOf } from './iso-boxes.ts';

/** The formats that can be opened. */
export type PhotoFormat = 'JPEG' | 'PNG' | 'WebP' | 'GIF' | 'TIFF' | 'HEIC' | 'AVIF' | 'SVG';

/** Brands of HEVC pictures, of AV1 pictures, and of the container that either may be in (ISO/IEC 23008-12). */
const HEVC = /^(?:hei[cxms]|hev[cxms])$/;
const AV1 = /^avi[fs]$/;
const EITHER = /^mi[fs]\d|^ms[fs]\d|^miaf$/;

/** By their first bytes. */
const SIGNATURES: readonly (readonly [format: PhotoFormat, matches: (head: string) => boolean])[] = [
  ['JPEG', (head) => head.startsWith('\xff\xd8\xff')],
  ['PNG', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['WebP', (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP'],
  ['GIF', (head) => /^GIF8[79]a/.test(head)],
  ['TIFF', (head) => head.startsWith('II*\0') || head.startsWith('MM\0*')],
  ['SVG', (head) => /^\s*(?:\ufeff|\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)/i.test(head)],
];

/** The format that the bytes claim to be, or undefined for anything that is not a picture that can be opened. */
export function photoFormat(bytes: Uint8Array): PhotoFormat | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 256)).toString('latin1');
  return SIGNATURES.find(([, matches]) => matches(head))?.[0] ?? heifFormat(bytes);
}

/** What lies in the container goes before its brand: a phone writes `mif1` over either. */
function heifFormat(bytes: Uint8Array): 'HEIC' | 'AVIF' | undefined {
  const brands = brandsOf(bytes);
  const says = (pattern: RegExp): boolean => brands.some((brand) => pattern.test(brand));
  if (!says(HEVC) && !says(AV1) && !says(EITHER)) return undefined;
  const coding = heifCoding(bytes);
  if (coding !== undefined) return coding === 'hevc' ? 'HEIC' : 'AVIF';
  if (says(AV1)) return 'AVIF';
  return says(HEVC) ? 'HEIC' : undefined;
}
