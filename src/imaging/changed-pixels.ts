import { createRaster, type Raster } from './raster.ts';

/** The pixels of a picture that another does not have. */
export function changedPixels(picture: Raster, before: Raster): Raster | undefined {
  if (picture.data === before.data) return undefined;
  const after = words(picture);
  const former = words(before);
  const out = createRaster(picture.width, picture.height);
  const kept = words(out);
  let any = false;
  for (let i = 0; i < after.length; i++) {
    if (after[i] === former[i]) continue;
    kept[i] = after[i]!;
    any = true;
  }
  return any ? out : undefined;
}

/** A pixel a number. */
const words = ({ data }: Raster): Uint32Array =>
  new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
