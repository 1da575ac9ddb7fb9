import type { Transmission } from './solid.ts';

/** Where a ray is among glass, ice and drinks: the clear things that it is inside of, some of which overlap. */

/** What fills the place: of things that overlap the one of the highest priority; undefined = air. */
export function mediumOf(inside: readonly Transmission[]): Transmission | undefined {
  let found: Transmission | undefined;
  for (let i = 0; i < inside.length; i++) {
    if (found === undefined || inside[i]!.priority > found.priority) found = inside[i];
  }
  return found;
}

/** Takes a thing off the list that the ray has come out of; does nothing where it was not in it. In place. */
export function leave(inside: Transmission[], transmission: Transmission): void {
  const at = inside.lastIndexOf(transmission);
  if (at < 0) return;
  inside[at] = inside[inside.length - 1]!;
  inside.length--;
}

/**
 * Share of light that is mirrored where it comes from one clear thing into another: Fresnel's equations, the mean of both
 * polarisations.
 *
 * @param before cosine between ray and normal, 0–1
 * @param after the same of the bent ray
 * @param ratio refractive index before over that after
 */
export function fresnel(before: number, after: number, ratio: number): number {
  const across = (ratio * before - after) / (ratio * before + after);
  const along = (before - ratio * after) / (before + ratio * after);
  return 0.5 * (across * across + along * along);
}
