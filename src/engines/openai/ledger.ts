/** What one call took. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Counts a day's tokens, so that a budget holds over restarts. */
export interface Ledger {
  /** Tokens spent today, input and output together. */
  spent(): Promise<number>;
  add(usage: Usage): Promise<void>;
}

/** US dollars for a million tokens. */
export interface Prices {
  readonly input: number;
  readonly output: number;
}

/** What some calls cost, in US dollars; undefined where no price is known. */
export function costOf(usage: Usage, prices: Prices | undefined): number | undefined {
  if (prices === undefined) return undefined;
  return (usage.inputTokens * prices.input + usage.outputTokens * prices.output) / 1e6;
}
