import type { PhotoHeader } from './photo-header.ts';

/** What a decoder needs whatever the picture: tables, buffers of its threads. Bytes. */
const FIXED = 16 * 2 ** 20;

/** Rows that are in work at once, and how many more for each time that a picture is reduced. */
const ROWS = 512;
const ROWS_PER_REDUCTION = 12;

/** Bytes a pixel of what comes out: what the library answers, and the raster. */
const OUTPUT = 8;

/**
 * Memory that decoding will take at its peak, in bytes, told from the header. `npm run bench -- photos` decodes 12 MP of
 * each kind in a process of its own and prints what it took beside this estimate. Measured with sharp 0.35.5 (libvips
 * 8.18.7), in MB, to a longer side of 64 and of 2048 pixels, the raster included:
 *
 * | kind             | 64  | 2048 | kind              | 64  | 2048 | kind          | 64  | 2048 |
 * | ---------------- | --- | ---- | ----------------- | --- | ---- | ------------- | --- | ---- |
 * | JPEG             | 2   | 41   | PNG               | 13  | 41   | WebP          | 1   | 50   |
 * | turned           | 3   | 51   | alpha             | 19  | 52   | lossless      | 47  | 71   |
 * | CMYK             | 6   | 47   | interlaced        | 37  | 68   | GIF           | 58  | 86   |
 * | progressive 420  | 37  | 76   | 16 bit            | 24  | 57   | TIFF          | 14  | 41   |
 * | progressive 444  | 71  | 110  | both and alpha    | 109 | 147  | TIFF 16 bit   | 25  | 58   |
 * | AVIF             | 222 | 233  | AVIF 12 bit       | 297 | 309  |               |     |      |
 *
 * HEIC, by libheif 1.23 in WebAssembly, to 2048 pixels and without a raster: 12 MP in tiles of 512 × 512 take 97, 25 MP 153,
 * 50 MP 253, 25 MP of 10 bit 224, and 12 MP with alpha, not tiled, 144. Its memory grows in steps, for which its process
 * is given room besides.
 *
 * @param fileBytes of the file, which is copied once for a thread and once without what it says beside the picture
 * @param maxSide the longer side is reduced to so many pixels; absent = not
 */
export function decodeCost(header: PhotoHeader, fileBytes: number, maxSide?: number): number {
  const { width, height, channels, bitDepth, held, opening = 0, reducible } = header;
  const longer = Math.max(width, height);
  const shrink = maxSide === undefined ? 1 : Math.max(1, longer / maxSide);
  const output = (OUTPUT * width * height) / shrink ** 2;
  // A decoder that reduces by itself hands on rows that are nearly as short as they will be.
  const left = reducible ? Math.min(shrink, 4) : shrink;
  const across = reducible ? (width * left) / shrink : width;
  const sample = bitDepth > 8 ? 2 : 1;
  const rows = Math.min(height, ROWS + ROWS_PER_REDUCTION * left);
  const going = held * width * height + output + rows * across * Math.max(3, channels) * sample;
  return FIXED + 2 * fileBytes + Math.max(opening * width * height, going);
}
