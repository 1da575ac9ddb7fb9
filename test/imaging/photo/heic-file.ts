import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Puts HEIC files together as phones write them, out of one small picture that an encoder has coded. */

const u16 = (value: number): Buffer => Buffer.from([(value >> 8) & 255, value & 255]);
const u32 = (value: number): Buffer =>
  Buffer.from([value >>> 24, (value >> 16) & 255, ...u16(value & 0xffff)]);

/** A box of an ISO media file (ISO/IEC 14496-12, 4.2). */
const box = (type: string, ...body: readonly Buffer[]): Buffer => {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), ...body]);
  return Buffer.concat([u32(content.length + 4), content]);
};
const fullBox = (type: string, version: number, flags: number, ...body: readonly Buffer[]): Buffer =>
  box(type, u32(version * 2 ** 24 + flags), ...body);

/** A cup on a table, 128 × 96, as `heif-enc` codes it; with 10 bits, or alone with its alpha. */
export const heicFixture = (name: 'cup' | 'cup-alpha' | 'cup-10-bit'): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/heic/${name}.heic`, import.meta.url)));

const [WIDTH, HEIGHT] = [128, 96];

/** A box's bytes out of a file, head and all. */
function boxIn(file: Buffer, type: string): Buffer {
  const at = file.indexOf(type, 0, 'latin1') - 4;
  return file.subarray(at, at + file.readUInt32BE(at));
}

export interface HeicParts {
  /** Pictures beside and below one another; phones tile theirs. By default one. */
  readonly columns?: number;
  readonly rows?: number;
  /** Quarter turns to the left that set it upright (`irot`). */
  readonly turns?: number;
  /** Whether left and right (1) or top and bottom (0) change places (`imir`, ISO/IEC 23008-12, 6.5.12). */
  readonly mirror?: 0 | 1;
  /** An ICC profile. */
  readonly profile?: Buffer;
  /** Numbers of its primaries, transfer and matrix (`nclx`). */
  readonly nclx?: readonly [number, number, number];
  /** The size that the file claims for the whole. */
  readonly claimed?: readonly [number, number];
  readonly brand?: string;
  /** Whether the file holds another picture, of 10 bits, that is not the primary one. */
  readonly another?: boolean;
}

/** A file of the fixture's picture, again and again where it is tiled. */
export function heicOf({
  columns = 1,
  rows = 1,
  turns = 0,
  mirror,
  profile,
  nclx,
  claimed = [WIDTH * columns, HEIGHT * rows],
  brand = 'heic',
  another = false,
}: HeicParts): Buffer {
  const cup = heicFixture('cup');
  const coded = boxIn(cup, 'mdat').subarray(8);
  const deep = heicFixture('cup-10-bit');
  const other = boxIn(deep, 'mdat').subarray(8);
  const tiled = columns * rows > 1;
  const tiles = columns * rows;
  const primary = tiled ? tiles + 1 : 1;
  const second = primary + 1;
  const properties = [
    boxIn(cup, 'hvcC'),
    fullBox('ispe', 0, 0, u32(tiled ? WIDTH : claimed[0]), u32(tiled ? HEIGHT : claimed[1])),
    boxIn(cup, 'pixi'),
    fullBox('ispe', 0, 0, u32(claimed[0]), u32(claimed[1])),
    box('irot', Buffer.from([turns])),
    box('imir', Buffer.from([mirror ?? 0])),
    profile === undefined
      ? box('colr', Buffer.from('nclx'), ...(nclx ?? [1, 13, 6]).map(u16), Buffer.from([0x80]))
      : box('colr', Buffer.from('prof'), profile),
    ...(another ? [boxIn(deep, 'hvcC'), fullBox('ispe', 0, 0, u32(WIDTH), u32(HEIGHT))] : []),
  ];
  /** Indices from 1; essential ones have the high bit. */
  const own = [0x81, 2, 3];
  const shown = [
    ...(tiled ? [4, 3] : own),
    ...(profile !== undefined || nclx !== undefined ? [7] : []),
    ...(turns === 0 ? [] : [0x85]),
    ...(mirror === undefined ? [] : [0x86]),
  ];
  const associations: (readonly [item: number, properties: readonly number[]])[] = [
    ...(tiled ? Array.from({ length: tiles }, (_, i) => [i + 1, own] as const) : []),
    [primary, shown],
    ...(another ? [[second, [0x88, 9]] as const] : []),
  ];
  const items = [
    ...Array.from({ length: tiled ? tiles : 1 }, (_, i) => [i + 1, 'hvc1', tiled ? 1 : 0] as const),
    ...(tiled ? [[primary, 'grid', 0] as const] : []),
    ...(another ? [[second, 'hvc1', 0] as const] : []),
  ];
  const grid = Buffer.concat([Buffer.from([0, 0, rows - 1, columns - 1]), u16(claimed[0]), u16(claimed[1])]);
  const ftyp = box('ftyp', Buffer.from(brand), u32(0), Buffer.from('mif1heic'));
  const metaAt = (mdatAt: number): Buffer =>
    fullBox(
      'meta',
      0,
      0,
      fullBox('hdlr', 0, 0, u32(0), Buffer.from('pict'), Buffer.alloc(13)),
      fullBox('pitm', 0, 0, u16(primary)),
      fullBox(
        'iloc',
        1,
        0,
        Buffer.from([0x44, 0]),
        u16(items.length),
        ...items.map(([id, type]) => {
          const [method, from, length] =
            type === 'grid'
              ? [1, 0, grid.length]
              : id === second
                ? [0, mdatAt + coded.length, other.length]
                : [0, mdatAt, coded.length];
          return Buffer.concat([u16(id), u16(method), u16(0), u16(1), u32(from), u32(length)]);
        }),
      ),
      fullBox(
        'iinf',
        0,
        0,
        u16(items.length),
        ...items.map(([id, type, hidden]) =>
          fullBox('infe', 2, hidden, u16(id), u16(0), Buffer.from(`${type}\0`)),
        ),
      ),
      ...(tiled
        ? [
            fullBox(
              'iref',
              0,
              0,
              box('dimg', u16(primary), u16(tiles), ...Array.from({ length: tiles }, (_, i) => u16(i + 1))),
            ),
          ]
        : []),
      box(
        'iprp',
        box('ipco', ...properties),
        fullBox(
          'ipma',
          0,
          0,
          u32(associations.length),
          ...associations.map(([id, indices]) =>
            Buffer.concat([u16(id), Buffer.from([indices.length, ...indices])]),
          ),
        ),
      ),
      ...(tiled ? [box('idat', grid)] : []),
    );
  const mdatAt = ftyp.length + metaAt(0).length + 8;
  return Buffer.concat([ftyp, metaAt(mdatAt), box('mdat', coded, other)]);
}
