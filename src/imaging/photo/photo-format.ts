/** The formats that are told apart. HEIC cannot be opened. */
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
  ['HEIC', (head) => brandsOf(head).some((brand) => HEVC.test(brand)) && !isAv1(head)],
  ['AVIF', (head) => brandsOf(head).some((brand) => AV1.test(brand) || EITHER.test(brand))],
  ['SVG', (head) => /^\s*(?:\ufeff|\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)/i.test(head)],
];

/** The format that the bytes claim to be, or undefined for anything that is not a picture. */
export function photoFormat(bytes: Uint8Array): PhotoFormat | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 256)).toString('latin1');
  return SIGNATURES.find(([, matches]) => matches(head))?.[0];
}

const isAv1 = (head: string): boolean => brandsOf(head).some((brand) => AV1.test(brand));

/** The major brand of an ISO media file, then those that it is compatible with; none for anything else. */
function brandsOf(head: string): readonly string[] {
  if (head.slice(4, 8) !== 'ftyp') return [];
  const size = Buffer.from(head.slice(0, 4), 'latin1').readUInt32BE(0);
  const compatible = head.slice(16, Math.max(16, Math.min(size, head.length))).match(/.{4}/gs) ?? [];
  return [head.slice(8, 12), ...compatible];
}
