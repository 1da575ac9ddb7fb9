import { describe, expect, it } from 'vitest';
import { KIND_NAMES } from './input.ts';
import { parseFuzzOptions } from './options.ts';

describe('the options of npm run fuzz', () => {
  it('name kinds, all of them where none is named', () => {
    expect(parseFuzzOptions(['photo', 'chat', 'photo'], 1).kinds).toEqual(['photo', 'chat']);
    expect(parseFuzzOptions([], 1).kinds).toEqual(KIND_NAMES);
  });

  it('give the time for all kinds together and a seed, or the clock does', () => {
    expect(parseFuzzOptions(['--seconds', '600', '--seed', '7'], 1)).toMatchObject({
      seconds: 600,
      seed: 7,
      keep: true,
    });
    expect(parseFuzzOptions(['--no-keep'], 2 ** 32 + 5)).toMatchObject({ seconds: 60, seed: 5, keep: false });
  });

  it.each([['moon'], ['--seconds', '0'], ['--seconds', 'x'], ['--seed', '-1'], ['--fast']])(
    'refuse %s %s',
    (...args) => {
      expect(() => parseFuzzOptions(args, 1)).toThrow();
    },
  );
});
