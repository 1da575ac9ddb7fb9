/** The tag's number (EXIF 2.32, 4.6.4), and the type of a 16-bit number. */
const ORIENTATION = 0x0112;
const SHORT = 3;

/** More entries than any camera writes; a damaged count may say 65,535. */
const MAX_ENTRIES = 1000;

/**
 * How a picture is turned, from its EXIF data; 1, as it is, where they do not say or are damaged. Nothing else of
 * them is read.
 *
 * @param tiff the data from the byte order mark on (`II` or `MM`)
 */
export function exifOrientation(tiff: Buffer): number {
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 14 || (order !== 'II' && order !== 'MM')) return 1;
  const little = order === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return 1;
  const entries = Math.min(short(directory), MAX_ENTRIES);
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + i * 12;
    if (at + 12 > tiff.length) return 1;
    if (short(at) !== ORIENTATION) continue;
    const value = short(at + 2) === SHORT ? short(at + 8) : 1;
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
