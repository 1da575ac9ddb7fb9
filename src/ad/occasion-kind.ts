/** What an ad is for, apart from the trade; `everyday` where it is for nothing but what is sold. */
export const OCCASION_KINDS = [
  'everyday',
  'new',
  'sale',
  'opening',
  'season-opening',
  'closing-down',
  'event',
  'class',
  'rental',
  'repair',
  'purchase',
  'recruiting',
  'notice',
] as const;

export type OccasionKind = (typeof OCCASION_KINDS)[number];

/** What these were called in recipes of earlier versions. */
const FORMER: Readonly<Record<string, OccasionKind>> = {
  season: 'everyday',
  booking: 'everyday',
  enrol: 'class',
};

/** The name of today for one that a stored recipe may hold. */
export const currentOccasionKind = (name: unknown): unknown =>
  typeof name === 'string' ? (FORMER[name] ?? name) : name;
