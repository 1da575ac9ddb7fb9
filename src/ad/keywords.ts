import type { OccasionKind } from './occasion-kind.ts';
import type { LightingName, MaterialName, SeasonName } from './scene.ts';

/** Things that an ad can be about. */
export const PRODUCT_KINDS = [
  'drink',
  'food',
  'ingredient',
  'flower',
  'clothing',
  'cosmetic',
  'goods',
  'service',
] as const;

export type ProductKind = (typeof PRODUCT_KINDS)[number];

/** What an ad is about. */
export interface SubjectWords {
  /** The person's own words. */
  readonly text: string;
  readonly en: string;
  /** How it looks, where its name does not tell. */
  readonly look?: string;
  /** How it is brought: 'in a tall clear glass'. */
  readonly served?: string;
  /** Something that is done rather than sold: it can be hinted at, not shown. */
  readonly service: boolean;
}

/** What was read in a request. Words are English, as engines read them, unless said otherwise. */
export interface Keywords {
  readonly subject?: SubjectWords;
  /** What the ad is for. */
  readonly purpose: OccasionKind;
  /** Rows of presets/seasons.yaml. */
  readonly season?: SeasonName;
  readonly occasion?: string;
  /** 'warm', 'cosy'. */
  readonly mood: readonly string[];
  /** Places, times and weather: 'by the window', 'at night'. */
  readonly setting: readonly string[];
  readonly materials: readonly MaterialName[];
  /** As it was asked for: 'marble table' rather than 'marble'. */
  readonly surfaces: readonly string[];
  readonly lighting?: LightingName;
  readonly colours: readonly string[];
  /** Things to stand around the product. */
  readonly props: readonly string[];
  /** What must not be in the picture. */
  readonly avoid: readonly string[];
  /** Words that the lexicon does not know, as they were written. */
  readonly unknown: readonly string[];
}
