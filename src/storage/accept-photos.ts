import type { PhotoRef } from '../ad/request.ts';
import { createPhotoReader, type PhotoReader } from '../imaging/photo/photo-reader.ts';
import type { PhotoStore } from './photo-store.ts';

/** A file that somebody gave us. */
export interface GivenPhoto {
  /** What the person calls it, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Keeps photos once all of them have proved to be usable.
 *
 * @param reader by default one that decodes in this thread
 * @throws UserError `photo-…` for the first that is not; none of them is then kept
 */
export async function acceptPhotos(
  store: PhotoStore,
  given: readonly GivenPhoto[],
  reader: PhotoReader = createPhotoReader(),
): Promise<readonly PhotoRef[]> {
  for (const { bytes, name } of given) await reader.try(bytes, name);
  return Promise.all(given.map(({ bytes, name }) => store.put(bytes, name)));
}
