import { createPhotoReader } from './photo/photo-reader.ts';

/** Decodes in the thread that asks, within everybody's budget. */
const here = createPhotoReader();

/**
 * Checks a photo that somebody sent, before anything is stored, and takes out what it says beside the picture: where
 * it was taken, with what, when. Photos that say nothing are left as they are, byte for byte.
 *
 * @param name what the person called it, for messages
 * @throws UserError `photo-…` for everything that is not a usable photo; OutageError where too many wait
 */
export function checkPhoto(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  return here.check(bytes, name);
}
