import type { PhotoRef } from '../ad/request.ts';
import { tryPhoto } from '../imaging/check-photo.ts';
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
 * @throws UserError `photo-…` for the first that is not; none of them is then kept
 */
export async function acceptPhotos(
  store: PhotoStore,
  given: readonly GivenPhoto[],
): Promise<readonly PhotoRef[]> {
  for (const { bytes, name } of given) await tryPhoto(bytes, name);
  return Promise.all(given.map(({ bytes, name }) => store.put(bytes, name)));
}
