import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Turns } from '../../../src/jobs/turns/turns.ts';

interface Place {
  readonly party: string;
  readonly order: number;
}

const party = fc.constantFrom('a', 'b', 'c', 'd');
const parties = fc.array(party, { minLength: 1, maxLength: 40 });
const places = (names: readonly string[]): Place[] => names.map((name, order) => ({ party: name, order }));

describe('Turns', () => {
  it('gives everybody who waits a turn between two turns of one party', () => {
    fc.assert(
      fc.property(parties, fc.array(party, { maxLength: 5 }), (names, before) => {
        const turns = new Turns(before);
        const waiting = places(names);
        const served: Place[] = [];
        while (waiting.length > 0) {
          const next = turns.next(waiting);
          if (next === undefined) throw new Error('nobody');
          turns.serve(next.party);
          waiting.splice(waiting.indexOf(next), 1);
          const last = served.findLastIndex((place) => place.party === next.party);
          if (last >= 0) {
            const between = new Set(served.slice(last + 1).map((place) => place.party));
            for (const other of waiting)
              if (other.party !== next.party) expect(between).toContain(other.party);
          }
          served.push(next);
        }
      }),
    );
  });

  it('lets a newcomer go next, however much others have waiting', () => {
    const turns = new Turns();
    const waiting = places(Array.from({ length: 50 }, () => 'busy'));
    for (let turn = 0; turn < 3; turn++) turns.serve('busy');
    expect(turns.next([...waiting, { party: 'new', order: 50 }])?.party).toBe('new');
  });

  it('keeps a party’s own order', () => {
    const turns = new Turns();
    expect(turns.next(places(['a', 'a', 'a']))?.order).toBe(0);
  });

  it('foretells the order in which everybody will go', () => {
    fc.assert(
      fc.property(parties, fc.array(party, { maxLength: 5 }), (names, before) => {
        const foretold = new Turns(before).order(places(names));
        const turns = new Turns(before);
        const waiting = places(names);
        const went: Place[] = [];
        while (waiting.length > 0) {
          const next = turns.next(waiting);
          if (next === undefined) throw new Error('nobody');
          turns.serve(next.party);
          went.push(next);
          waiting.splice(waiting.indexOf(next), 1);
        }
        expect(foretold).toEqual(went);
      }),
    );
  });
});
