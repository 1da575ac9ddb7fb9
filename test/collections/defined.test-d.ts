import { describe, expectTypeOf, it } from 'vitest';
import { defined } from '../../src/collections/defined.ts';

declare const name: string | undefined;
declare const size: number | null;

describe('defined', () => {
  it('makes a field that may be undefined optional, and no other', () => {
    const fields = { ...defined({ name, size }) };
    expectTypeOf(fields).toEqualTypeOf<{ name?: string; size: number | null }>();
  });

  it('fits optional fields that are never undefined', () => {
    const made: { readonly name?: string; readonly kind: 'a' | 'b' } = { kind: 'a', ...defined({ name }) };
    expectTypeOf(made.kind).toEqualTypeOf<'a' | 'b'>();
    const whole: { readonly name?: string; readonly kind: 'a' | 'b' } = defined({ name, kind: 'b' });
    expectTypeOf(whole.name).toEqualTypeOf<string | undefined>();
  });

  it('keeps a field required that it is spread over', () => {
    const before = { name: 'a' };
    const after = { ...before, ...defined({ name }) };
    expectTypeOf(after).toEqualTypeOf<{ name: string }>();
  });

  it('does not take a value of another type', () => {
    // @ts-expect-error a number is no name
    const wrong: { readonly name?: string } = { ...defined({ name: size ?? undefined }) };
    expectTypeOf(wrong.name).toEqualTypeOf<string | undefined>();
  });
});
