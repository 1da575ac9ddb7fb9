import type { Segment } from '../statements/segment.ts';

const HANGUL = /\p{Script=Hangul}/u;

/**
 * Of all things that English clauses name, the first is what is sold, and those after it with a price of their own; the
 * others say more about it: 'Pottery class, clay and tools'.
 */
export function oneProduct(segments: readonly Segment[], text: string): readonly Segment[] {
  let found = false;
  return segments.map((segment, index) => {
    if (segment.kind !== 'product') return segment;
    const next = segments[index + 1];
    const priced = next?.kind === 'price' && text.slice(segment.end, next.start).trim() === '';
    const first = !found;
    found = true;
    if (first || priced || HANGUL.test(text.slice(segment.start, segment.end))) return segment;
    return { ...segment, kind: 'description' };
  });
}
