import type { LocalizedText } from '../ad/locale.ts';
import type { RuleSource } from '../ad/place.ts';

const FINDING_KINDS = [
  'unreadable',
  'pixels',
  'file',
  'colour',
  'bytes',
  'labels',
  'ground',
  'bare',
  'safe',
  'letters',
  'sheet',
  'resolution',
  'fonts',
] as const;

/** A rule that a file breaks. */
export interface Finding {
  readonly kind: (typeof FINDING_KINDS)[number];
  readonly found: LocalizedText;
  /** Who says so; absent for what holds for all places. */
  readonly by?: RuleSource;
}
