import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors/user-error.ts';
import { examinePhoto } from '../../../src/imaging/photo/examine-photo.ts';

const ascii = (text: string): Buffer => Buffer.from(text.padEnd(400, '\0'), 'latin1');
const u16 = (value: number): Buffer => Buffer.from([value & 255, value >> 8]);
const u32 = (value: number): Buffer => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);
const film = (brand: string): Buffer => ascii(`\0\0\0\x18ftyp${brand}\0\0\0\0${brand}isom`);

/** A TIFF as cameras write it: first a small picture, then a directory of the sensor's. */
function raw(
  maker: string,
  sensor: readonly (readonly [tag: number, type: number, value: number])[],
): Buffer {
  const entry = ([tag, type, value, count = 1]: readonly number[]): Buffer =>
    Buffer.concat([u16(tag!), u16(type!), u32(count), u32(value!)]);
  const text = Buffer.from(`${maker}\0`, 'latin1');
  const [first, firstCount] = [8, 3];
  const second = first + 6 + 12 * firstCount;
  const textAt = second + 6 + 12 * sensor.length;
  return Buffer.concat([
    Buffer.from('II*\0', 'latin1'),
    u32(first),
    u16(firstCount),
    entry([254, 4, 1]),
    entry([271, 2, textAt, text.length]),
    entry([330, 4, second]),
    u32(0),
    u16(sensor.length),
    ...sensor.map(entry),
    u32(0),
    text,
  ]);
}

/** A ZIP archive's local headers with nothing in them. */
const zip = (...names: readonly string[]): Buffer =>
  Buffer.concat(
    names.map((name) => {
      const header = Buffer.alloc(30);
      header.write('PK\x03\x04', 'latin1');
      header.writeUInt16LE(name.length, 26);
      return Buffer.concat([header, Buffer.from(name)]);
    }),
  );

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const CFA = [262, 3, 32_803] as const;

const FILES: readonly (readonly [name: string, code: string, file: Buffer])[] = [
  ['CR2', 'photo-raw', ascii('II*\0\x10\0\0\0CR\x02\0')],
  ['CR3', 'photo-raw', film('crx ')],
  ['NEF', 'photo-raw', raw('NIKON CORPORATION', [[259, 3, 34_713], CFA])],
  ['ARW', 'photo-raw', raw('SONY', [[259, 3, 32_767], CFA])],
  ['DNG', 'photo-raw', raw('Google', [[50_706, 1, 0x0401]])],
  ['PEF', 'photo-raw', raw('PENTAX', [[259, 3, 65_535]])],
  ['RAF', 'photo-raw', ascii('FUJIFILMCCD-RAW 0201FF383501')],
  ['ORF', 'photo-raw', ascii('IIRO\x08\0\0\0')],
  ['RW2', 'photo-raw', ascii('IIU\0\x18\0\0\0')],
  ['PSD', 'photo-design', ascii('8BPS\0\x01')],
  ['EPS', 'photo-design', ascii('%!PS-Adobe-3.0 EPSF-3.0')],
  ['AI', 'photo-design', ascii('%PDF-1.6 … Adobe Illustrator 28.0 … AIPrivateData1')],
  ['PDF', 'photo-document', ascii('%PDF-1.7\n')],
  ['DOCX', 'photo-document', zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml')],
  ['PPTX', 'photo-document', zip('[Content_Types].xml', 'ppt/presentation.xml')],
  ['HWPX', 'photo-document', zip('mimetype', 'version.xml', 'Contents/header.xml')],
  ['HWP', 'photo-document', Buffer.concat([ascii(OLE), Buffer.from('FileHeader', 'utf16le')])],
  ['XLS', 'photo-document', Buffer.concat([ascii(OLE), Buffer.from('Workbook', 'utf16le')])],
  ['ZIP', 'photo-archive', zip('IMG_2034.JPG', 'IMG_2035.JPG')],
  ['MP4', 'photo-video', film('isom')],
  ['MP4', 'photo-video', film('mp42')],
  ['MOV', 'photo-video', film('qt  ')],
  ['MOV', 'photo-video', ascii('\0\0\0\x08wide\0\0\0\0mdat')],
  ['MKV/WebM', 'photo-video', ascii('\x1a\x45\xdf\xa3')],
  ['AVI', 'photo-video', ascii('RIFF\0\0\0\0AVI LIST')],
  ['TXT', 'photo-text', Buffer.from('딸기라떼 5,900원\n오늘만')],
  // As Windows writes it in Korea: "딸기라떼".
  ['TXT', 'photo-text', Buffer.from('b5fbb1e2b6f3b6bc0d0a', 'hex')],
  ['HTML', 'photo-text', Buffer.from('<!doctype html><title>로그인</title>')],
  ['BMP', 'photo-format', ascii('BM\x36\x10\0\0\0\0\0\0\x36')],
  ['JPEG XL', 'photo-format', ascii('\xff\x0a')],
];

describe('files that are no photo to be opened', () => {
  it.each(FILES)('%s is refused by its name, whatever the file is called (%s)', (format, code, file) => {
    let error: unknown;
    try {
      examinePhoto(file, 'IMG_2034.jpg');
    } catch (thrown) {
      error = thrown;
    }
    if (!(error instanceof UserError)) throw new Error(`${format} was taken`);
    expect(error.code).toBe(code);
    for (const locale of ['ko', 'en'] as const) {
      expect(error.in(locale)).toContain(format);
      expect(error.in(locale)).toContain('IMG_2034.jpg');
    }
  });

  it('takes a TIFF that a program has saved of a camera’s photo', async () => {
    const tiff = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#c33' } })
      .withExif({ IFD0: { Make: 'NIKON CORPORATION' } })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    expect(examinePhoto(tiff, 'photo').format).toBe('TIFF');
  });

  it.each([
    ['heic', undefined],
    ['hevc', undefined],
    ['mif1', undefined],
    ['msf1', undefined],
    ['avif', 'photo-damaged'],
  ])('tells a picture by what lies in it and not by its brand: %s', (brand, code) => {
    const file = Buffer.concat([ascii(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1heic`).subarray(0, 24)]);
    // Nothing is in it: that it is a picture is told all the same, and then that it is damaged.
    expect(() => examinePhoto(file, 'photo')).toThrow(
      expect.objectContaining({ code: code ?? 'photo-damaged' }),
    );
  });
});
