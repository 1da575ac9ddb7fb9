import type { PlacementCandidate } from './placement-candidate.ts';
import { feetFor, heightsFor, leftsFor } from './placement-positions.ts';
import type { PlacementSearch } from './placement-search.ts';
import { ratePlacement } from './rate-placement.ts';

/** All placements that the picture allows. */
export function placementCandidates(search: PlacementSearch): PlacementCandidate[] {
  const candidates: PlacementCandidate[] = [];
  for (const height of heightsFor(search)) {
    const width = (height * search.formation.width) / search.formation.height;
    for (const foot of feetFor(search, height)) {
      for (const left of leftsFor(search, width, foot)) {
        const box = { x: Math.round(left), y: Math.round(foot - height), width, height };
        candidates.push(ratePlacement(box, search));
      }
    }
  }
  return candidates;
}
