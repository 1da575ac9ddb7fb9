/** What an ad is for; copy patterns are kept by these. */
export const PURPOSE_NAMES = [
  'everyday',
  'new',
  'sale',
  'opening',
  'event',
  'season',
  'booking',
  'enrol',
  'notice',
] as const;

export type PurposeName = (typeof PURPOSE_NAMES)[number];
