import sharp from 'sharp';
import type { Cmyk } from '../../../src/imaging/cmyk.ts';

/** Shares of ink in the middle of a picture of four inks, which says how much light they leave. */
export async function sheetOfInks(jpeg: Buffer): Promise<Cmyk> {
  const { data, info } = await sharp(jpeg)
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 4) throw new Error(`The picture has ${info.channels} inks`);
  const at = 4 * (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2));
  const share = (i: number): number => (data[at + i] ?? 0) / 255;
  return [share(0), share(1), share(2), share(3)];
}
