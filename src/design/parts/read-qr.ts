import { decodeQR } from 'qr/decode.js';
import { pictureInFile } from '../../imaging/encode-picture.ts';
import { resizeRaster } from '../../imaging/filter.ts';
import type { Raster } from '../../imaging/raster.ts';

/** Milliseconds that may be spent on a picture that does not yield at once: a bound for trouble, and not for speed. */
const PATIENCE = 3000;

/** What the QR code in a picture says; undefined where none can be read. */
export function readQr({ width, height, data }: Raster): string | undefined {
  try {
    return decodeQR({ width, height, data }, { format: 'RGBA', timeLimit: PATIENCE });
  } catch {
    // The package throws for whatever it cannot read, and says no more.
    return undefined;
  }
}

/** Whether a picture's QR code says a content at the picture's own size and at half of it, as feeds show it. */
export function qrReads(picture: Raster, content: string): boolean {
  if (readQr(picture) !== content) return false;
  const half = resizeRaster(picture, Math.round(picture.width / 2), Math.round(picture.height / 2));
  return readQr(half) === content;
}

/** Whether the QR code in a finished file says a content: what made the file smaller may have blurred it. */
export async function qrReadsInFile(bytes: Uint8Array, content: string): Promise<boolean> {
  return readQr(await pictureInFile(bytes)) === content;
}
