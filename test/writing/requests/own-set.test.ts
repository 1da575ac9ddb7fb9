import { describe, expect, it } from 'vitest';
import { write } from '../../engines/offline/write.ts';
import { faultsOf, readOwnSets } from './own-set.ts';

/** Rows of which all is right: a bar that only rises, for how a request may be put has no end. */
const MIN_RIGHT = 0.97;

/** Of the facts, the part that stands whole in one line of the words. */
const MIN_FACTS = 0.99;

/** Of the rows with a class, the part that is known by one: unknown is no fault, but hides the shop's look. */
const MIN_KNOWN = 0.93;

/** Of the rows, the part that is taken for another class. */
const MAX_OTHER_CLASS = 0.003;

/** Of the rows, the part whose product or shop is not named at all. */
const MAX_NAMELESS = 0;

describe('requests of every class of shop', () => {
  it('are told whole, by their own name, and as what they are', async () => {
    const told: string[] = [];
    const kinds = new Map<string, number>();
    let rows = 0;
    let facts = 0;
    let classed = 0;
    let known = 0;
    for (const row of readOwnSets().flatMap((set) => set.rows)) {
      const brief = await write(row.request);
      rows++;
      facts += row.facts.split(';').filter((fact) => fact.trim() !== '').length;
      // A row without a class is of a trade that must stay unknown.
      if (row.class !== '') {
        classed++;
        if (brief.tradeClass !== undefined) known++;
      }
      const faults = faultsOf(row, brief);
      for (const kind of faults.map((fault) => fault.split(':', 1).join('')))
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (faults.length > 0)
        told.push(
          [row.request, JSON.stringify(brief.copy), ...faults.map((fault) => `  ${fault}`)].join('\n'),
        );
    }
    const list = told.join('\n\n');
    const partOf = (kind: string, all: number): number => (kinds.get(kind) ?? 0) / all;
    expect(1 - told.length / rows, list).toBeGreaterThanOrEqual(MIN_RIGHT);
    expect(1 - partOf('lost', facts), list).toBeGreaterThanOrEqual(MIN_FACTS);
    expect(known / classed, list).toBeGreaterThanOrEqual(MIN_KNOWN);
    expect(partOf('class', rows), list).toBeLessThanOrEqual(MAX_OTHER_CLASS);
    expect(partOf('not named', rows), list).toBeLessThanOrEqual(MAX_NAMELESS);
  });
});
