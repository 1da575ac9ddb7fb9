import sharp from 'sharp';
import type { Raster } from '../raster.ts';

/** Red, green and blue, 0–255. */
export type PaletteColour = readonly [number, number, number];

/** Longer side at which colours are counted. */
const COUNTED = 640;

/** The colours that show pictures best. @param pictures of one size @param colours 2–255 */
export async function paletteOf(
  pictures: readonly Raster[],
  colours: number,
): Promise<readonly PaletteColour[]> {
  const parts = await Promise.all(
    pictures.map(({ width, height, data }) =>
      sharp(data, { raw: { width, height, channels: 4 } })
        .removeAlpha()
        .resize(COUNTED, COUNTED, { fit: 'inside', kernel: 'nearest', withoutEnlargement: true })
        .raw()
        .toBuffer({ resolveWithObject: true }),
    ),
  );
  const width = parts[0]?.info.width ?? 1;
  const height = parts.reduce((sum, { info }) => sum + info.height, 0);
  const png = await sharp(Buffer.concat(parts.map(({ data }) => data)), {
    raw: { width, height, channels: 3 },
  })
    .png({ palette: true, colours, dither: 0, effort: 4 })
    .toBuffer();
  const at = png.indexOf('PLTE', 0, 'latin1');
  const length = png.readUInt32BE(at - 4);
  const found = Array.from(
    { length: length / 3 },
    (_, i): PaletteColour => [png[at + 4 + 3 * i] ?? 0, png[at + 5 + 3 * i] ?? 0, png[at + 6 + 3 * i] ?? 0],
  );
  // libvips takes whole powers of two.
  while (found.length > colours) found.splice(leastMissed(found), 1);
  return found;
}

/** The index of a colour that another one is nearest to. */
function leastMissed(palette: readonly PaletteColour[]): number {
  let [best, least] = [palette.length - 1, Number.POSITIVE_INFINITY];
  for (const [i, a] of palette.entries()) {
    for (const b of palette.slice(0, i)) {
      const distance = (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
      if (distance < least) [best, least] = [i, distance];
    }
  }
  return best;
}
