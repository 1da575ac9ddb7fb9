import type { PhotoHeader } from './photo-header.ts';

/** What a decoder needs whatever the picture: tables, buffers of its threads. Bytes. */
const FIXED = 6 * 2 ** 20;

/** Rows that are in work at once, and how many more for each time that a picture is reduced. */
const ROWS = 512;
const ROWS_PER_REDUCTION = 12;

/** Bytes a pixel of what comes out: what the library answers, and the raster. */
const OUTPUT = 8;

/**
 * Memory that decoding will take at its peak, in bytes, told from the header. Checked by `npm run bench -- photos`,
 * which decodes 24 MP of each kind in a process of its own; when this was written (sharp 0.35.5, libvips 8.18.7) that
 * took, to a longer side of 2048 pixels, in bytes for each pixel of the file, output included:
 *
 * | JPEG | progressive 4:2:0 | 4:4:4 | PNG | 16 bit | interlaced | both, alpha | WebP | lossless | GIF | TIFF | AVIF | 12 bit |
 * | ---- | ----------------- | ----- | --- | ------ | ---------- | ----------- | ---- | -------- | --- | ---- | ---- | ------ |
 * | 1.7  | 4.7               | 7.7   | 1.6 | 2.7    | 4.2        | 10.8        | 1.8  | 4.6      | 5.6 | 1.8  | 19.1 | 25.6   |
 *
 * @param fileBytes of the file, which is copied once for a thread and once without what it says beside the picture
 * @param maxSide the longer side is reduced to so many pixels; absent = not
 */
export function decodeCost(header: PhotoHeader, fileBytes: number, maxSide?: number): number {
  const { width, height, channels, bitDepth, held, reducible } = header;
  const longer = Math.max(width, height);
  const shrink = maxSide === undefined ? 1 : Math.max(1, longer / maxSide);
  const output = (OUTPUT * width * height) / shrink ** 2;
  // A decoder that reduces by itself hands on rows that are nearly as short as they will be.
  const left = reducible ? Math.min(shrink, 4) : shrink;
  const across = reducible ? (width * left) / shrink : width;
  const sample = bitDepth > 8 ? 2 : 1;
  const rows = Math.min(height, ROWS + ROWS_PER_REDUCTION * left);
  return (
    FIXED + 2 * fileBytes + held * width * height + output + rows * across * Math.max(3, channels) * sample
  );
}
