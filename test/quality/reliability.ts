/** What was stated of a cut-out, and whether it was right. */
export interface Statement {
  /** 0–1. */
  readonly confidence: number;
  readonly hit: boolean;
}

/** Statements of about the same confidence. */
export interface Bin {
  readonly count: number;
  /** Mean confidence stated, and share of cut-outs that were right. */
  readonly stated: number;
  readonly right: number;
}

const BINS = 10;

/** Ten bins of equal width, those without statements left out. */
export function reliabilityBins(statements: readonly Statement[]): Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = statements.filter(
      ({ confidence }) => Math.min(BINS - 1, Math.floor(BINS * confidence)) === bin,
    );
    const share = (of: (one: Statement) => number): number =>
      inside.reduce((sum, one) => sum + of(one), 0) / Math.max(1, inside.length);
    return {
      count: inside.length,
      stated: share(({ confidence }) => confidence),
      right: share(({ hit }) => (hit ? 1 : 0)),
    };
  }).filter(({ count }) => count > 0);
}

/**
 * Mean over the statements of how far stated confidence and hit rate are apart in their bins (expected calibration
 * error; Naeini et al., "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015).
 */
export function calibrationError(statements: readonly Statement[]): number {
  const bins = reliabilityBins(statements);
  return (
    bins.reduce((sum, { count, stated, right }) => sum + count * Math.abs(stated - right), 0) /
    Math.max(1, statements.length)
  );
}

/** The same, every bin counting the same however few stand in it. */
export function meanBinError(statements: readonly Statement[]): number {
  const bins = reliabilityBins(statements);
  return (
    bins.reduce((sum, { stated, right }) => sum + Math.abs(stated - right), 0) / Math.max(1, bins.length)
  );
}

/** The bins as lines of a table. */
export function reliabilityTable(statements: readonly Statement[]): string[] {
  return [
    'stated   right  cuts',
    ...reliabilityBins(statements).map(({ count, stated, right }) =>
      [
        `${Math.round(100 * stated)} %`.padStart(6),
        `${Math.round(100 * right)} %`.padStart(6),
        String(count).padStart(5),
      ].join('  '),
    ),
  ];
}
