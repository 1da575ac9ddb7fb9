import { describe, expect, it } from 'vitest';
import { defined } from '../../src/collections/defined.ts';

describe('defined', () => {
  it('leaves out the fields without a value, and no others', () => {
    const fields = defined({ a: undefined, b: null, c: 0, d: '', e: false, f: [undefined] });
    expect(fields).toStrictEqual({ b: null, c: 0, d: '', e: false, f: [undefined] });
    expect('a' in fields).toBe(false);
  });

  it('keeps the order of its fields', () => {
    const missing: string | undefined = undefined;
    expect(JSON.stringify({ z: 1, ...defined({ y: 2, missing, x: 3 }), w: 4 })).toBe(
      '{"z":1,"y":2,"x":3,"w":4}',
    );
  });

  it('covers nothing up where it is spread over what was there', () => {
    const style: string | undefined = undefined;
    expect({ style: 'plain', ...defined({ style }) }).toStrictEqual({ style: 'plain' });
  });

  it('leaves what it was given as it is', () => {
    const fields = { a: undefined, b: 1 };
    defined(fields);
    expect(fields).toStrictEqual({ a: undefined, b: 1 });
  });
});
