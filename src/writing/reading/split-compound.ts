/** Letters of an unknown front part that cost as much as one more piece. */
const UNKNOWN_COST = 3;

/**
 * The entries that an eojeol is put together from: 흑임자크림라떼 = 흑임자 + 크림 + 라떼. Fewest pieces win, then the
 * longest last one, which is the head. One piece may have a single syllable; an unknown front of at least two
 * syllables may stand before a known end of at least two: 달빛카페.
 *
 * @param longest UTF-16 units of the longest entry
 * @returns undefined where no known end is found
 */
export function splitCompound(
  eojeol: string,
  known: { has(key: string): boolean },
  longest: number = eojeol.length,
): readonly string[] | undefined {
  const whole = cover(eojeol, known, longest);
  if (whole !== undefined && whole.length > 1) return whole;
  for (let cut = Math.max(2, eojeol.length - longest); cut <= eojeol.length - 2; cut++) {
    const end = eojeol.slice(cut);
    if (known.has(end)) return [eojeol.slice(0, cut), end];
  }
  return undefined;
}

/** Cheapest way to cover the end of a text: its first piece, and where the next one begins. */
interface Cover {
  readonly end: number;
  readonly cost: number;
}

/** The cheapest cover of a text by entries, from its end forwards. */
function cover(
  text: string,
  known: { has(key: string): boolean },
  longest: number,
): readonly string[] | undefined {
  const best: (Cover | undefined)[] = [];
  best[text.length] = { end: text.length, cost: 0 };
  for (let start = text.length - 1; start >= 0; start--) {
    for (let end = start + 1; end <= Math.min(text.length, start + longest); end++) {
      const rest = best[end];
      const piece = text.slice(start, end);
      if (rest === undefined || !known.has(piece)) continue;
      const single = piece.length === 1 ? UNKNOWN_COST : 0;
      // Later pieces weigh a little more when short, so that the head is as long as can be.
      const cost = rest.cost + 1 + single + (end === text.length ? 1 / piece.length : 0);
      const there = best[start]?.cost ?? Number.POSITIVE_INFINITY;
      if (cost < there) best[start] = { end, cost };
    }
  }
  if (best[0] === undefined) return undefined;
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = best[start]?.end ?? text.length;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces.filter((piece) => piece.length === 1).length <= 1 ? pieces : undefined;
}
