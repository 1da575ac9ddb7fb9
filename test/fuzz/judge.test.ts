import { describe, expect, it } from 'vitest';
import { textInput } from './input.ts';
import { type JudgeOptions, judge, rawWordsIn } from './judge.ts';
import { LIMITS } from './limits.ts';
import type { Measured } from './runner/protocol.ts';
import type { Observation } from './runner/runner.ts';

const NOTHING: Measured = { hold: 0, memory: 0, work: 0 };

function saying(text: string, error = true, more: Partial<Measured> = {}): Observation {
  const outcome = { result: 'refused', said: [{ text, error }], faults: [] };
  return { ended: 'done', outcome, measured: { ...NOTHING, ...more } };
}

const judged = (observation: Observation, input = 'x', options: JudgeOptions = { live: true, room: 1 }) =>
  judge(textInput('ask', input), observation, options);

describe('what is said', () => {
  it.each([
    ['libvips: VipsJpeg: premature end of JPEG image', /raw words/],
    ['ENOENT: no such file or directory', /raw words/],
    ['The recipe cannot be used (Unexpected token in JSON at position 4).', /raw words/],
    ['received undefined', /raw words/],
    ['There is no [object Object].', /raw words/],
    ['Give a number from NaN.', /raw words/],
    ['it broke\n    at run (/app/src/main.ts:3:1)', /raw words/],
    ['', /empty/],
    ['a \x1b[31mred word', /control/],
    ['half of \ud83d a face', /lone surrogate/],
    ['y'.repeat(LIMITS.sentence + 1), /too long/],
  ])('is unclear: %j', (text, why) => {
    expect(judged(saying(text))).toMatchObject({ verdict: 'unclear', detail: expect.stringMatching(why) });
  });

  it('is clear as a sentence, with the words of the person, and as a long text that is no error', () => {
    expect(judged(saying('사진을 읽을 수 없어요: x.jpg. 다시 올려 주세요.'))).toBeUndefined();
    expect(judged(saying('There is no shop called "undefined".'), 'undefined')).toBeUndefined();
    expect(judged(saying('y'.repeat(2_000), false))).toBeUndefined();
  });

  it('is clear where it repeats what somebody said before, as a history does', () => {
    const before = new Set(rawWordsIn(textInput('ask', 'a shop called undefined and NaN')));
    const list = saying('1. undefined 2. NaN', false);
    expect(judged(list)?.verdict).toBe('unclear');
    expect(judged(list, 'history', { live: true, room: 1, earlier: before })).toBeUndefined();
  });
});

describe('what is taken', () => {
  it.each([
    [{ memory: LIMITS.memory + 1 }, 'memory'],
    [{ work: LIMITS.work + 1 }, 'hang'],
    [{ hold: LIMITS.hold + 1 }, 'hold'],
  ] as const)('is too much: %j', (more, verdict) => {
    expect(judged(saying('Fine.', true, more))?.verdict).toBe(verdict);
    const within = Object.fromEntries(Object.entries(more).map(([name, value]) => [name, value - 1]));
    expect(judged(saying('Fine.', true, within))).toBeUndefined();
  });

  it('may hold the thread of a command, and be slow where others keep the machine busy', () => {
    const slow = saying('Fine.', true, { hold: 2 * LIMITS.hold, work: 2 * LIMITS.work });
    expect(judged(slow, 'x', { live: false, room: 3 })).toBeUndefined();
    expect(judged(slow, 'x', { live: true, room: 3 })).toBeUndefined();
    expect(judged(slow, 'x', { live: true, room: 1 })).toBeDefined();
  });
});

it('names a fault by the line of ours that it came from, so that it counts once', () => {
  const at = (line: number, message: string): Observation => ({
    ended: 'thrown',
    error: {
      name: 'TypeError',
      message,
      stack: `TypeError: ${message}\n    at read (/x/node_modules/y/z.js:1:1)\n    at own (/x/src/a/b.ts:${line}:7)`,
    },
    measured: NOTHING,
  });
  expect(judged(at(3, 'one'))?.signature).toBe('unclear ask TypeError src/a/b.ts');
  expect(judged(at(9, 'two'))?.signature).toBe(judged(at(3, 'one'))?.signature);
});
