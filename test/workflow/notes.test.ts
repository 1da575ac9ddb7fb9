import { describe, expect, it } from 'vitest';
import { BaseNode, type NodeContext } from '../../src/workflow/base-node.ts';
import type { ResultCache } from '../../src/workflow/cache/result-cache.ts';
import { ImageGenerationWorkflow } from '../../src/workflow/image-generation-workflow.ts';
import { noEngines } from './no-engines.ts';

/** Asks somebody who is out every other time, and then makes do. */
class AskingNode extends BaseNode<{ readonly question: string }, { readonly answer: string }> {
  readonly name = 'AskingNode';
  readonly version = 1;
  #asked = 0;

  async process({ question }: { question: string }, context: NodeContext): Promise<{ answer: string }> {
    this.#asked++;
    if (this.#asked > 1) return { answer: question.toUpperCase() };
    context.note({ said: { ko: '아무도 없어요.', en: 'Nobody was there.' } });
    context.doNotCache();
    return { answer: question };
  }
}

describe('what a node tells of its work', () => {
  it('is in the report; what must not be cached is not, so that the next run may do better', async () => {
    const kept = new Map<string, object>();
    const cache: ResultCache = {
      get: async (key) => kept.get(key),
      set: async (key, outputs) => {
        kept.set(key, outputs);
      },
    };
    const node = new AskingNode();
    const run = async () => {
      const workflow = new ImageGenerationWorkflow();
      const { answer } = workflow.add(node, { question: 'who' });
      const values = await workflow.run({ answer }, { ...noEngines, cache });
      return { ...values, report: workflow.report().nodes[0] };
    };
    const first = await run();
    expect(first).toMatchObject({
      answer: 'who',
      report: { notes: [{ said: { en: 'Nobody was there.' } }] },
    });
    expect(kept.size).toBe(0);
    const second = await run();
    expect(second.answer).toBe('WHO');
    expect(second.report).not.toHaveProperty('notes');
    expect((await run()).report).toMatchObject({ cached: true });
  });
});
