import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoundedMap } from '../../src/collections/bounded-map.ts';

describe('BoundedMap', () => {
  it('lets go of what was set or asked for longest ago', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    expect(map.get('a')).toBe(1);
    map.set('c', 3);
    expect([...map]).toEqual([
      ['a', 1],
      ['c', 3],
    ]);
  });

  it('keeps the order where it is only looked at', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    expect([map.peek('a'), map.has('a'), map.has('z')]).toEqual([1, true, false]);
    map.set('c', 3);
    expect(map.has('a')).toBe(false);
  });

  it('never holds more than it may, and always what was set last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.integer({ min: 0, max: 9 })), (max, keys) => {
        const map = new BoundedMap<number, number>(max);
        for (const key of keys) {
          map.set(key, -key);
          expect(map.size).toBeLessThanOrEqual(max);
          expect(map.peek(key)).toBe(-key);
        }
        expect(map.size).toBe(Math.min(max, new Set(keys).size));
      }),
    );
  });

  it('counts what its values take up, where it was told how', () => {
    const map = new BoundedMap<string, string>(5, (text) => text.length);
    map.set('a', '12');
    map.set('b', '34');
    map.set('a', '123');
    expect([map.size, map.totalSize]).toEqual([2, 5]);
    map.set('c', '5');
    expect([...map].map(([key]) => key)).toEqual(['a', 'c']);
    expect(map.totalSize).toBe(4);
    map.delete('a');
    expect([map.delete('a'), map.totalSize]).toEqual([false, 1]);
    map.clear();
    expect([map.size, map.totalSize]).toEqual([0, 0]);
  });

  it('lets go of nothing for a value that is larger than its bound', () => {
    const map = new BoundedMap<string, string>(3, (text) => text.length);
    map.set('a', '1');
    map.set('b', '12');
    map.set('a', '1234');
    expect([...map]).toEqual([['b', '12']]);
  });
});
