import type { DetailKind } from '../ad/detail-kind.ts';
import type { LocalizedText } from '../ad/locale.ts';
import type { Detail } from './set-details.ts';

/** What is left out first where there is no room for all; last what would mislead if it were missing. */
const LEAST_NEEDED: readonly DetailKind[] = [
  'other',
  'shop',
  'parking',
  'link',
  'account',
  'audience',
  'prices',
  'place',
  'phone',
  'hours',
  'allergy',
  'notice',
  'closed',
  'period',
  'condition',
  'exception',
];

/** The details without the `count` that are needed least, of two alike the later one; and those, in their order. */
export function withoutLeastNeeded(
  details: readonly Detail[],
  count: number,
): { readonly kept: readonly Detail[]; readonly left: readonly Detail[] } {
  const order = details
    .map((detail, index) => ({ detail, index }))
    .toSorted(
      (a, b) =>
        LEAST_NEEDED.indexOf(a.detail.kind) - LEAST_NEEDED.indexOf(b.detail.kind) || b.index - a.index,
    );
  const left = new Set(order.slice(0, count).map(({ index }) => index));
  return {
    kept: details.filter((_, i) => !left.has(i)),
    left: details.filter((_, i) => left.has(i)),
  };
}

/** Letters of a text that is quoted to be found again. */
const QUOTED = 24;

/**
 * Tells which lines found no room, and what to shorten.
 *
 * @param words all other texts of the ad
 */
export function leftOutWarnings(left: readonly Detail[], words: readonly string[]): LocalizedText[] {
  if (left.length === 0) return [];
  const names = left.map(({ text }) => `“${text}”`).join(', ');
  const longest = words.toSorted((a, b) => b.length - a.length)[0];
  const shorten = longest === undefined || longest.length <= QUOTED / 2 ? undefined : quoted(longest);
  return [
    {
      ko: `자리가 모자라 안내에서 뺀 줄이 있어요: ${names}. ${
        shorten === undefined ? '안내 줄을 줄이면' : `가장 긴 글 “${shorten}”을 줄이면`
      } 들어가요.`,
      en: `There was no room for these details: ${names}. They will fit if ${
        shorten === undefined ? 'there are fewer lines' : `the longest text, “${shorten}”, is shorter`
      }.`,
    },
  ];
}

const quoted = (text: string): string => {
  const line = text.replaceAll('\n', ' ');
  return line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line;
};
