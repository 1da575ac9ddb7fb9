import type { AdCopy } from '../../ad/copy.ts';
import type { Locale } from '../../ad/locale.ts';
import type { PurposeName } from '../../ad/purpose.ts';
import type { Industry } from '../../presets/industry.ts';
import type { TermKind } from '../../presets/lexicon.ts';
import type { Occasion } from '../../presets/season.ts';
import type { Fact } from './facts.ts';

/** What copy is written from. All words are the request's or the brand's own. */
export interface CopyBrief {
  readonly locale: Locale;
  /** The request's text, against which facts stand. */
  readonly text: string;
  readonly trade: Industry;
  /** The row for all trades, for purposes that the trade has no patterns for. */
  readonly general: Industry;
  readonly purpose: PurposeName;
  /** As the person calls it; `full` with the season or day right before it ('크리스마스 케이크'), `long` with what stands
   * between ('봄 신상 원피스'). */
  readonly product?: {
    readonly text: string;
    readonly full: string;
    readonly long: string;
    readonly kind?: TermKind;
  };
  readonly season?: string;
  /** The row, and the name by which the request calls it. */
  readonly occasion?: { readonly row: Occasion; readonly name: string };
  readonly mood?: string;
  readonly taste?: string;
  readonly shop?: string;
  readonly facts: readonly Fact[];
  /** Slots that the person filled: they are left alone, and not said twice. */
  readonly given: AdCopy;
  /** Chooses among patterns; the same stream chooses the same. */
  readonly random: () => number;
}
