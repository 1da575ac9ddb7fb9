import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dim, evaluate, named, over, plus, sameDim, show, times } from '../../src/onnx/dim.ts';

const sizes = { h: 3, w: 5, n: 7 };

const dims: fc.Arbitrary<Dim> = fc.letrec<{ dim: Dim; leaf: Dim }>((tie) => ({
  leaf: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom(...Object.keys(sizes)).map(named)),
  dim: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.tuple(tie('dim'), tie('dim')).map(([a, b]) => plus(a, b)),
    fc.tuple(tie('dim'), tie('dim')).map(([a, b]) => times(a, b)),
  ),
})).dim;

const value = (dim: Dim): number => evaluate(dim, sizes);

describe('lengths', () => {
  it('compute as numbers do once their names have values', () => {
    fc.assert(
      fc.property(dims, dims, (a, b) => {
        expect(value(plus(a, b))).toBe(value(a) + value(b));
        expect(value(times(a, b))).toBe(value(a) * value(b));
      }),
    );
  });

  it('are equal however they were made', () => {
    fc.assert(
      fc.property(dims, dims, dims, (a, b, c) => {
        expect(sameDim(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(true);
        expect(sameDim(plus(a, b), plus(b, a))).toBe(true);
        expect(sameDim(plus(a, times(-1, a)), 0)).toBe(true);
      }),
    );
  });

  it('divide by what they are multiples of', () => {
    const divisor = fc.constantFrom<Dim>(
      2,
      3,
      named('h'),
      times(named('h'), named('w')),
      times(4, named('n')),
    );
    fc.assert(
      fc.property(dims, divisor, (a, b) => {
        expect(sameDim(over(times(a, b), b), a)).toBe(true);
      }),
    );
    expect(() => over(named('h'), 2)).toThrow('h does not divide by 2');
    expect(() => over(named('h'), named('w'))).toThrow('does not divide');
    expect(() => over(6, plus(named('h'), 1))).toThrow('Cannot divide');
    expect(() => over(6, 0)).toThrow('Cannot divide');
  });

  it('are shown as written', () => {
    expect(show(plus(times(4, times(named('h'), named('w'))), 2))).toBe('2+4*h*w');
    expect(() => evaluate(named('k'), sizes)).toThrow('`k` has no value');
    expect(() => named('4h')).toThrow('Expected a name');
  });
});
