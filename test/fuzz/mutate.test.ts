import { describe, expect, it } from 'vitest';
import { Dice } from './dice.ts';
import { jsonInput, jsonOf, textInput, textOf } from './input.ts';
import { pngOf, withChecksums } from './kinds/photo/png.ts';
import { ALPHABETS } from './mutate/alphabets.ts';
import { mutateBytes } from './mutate/bytes.ts';
import { mutateJson, mutateStrings, rawJson } from './mutate/json.ts';
import { inventText, LONGEST_TEXT, mutateText } from './mutate/text.ts';
import { mutateYaml } from './mutate/yaml.ts';

const many = <T>(make: (dice: Dice) => T, count = 300): readonly T[] =>
  Array.from({ length: count }, (_, seed) => make(new Dice(seed)));

describe('mutated texts', () => {
  it('are made of every alphabet, up to a megabyte, and survive being written down', () => {
    const texts = many((dice) => inventText(dice), 400);
    for (const units of Object.values(ALPHABETS)) {
      expect(texts.some((text) => units.some((unit) => text.includes(unit)))).toBe(true);
    }
    expect(Math.max(...texts.map((text) => text.length))).toBeGreaterThan(LONGEST_TEXT / 2);
    expect(texts.every((text) => text.length <= LONGEST_TEXT)).toBe(true);
    const lone = texts.find((text) => /\p{Surrogate}/u.test(text)) ?? '';
    expect(lone).not.toBe('');
    expect(textOf(textInput('ask', lone))).toBe(lone);
  });

  it('differ from what they were made of', () => {
    const texts = many((dice) => mutateText('카페 신메뉴 딸기라떼 --ratio 4:5', dice, 'other words'));
    expect(new Set(texts).size).toBeGreaterThan(250);
  });
});

describe('mutated structures', () => {
  const value = { a: 1, b: ['x', { c: true }], d: 'text' };

  it('change in types, bounds, lengths and members, and can be written as JSON', () => {
    const mutated = many((dice) => mutateJson(value, dice));
    expect(new Set(mutated.map((each) => JSON.stringify(each))).size).toBeGreaterThan(150);
    expect(mutated.some((each) => JSON.stringify(each).includes('__proto__'))).toBe(true);
    expect(mutated.some((each) => JSON.stringify(each).length > 50_000)).toBe(true);
    expect(JSON.stringify(jsonOf(jsonInput('json', mutated[0])))).toBe(JSON.stringify(mutated[0]));
  });

  it('keep their form where only words may change', () => {
    for (const each of many((dice) => mutateStrings(value, dice, 100))) {
      expect(each).toMatchObject({ a: 1, b: [expect.any(String), { c: true }], d: expect.any(String) });
    }
  });

  it('are also written as JSON that no program writes', () => {
    const texts = many((dice) => rawJson(value, dice));
    const parses = texts.map((text) => {
      try {
        return JSON.parse(text) !== undefined;
      } catch {
        return false;
      }
    });
    expect(parses).toContain(true);
    expect(parses).toContain(false);
    expect(texts.some((text) => text.includes('"__proto__"'))).toBe(true);
  });
});

describe('mutated files', () => {
  it('are damaged, and may be given right checksums again', () => {
    const png = pngOf({ width: 8, height: 8, depth: 8, colour: 2 });
    const mutated = many((dice) => mutateBytes(png, dice, png));
    expect(mutated.filter((bytes) => !bytes.equals(png)).length).toBeGreaterThan(250);
    const damaged = Buffer.from(png);
    damaged.writeUInt32BE(9, 16);
    expect(withChecksums(damaged).equals(damaged)).toBe(false);
    expect(withChecksums(png).equals(png)).toBe(true);
  });

  it('of YAML refer, repeat and nest without end', () => {
    const texts = many((dice) => mutateYaml('- key: cafe\n  names: { ko: 카페 }\n', dice));
    expect(texts.some((text) => text.includes('&a0'))).toBe(true);
    expect(texts.some((text) => text.includes('(a+)+$'))).toBe(true);
    expect(texts.some((text) => text.length > 10_000)).toBe(true);
  });
});
