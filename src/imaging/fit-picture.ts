import sharp from 'sharp';
import type { Size } from '../ad/geometry.ts';
import { createRaster, type Raster } from './raster.ts';

/**
 * The picture at `size`, enlarged or reduced by Lanczos and cropped where its proportions differ: the crop keeps
 * what is most looked at. Runs off the main thread.
 */
export async function fitPicture(picture: Raster, size: Size): Promise<Raster> {
  if (picture.width === size.width && picture.height === size.height) return picture;
  const { data } = await sharp(picture.data, {
    raw: { width: picture.width, height: picture.height, channels: 4 },
  })
    .resize(size.width, size.height, { fit: 'cover', position: sharp.strategy.attention, kernel: 'lanczos3' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const fitted = createRaster(size.width, size.height);
  fitted.data.set(data);
  return fitted;
}
