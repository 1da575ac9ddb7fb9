import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RoundRobin } from '../../../src/jobs/scheduler/round-robin.ts';

interface Place {
  readonly group: string;
  readonly order: number;
}

const group = fc.constantFrom('a', 'b', 'c', 'd');
const groups = fc.array(group, { minLength: 1, maxLength: 40 });
const places = (names: readonly string[]): Place[] => names.map((name, order) => ({ group: name, order }));

describe('Turns', () => {
  it('gives everybody who waits a turn between two turns of one group', () => {
    fc.assert(
      fc.property(groups, fc.array(group, { maxLength: 5 }), (names, before) => {
        const turns = new RoundRobin(before);
        const waiting = places(names);
        const served: Place[] = [];
        while (waiting.length > 0) {
          const next = turns.next(waiting);
          if (next === undefined) throw new Error('nobody');
          turns.serve(next.group);
          waiting.splice(waiting.indexOf(next), 1);
          const last = served.findLastIndex((place) => place.group === next.group);
          if (last >= 0) {
            const between = new Set(served.slice(last + 1).map((place) => place.group));
            for (const other of waiting)
              if (other.group !== next.group) expect(between).toContain(other.group);
          }
          served.push(next);
        }
      }),
    );
  });

  it('lets a newcomer go next, however much others have waiting', () => {
    const turns = new RoundRobin();
    const waiting = places(Array.from({ length: 50 }, () => 'busy'));
    for (let turn = 0; turn < 3; turn++) turns.serve('busy');
    expect(turns.next([...waiting, { group: 'new', order: 50 }])?.group).toBe('new');
  });

  it('keeps a group’s own order', () => {
    const turns = new RoundRobin();
    expect(turns.next(places(['a', 'a', 'a']))?.order).toBe(0);
  });

  it('foretells the order in which everybody will go', () => {
    fc.assert(
      fc.property(groups, fc.array(group, { maxLength: 5 }), (names, before) => {
        const foretold = new RoundRobin(before).order(places(names));
        const turns = new RoundRobin(before);
        const waiting = places(names);
        const went: Place[] = [];
        while (waiting.length > 0) {
          const next = turns.next(waiting);
          if (next === undefined) throw new Error('nobody');
          turns.serve(next.group);
          went.push(next);
          waiting.splice(waiting.indexOf(next), 1);
        }
        expect(foretold).toEqual(went);
      }),
    );
  });
});
