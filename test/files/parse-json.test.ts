import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/files/parse-json.ts';

describe('JSON from anywhere', () => {
  it('is what JSON.parse makes of it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('counts no brackets inside of texts', () => {
    const text = `"${'['.repeat(100)}\\"${'{'.repeat(100)}\\\\"`;
    expect(parseJson(text)).toBe(JSON.parse(text));
    expect(parseJson(JSON.stringify({ [`\\"${'['.repeat(99)}`]: [1] }))).toBeDefined();
  });

  it('has no more members than it may, counted outside of texts', () => {
    const list = JSON.stringify([{ a: 'b:c' }, { d: { e: ':::' } }]);
    expect(parseJson(list, { members: 3 })).toEqual(JSON.parse(list));
    expect(() => parseJson(list, { members: 2 })).toThrow(SyntaxError);
  });

  it('nests no deeper than it may', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(() => parseJson(nested(32))).not.toThrow();
    expect(() => parseJson(nested(33))).toThrow(SyntaxError);
    expect(() => parseJson('['.repeat(1e6))).toThrow(SyntaxError);
    expect(() => parseJson(`"\\\\"${nested(33)}`)).toThrow(SyntaxError);
  });
});
