import { describe, expect, it } from 'vitest';
import { type Input, jsonInput, jsonOf, textInput, textOf } from './input.ts';
import { minimise } from './minimise/minimise.ts';

const forEver = (): boolean => false;

describe('minimise', () => {
  it('leaves of a text only what fails, lone surrogates too', async () => {
    const text = `${'가'.repeat(300)}\ud800${'나 '.repeat(200)}!`;
    const fails = async (input: Input): Promise<boolean> => /\ud800.*!/s.test(textOf(input));
    const smallest = await minimise(textInput('ask', text), { shape: 'text', fails, isOver: forEver });
    expect(textOf(smallest)).toBe('\ud800!');
  });

  it('leaves of bytes only what fails', async () => {
    const bytes = Uint8Array.from({ length: 500 }, (_, i) => i % 251);
    const fails = async (input: Input): Promise<boolean> =>
      input.bytes.includes(7) && input.bytes.includes(250);
    const smallest = await minimise({ way: 'photo', bytes }, { shape: 'bytes', fails, isOver: forEver });
    expect([...smallest.bytes].sort((a, b) => a - b)).toEqual([7, 250]);
  });

  it('leaves of a structure only the members, elements and letters that fail', async () => {
    const value = { a: { b: [1, 2, { c: 'xxyxx', d: 4 }], e: 5 }, f: 'g'.repeat(50), h: [[], {}] };
    const fails = async (input: Input): Promise<boolean> => JSON.stringify(jsonOf(input)).includes('y');
    const smallest = await minimise(jsonInput('json', value), { shape: 'json', fails, isOver: forEver });
    expect(jsonOf(smallest)).toEqual({ a: { b: [{ c: 'y' }] } });
  });

  it('takes what is no JSON by its bytes', async () => {
    const input = { way: 'json', bytes: Buffer.from('[[[[[[x') };
    const fails = async ({ bytes }: Input): Promise<boolean> => Buffer.from(bytes).includes('x');
    const smallest = await minimise(input, { shape: 'json', fails, isOver: forEver });
    expect(Buffer.from(smallest.bytes).toString()).toBe('x');
  });

  it('stops when its time is over, with the smallest so far', async () => {
    let tries = 0;
    const fails = async (input: Input): Promise<boolean> => {
      tries++;
      return textOf(input).includes('!');
    };
    const text = `${'x'.repeat(1000)}!`;
    const smallest = await minimise(textInput('ask', text), {
      shape: 'text',
      fails,
      isOver: () => tries >= 5,
    });
    expect(tries).toBe(5);
    expect(textOf(smallest).length).toBeLessThan(text.length);
    expect(textOf(smallest)).toContain('!');
  });
});
