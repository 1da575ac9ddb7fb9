import type { PlacedSegment } from './settle-products.ts';

/** Between a floor and its street: '2nd floor, 45 Elm Street', '와우산로29길 14-2, 2층'. */
const BETWEEN = /^\s{0,3},\s{0,3}$/;

/** Places that only a comma parts, as the one address that they are. */
export function joinPlaces(segments: readonly PlacedSegment[], text: string): readonly PlacedSegment[] {
  const joined: PlacedSegment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (
      last?.kind === 'place' &&
      segment.kind === 'place' &&
      segment.start >= last.end &&
      BETWEEN.test(text.slice(last.end, segment.start))
    )
      joined[joined.length - 1] = united(last, segment);
    else joined.push(segment);
  }
  return joined;
}

function united(first: PlacedSegment, second: PlacedSegment): PlacedSegment {
  const { said, ...whole } = first;
  const start = said?.start ?? first.start;
  return { ...whole, end: second.end, said: { start, end: second.said?.end ?? second.end } };
}
