import type { LocalizedText } from '../ad/locale.ts';
import type { PlacementCandidate } from './placement-candidate.ts';
import { feetFor, heightsFor, isSameFloor, leftsFor } from './placement-positions.ts';
import type { PlacementSearch } from './placement-search.ts';
import { ratePlacement } from './rate-placement.ts';

/** Where somebody else, a vision model say, would have the products. Only a wish: it may be anything. */
export interface ProductAdvice {
  /** Name of the adviser. */
  readonly by: string;
  /** Height of all products together as a share of the picture's. */
  readonly height: number;
  /** Middle of the products as a share of the width. */
  readonly x: number;
  /** Row of the feet as a share of the height. */
  readonly foot: number;
  readonly why: readonly LocalizedText[];
}

/** The placement nearest to an advised one and keeps the rules: sharp enough, on its floor, inside the margins. */
export function advisedPlacement(
  { height, x, foot }: ProductAdvice,
  search: PlacementSearch,
): PlacementCandidate | undefined {
  if (![height, x, foot].every(Number.isFinite)) return undefined;
  const { frame, formation, request } = search;
  const { size } = frame;
  const allowed = heightsFor(search);
  const tall = Math.max(Math.min(...allowed), Math.min(Math.max(...allowed), height * size.height));
  const width = (tall * formation.width) / formation.height;
  const feet = feetFor(search, tall);
  const lowest = Math.max(...feet);
  const wished = Math.max(Math.min(...feet), Math.min(lowest, foot * size.height));
  const lefts = leftsFor(search, width, wished);
  const [first] = lefts;
  if (first === undefined) return undefined;
  const wanted = x * size.width - width / 2;
  const nearest = lefts.reduce((a, b) => (Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a), first);
  const within = Math.max(Math.min(...lefts), Math.min(Math.max(...lefts), wanted));
  const { floor } = request.stage;
  const free = floor === undefined || isSameFloor(within + width / 2, wished, width, frame, search.map);
  const left = lefts.length > 1 && free ? within : nearest;
  return ratePlacement({ x: Math.round(left), y: Math.round(wished - tall), width, height: tall }, search);
}
