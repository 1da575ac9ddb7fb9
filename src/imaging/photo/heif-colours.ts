import { isSoundProfile } from './colour-profile.ts';
import { boxesOf, type IsoBox } from './iso-boxes.ts';

/** What a HEIF says of the colours of its primary picture. */
export type HeifColours =
  | { readonly kind: 'profile'; readonly profile: Buffer }
  /** Display P3, by the numbers of its primaries (ISO/IEC 23091-2, 8.1: 12). */
  | { readonly kind: 'p3' };

const P3_PRIMARIES = 12;

/**
 * The colours of the primary picture (`colr`, ISO/IEC 14496-12, 12.1.5); undefined where they are sRGB, or where the file
 * does not say.
 */
export function heifColours(bytes: Uint8Array): HeifColours | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return coloursIn(file, primaryProperties(file));
  } catch (error) {
    // A number that would lie behind the end of the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function coloursIn(file: Buffer, properties: readonly IsoBox[]): HeifColours | undefined {
  let p3 = false;
  for (const { type, body, end } of properties) {
    if (type !== 'colr') continue;
    const kind = file.toString('latin1', body, body + 4);
    if (kind === 'prof' || kind === 'rICC') {
      const profile = file.subarray(body + 4, end);
      if (isSoundProfile(profile)) return { kind: 'profile', profile };
    }
    if (kind === 'nclx' && body + 6 <= end) p3 = file.readUInt16BE(body + 4) === P3_PRIMARIES;
  }
  return p3 ? { kind: 'p3' } : undefined;
}

/** The properties that `ipma` gives the item that `pitm` names. */
function primaryProperties(file: Buffer): readonly IsoBox[] {
  const boxes = [...boxesOf(file, 0, file.length)];
  const find = (type: string): IsoBox | undefined => boxes.find((box) => box.type === type);
  const [primary, container, given] = [find('pitm'), find('ipco'), find('ipma')];
  if (primary === undefined || container === undefined || given === undefined) return [];
  const properties = [...boxesOf(file, container.body, container.end)];
  const read = (at: number, wide: boolean): number => (wide ? file.readUInt32BE(at) : file.readUInt16BE(at));
  const id = read(primary.body + 4, file.readUInt8(primary.body) > 0);
  const wideIds = file.readUInt8(given.body) > 0;
  const wideIndices = (file.readUInt8(given.body + 3) & 1) !== 0;
  let at = given.body + 8;
  for (let left = file.readUInt32BE(given.body + 4); left > 0 && at < given.end; left--) {
    const item = read(at, wideIds);
    at += wideIds ? 4 : 2;
    const count = file.readUInt8(at++);
    const indices = Array.from({ length: count }, (_, i) =>
      wideIndices ? file.readUInt16BE(at + 2 * i) & 0x7fff : file.readUInt8(at + i) & 0x7f,
    );
    at += count * (wideIndices ? 2 : 1);
    if (item === id) return indices.flatMap((index) => properties[index - 1] ?? []);
  }
  return [];
}
