import { copyRaster, type Raster } from '../../raster.ts';

/** Alpha below this is left by programs that erase with a soft brush, and is seen by nobody: 3 %. */
const FAINT_ALPHA = 8;

/** The photo with what is as good as invisible taken out; the same object where there is nothing of it. */
export function clearFaintAlpha(photo: Raster): Raster {
  const { data } = photo;
  let clean: Raster | undefined;
  for (let i = 3; i < data.length; i += 4) {
    const alpha = data[i]!;
    if (alpha === 0 || alpha >= FAINT_ALPHA) continue;
    clean ??= copyRaster(photo);
    clean.data.fill(0, i - 3, i + 1);
  }
  return clean ?? photo;
}
