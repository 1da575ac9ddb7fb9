import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../../src/app/config/project-root.ts';
import { createPromptWriter } from '../../../src/engines/offline/prompt-writer.ts';
import { PromptTokenizer } from '../../../src/zimage/tokenizer.ts';
import { GOLDEN_REQUESTS } from '../../engines/offline/golden-requests.ts';
import { presets, requestOf } from '../../engines/offline/write.ts';

/** A tokenizer with few merges, which takes many tokens for a text: prompts must be cut. */
const tokenizer = await PromptTokenizer.open(
  join(PROJECT_ROOT, 'test', 'fixtures', 'zimage', 'tiny', 'checkpoint', 'tokenizer'),
);
const writer = createPromptWriter({
  presets,
  now: () => new Date('2026-04-10T03:00:00Z'),
  countTokens: (text) => tokenizer.count(text),
});

let cut = 0;

describe('prompts counted in the model’s own tokens', () => {
  it.each(GOLDEN_REQUESTS.filter((_, i) => i % 4 === 0).map(({ text }) => text))(
    'are read whole, the most important sentence first: %s',
    async (text) => {
      const { prompt, parts } = await writer.write(requestOf(text), { signal: new AbortController().signal });
      expect(tokenizer.encode(prompt.positive).dropped).toBe(0);
      expect(tokenizer.encode(prompt.negative).dropped).toBe(0);
      // What is counted sentence by sentence is what the whole takes.
      expect(Math.abs(tokenizer.count(prompt.positive) - (parts?.tokens ?? 0))).toBeLessThanOrEqual(3);
      const fragments = parts?.fragments ?? [];
      expect(fragments[0]).toMatchObject({ part: 'subject', kept: true });
      cut += fragments.filter(({ kept }) => !kept).length;
    },
  );

  it('were cut by whole sentences where the tokens ran out', () => {
    expect(cut).toBeGreaterThan(0);
  });
});
