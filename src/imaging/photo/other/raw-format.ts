/** Tags of TIFF 6.0, TIFF/EP and DNG 1.7 that tell a camera's raw picture. */
const TAG = {
  compression: 259,
  photometric: 262,
  make: 271,
  subDirectories: 330,
  dngVersion: 50_706,
} as const;

/** Colours as the sensor has them, or before they are developed (TIFF/EP, DNG). */
const SENSOR: ReadonlySet<number> = new Set([32_803, 34_892]);

/** Ways of packing that only cameras have: Sony, Samsung, Nikon, Kodak, Pentax. */
const PACKED: ReadonlySet<number> = new Set([32_767, 32_770, 34_713, 65_000, 65_535]);

/** What makers' raw files are called, by how their names begin. */
const NAMES: readonly (readonly [name: string, maker: RegExp])[] = [
  ['NEF', /^nikon/i],
  ['ARW', /^sony/i],
  ['CR2', /^canon/i],
  ['PEF', /^(?:pentax|ricoh)/i],
  ['SRW', /^samsung/i],
  ['ORF', /^(?:olympus|om digital)/i],
  ['RW2', /^panasonic/i],
  ['RAF', /^fuji/i],
  ['3FR', /^hasselblad/i],
  ['IIQ', /^(?:phase one|leaf)/i],
  ['DCR', /^kodak/i],
];

/** Directories and their entries that are looked at: a raw file has four or five of some dozens. */
const [MAX_DIRECTORIES, MAX_ENTRIES] = [12, 400];

/**
 * The name of a camera's raw format that is made like a TIFF: it shows a small picture to those who do not know it.
 *
 * @returns undefined for a plain TIFF, and for anything else
 */
export function rawFormat(file: Buffer): string | undefined {
  const magic = file.toString('latin1', 0, 4);
  if (magic !== 'II*\0' && magic !== 'MM\0*') return undefined;
  if (file.toString('latin1', 8, 10) === 'CR') return 'CR2';
  try {
    return rawIn(file, magic === 'II*\0');
  } catch (error) {
    // A number that would lie behind the end of the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function rawIn(file: Buffer, little: boolean): string | undefined {
  const read = (at: number, size: 2 | 4): number =>
    little ? file.readUIntLE(at, size) : file.readUIntBE(at, size);
  const waiting = [read(4, 4)];
  let maker = '';
  let isRaw = false;
  for (let seen = 0; waiting.length > 0 && seen < MAX_DIRECTORIES; seen++) {
    const directory = waiting.shift() ?? 0;
    if (directory === 0 || directory + 2 > file.length) continue;
    const entries = Math.min(read(directory, 2), MAX_ENTRIES);
    for (let i = 0; i < entries; i++) {
      const at = directory + 2 + i * 12;
      if (at + 12 > file.length) break;
      const [tag, type, count] = [read(at, 2), read(at + 2, 2), read(at + 4, 4)];
      const value = type === 3 ? read(at + 8, 2) : read(at + 8, 4);
      if (tag === TAG.dngVersion) return 'DNG';
      if (tag === TAG.make && count > 4) maker = file.toString('latin1', value, value + Math.min(count, 40));
      if (tag === TAG.photometric && SENSOR.has(value)) isRaw = true;
      if (tag === TAG.compression && PACKED.has(value)) isRaw = true;
      if (tag === TAG.subDirectories && type === 4) {
        const places = Math.min(count, 4);
        for (let k = 0; k < places; k++) waiting.push(places === 1 ? value : read(value + 4 * k, 4));
      }
    }
    if (directory + 6 + entries * 12 <= file.length) waiting.push(read(directory + 2 + entries * 12, 4));
  }
  return isRaw ? (NAMES.find(([, name]) => name.test(maker))?.[0] ?? 'RAW') : undefined;
}
