import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { write } from '../../engines/offline/write.ts';
import { randomRequest } from './random-request.ts';
import { violationsOf } from './violations.ts';

/** One, so that a commit is judged by itself and not by luck; REQUESTS_SEED tries another. */
const SEED = Number(process.env.REQUESTS_SEED ?? 2026);

describe('requests put together at random', () => {
  it('lose no word that binds, no number, and print no half of a statement', async () => {
    await fc.assert(
      fc.asyncProperty(randomRequest, async (request) => {
        const brief = await write(request.text);
        expect(
          violationsOf(request, brief).join('\n'),
          `${request.text}\n${JSON.stringify(brief.copy)}`,
        ).toBe('');
      }),
      { numRuns: 1000, seed: SEED },
    );
  });
});
