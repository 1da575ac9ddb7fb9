/** A box of an ISO media file, as offsets in bytes. */
export interface IsoBox {
  readonly type: string;
  readonly body: number;
  readonly end: number;
}

/** More boxes than the header of a picture has: 48 MP in tiles of 512 × 512 are 192, with some properties each. */
const MAX_BOXES = 5000;

/** Boxes of boxes on the way to what is read, with the bytes in front of their first (ISO/IEC 14496-12, 23008-12). */
const NESTS: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 };

/** The boxes between two offsets; those with an impossible length end the list. */
export function* boxesOf(file: Buffer, start: number, stop: number): Generator<IsoBox> {
  for (let at = start, count = 0; at + 8 <= stop && count < MAX_BOXES; count++) {
    const short = file.readUInt32BE(at);
    const head = short === 1 ? 16 : 8;
    if (at + head > stop) return;
    const length = short === 0 ? stop - at : short === 1 ? Number(file.readBigUInt64BE(at + 8)) : short;
    if (length < head || at + length > stop) return;
    const type = file.toString('latin1', at + 4, at + 8);
    yield { type, body: at + head, end: at + length };
    const nest = NESTS[type];
    if (nest !== undefined) yield* boxesOf(file, at + head + nest, at + length);
    at += length;
  }
}

/** More brands than any file names. */
const MAX_BRANDS = 60;

/** The major brand of an ISO media file (ISO/IEC 14496-12, 4.3), then those that it is compatible with; none for anything else. */
export function brandsOf(bytes: Uint8Array): readonly string[] {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16 + 4 * MAX_BRANDS));
  if (head.length < 12 || head.toString('latin1', 4, 8) !== 'ftyp') return [];
  const end = Math.min(head.readUInt32BE(0), head.length);
  const compatible = head.toString('latin1', 16, Math.max(16, end)).match(/.{4}/gs) ?? [];
  return [head.toString('latin1', 8, 12), ...compatible];
}
