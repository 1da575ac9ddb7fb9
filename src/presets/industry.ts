import type { PropName } from '../ad/scene.ts';
import type { TradeClass } from '../ad/trade-class.ts';
import type { Family } from './look.ts';

/** One trade: what its ads look like and how they speak. A row of presets/trades/ with all that its family gives it. */
export interface Industry extends Omit<Family, 'key'> {
  readonly key: string;
  readonly names: { readonly ko: string; readonly en: string };
  /** Other names of such a shop, and of what it does; they name its trade for sure. */
  readonly aliases: { readonly ko: readonly string[]; readonly en: readonly string[] };
  /** What is sold or done there, and hardly anywhere else. */
  readonly goods: { readonly ko: readonly string[]; readonly en: readonly string[] };
  /** Absent where the trade cannot be told. */
  readonly tradeClass?: TradeClass;
  readonly family: string;
  /** Where its ads play, for people (ko) and for image models (en): 'a neighbourhood coffee shop'. */
  readonly theme: { readonly ko: string; readonly en: string; readonly at: 'in' | 'at' | 'on' };
  readonly emblem?: PropName;
}
