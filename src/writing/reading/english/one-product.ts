import type { Segment } from '../statements/segment.ts';

const HANGUL = /\p{Script=Hangul}/u;

const named = new WeakSet<Segment>();

const wordsOf = ({ start, end }: Segment, text: string): string => text.slice(start, end);

/** What says more of a thing behind its name: by whom, for how many, of what age. */
const MORE = /\s(?=(?:for\s\d|by\san?\s|covered\s|ages?\s\d)[^,.;!?\n]{0,60}$)/iu;

function nameAndMore(segment: Segment, text: string): readonly Segment[] {
  const from = segment.said?.start ?? segment.start;
  const to = segment.said?.end ?? segment.end;
  const at = MORE.exec(text.slice(from, to))?.index;
  if (at === undefined || at < 3 || HANGUL.test(wordsOf(segment, text))) return [segment];
  const cut = from + at;
  return [
    { ...segment, end: cut, ...(segment.said === undefined ? {} : { said: { start: from, end: cut } }) },
    { kind: 'description', start: cut, end: segment.end },
  ];
}

/**
 * Of all things that English clauses name, the first is what is sold, the
 * others say more about it: 'Pottery class, clay and tools'.
 */
export function oneProduct(segments: readonly Segment[], text: string): readonly Segment[] {
  const told: Segment[] = [];
  let found = false;
  for (const segment of segments) {
    const before = told.at(-1);
    if (before?.kind === 'description' && segment.kind === 'price' && named.has(before)) {
      // Of the things after the first, a price alone would say nothing: 'mocha $6'.
      if (/^\s*$/u.test(text.slice(before.end, segment.start)) && !HANGUL.test(wordsOf(segment, text))) {
        const start = before.said?.start ?? before.start;
        told[told.length - 1] = {
          ...segment,
          start: before.start,
          said: { start, end: segment.said?.end ?? segment.end },
        };
        continue;
      }
    }
    if (segment.kind === 'product' && !found) {
      found = true;
      told.push(...nameAndMore(segment, text));
      continue;
    }
    if (segment.kind !== 'product' || HANGUL.test(wordsOf(segment, text))) {
      found ||= segment.kind === 'product';
      told.push(segment);
      continue;
    }
    const more: Segment = { ...segment, kind: 'description' };
    named.add(more);
    told.push(more);
  }
  return told;
}
