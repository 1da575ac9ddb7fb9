import { alteredPhotos } from './altered.ts';
import { composedPhotos } from './composed.ts';
import { keeping } from './kept-photo.ts';
import type { KnownPhoto } from './known-photo.ts';
import { tracedPhotos } from './traced.ts';

/** Side of the photos in pixels. */
const SIDE = 480;

/**
 * Photos with known masks on which confidence is calibrated: what shops show on what they stand it, well and badly
 * photographed. Some hundreds, the same on every run.
 */
export async function cutoutSet(): Promise<KnownPhoto[]> {
  const plain = [...(await composedPhotos(SIDE)), ...tracedPhotos(SIDE)].map(keeping);
  return [...plain, ...alteredPhotos(plain).map(keeping)];
}
