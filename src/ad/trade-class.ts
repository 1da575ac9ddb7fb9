import type { LocalizedText } from './locale.ts';

/** A class of the public classification of shops (소상공인시장진흥공단 상가(상권)정보, 2023): 음식 / 한식 / 냉면·밀면. */
export interface TradeClass {
  /** A row of presets/trades.yaml. */
  readonly key: string;
  readonly large: string;
  readonly middle: string;
  readonly small: string;
  readonly names: LocalizedText;
}
