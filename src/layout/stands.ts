import { standAt } from './rate-stand.ts';
import type { Stand } from './stand.ts';
import { feetFor, heightsFor, leftsFor } from './stand-places.ts';
import type { Search } from './stand-search.ts';

/** All stands that the picture allows. */
export function standsOf(search: Search): Stand[] {
  const stands: Stand[] = [];
  for (const height of heightsFor(search)) {
    const width = (height * search.formation.width) / search.formation.height;
    for (const foot of feetFor(search, height)) {
      for (const left of leftsFor(search, width, foot)) {
        const box = { x: Math.round(left), y: Math.round(foot - height), width, height };
        stands.push(standAt(box, search));
      }
    }
  }
  return stands;
}
