import { wholePhotoBudget } from '../imaging/photo/memory-budget.ts';
import { createPhotoReader, decodeHere } from '../imaging/photo/photo-reader.ts';
import { resizeLanczos } from '../imaging/resize-lanczos.ts';
import { flattened, greys, opaque } from '../imaging/rgb.ts';
import { readPhotoFile } from '../storage/read-photo-file.ts';
import { SIDE_MULTIPLE } from '../zimage/pipeline.ts';

/** A size of which a side may be left to the picture. */
export interface WantedSize {
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** The picture over white, at the size asked for, or at its own made a multiple of 16. */
export async function readPicture(path: string, wanted: WantedSize) {
  const bytes = await readPhotoFile(path);
  const photo = flattened(await createPhotoReader(decodeHere, wholePhotoBudget).decode(bytes, path));
  const own = (side: number): number => Math.max(SIDE_MULTIPLE, side - (side % SIDE_MULTIPLE));
  const size = { width: wanted.width ?? own(photo.width), height: wanted.height ?? own(photo.height) };
  const data = resizeLanczos(photo.data, 3, photo, size);
  return opaque({ ...size, data: new Uint8Array(data.buffer) });
}

/** The same in shades of grey, a byte a pixel. */
export async function readGrey(path: string, wanted: WantedSize): Promise<Uint8Array> {
  return greys(flattened(await readPicture(path, wanted)));
}
