import { describe, expect, it, vi } from 'vitest';
import { createRaster } from '../../src/imaging/raster.ts';
import { BaseNode, type NodeContext } from '../../src/workflow/base-node.ts';
import { MemoryCache } from '../../src/workflow/cache/memory-cache.ts';
import { ImageGenerationWorkflow } from '../../src/workflow/image-generation-workflow.ts';
import type { NodeEvent } from '../../src/workflow/node-event.ts';
import { noEngines } from './no-engines.ts';

class AddNode extends BaseNode<{ a: number; b: number }, { sum: number }> {
  readonly name = 'AddNode';
  readonly version = 1;
  readonly runs = vi.fn();

  async process({ a, b }: { a: number; b: number }, context: NodeContext): Promise<{ sum: number }> {
    this.runs();
    context.progress(1, 1);
    return { sum: a + b };
  }
}

class FailNode extends BaseNode<{ photo: object; text: string }, { never: number }> {
  readonly name = 'FailNode';
  readonly version = 1;

  async process(): Promise<{ never: number }> {
    throw new Error('no luck');
  }
}

class SlowNode extends BaseNode<{ after?: number }, { value: number }> {
  readonly name = 'SlowNode';
  readonly version = 1;

  process(_inputs: object, { signal }: NodeContext): Promise<{ value: number }> {
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  }
}

describe('ImageGenerationWorkflow', () => {
  it('feeds outputs to the nodes that were wired to them', async () => {
    const workflow = new ImageGenerationWorkflow();
    const first = workflow.add(new AddNode(), { a: 1, b: 2 });
    const second = workflow.add(new AddNode(), { a: first.sum, b: first.sum });
    const { total } = await workflow.run({ total: second.sum }, noEngines);
    expect(total).toBe(6);
  });

  it('tells what happens to each node, and reports it', async () => {
    const workflow = new ImageGenerationWorkflow();
    const { sum } = workflow.add(new AddNode(), { a: 1, b: 2 });
    const events: NodeEvent[] = [];
    await workflow.run({ sum }, { ...noEngines, onEvent: (event) => events.push(event) });
    expect(events.map((event) => event.type)).toEqual(['queued', 'started', 'step', 'done']);
    expect(events[0]).toMatchObject({ node: 'AddNode', index: 0, total: 1 });
    expect(workflow.report().nodes).toMatchObject([{ name: 'AddNode', status: 'done' }]);
  });

  it('runs only what changed, and says which results were at hand', async () => {
    const cache = new MemoryCache(1e6);
    const [once, again, changed] = [new AddNode(), new AddNode(), new AddNode()];
    for (const nodes of [
      [once, new AddNode()],
      [again, changed],
    ] as const) {
      const workflow = new ImageGenerationWorkflow();
      const first = workflow.add(nodes[0], { a: 1, b: 2 });
      const second = workflow.add(nodes[1], { a: first.sum, b: nodes[1] === changed ? 5 : 4 });
      await workflow.run({ sum: second.sum }, { ...noEngines, cache });
      if (nodes[1] === changed) {
        expect(workflow.report().nodes.map((node) => node.cached ?? false)).toEqual([true, false]);
      }
    }
    expect(once.runs).toHaveBeenCalledTimes(1);
    expect(again.runs).not.toHaveBeenCalled();
    expect(changed.runs).toHaveBeenCalledTimes(1);
  });

  it('records an error on the node that failed with its input sizes, and skips what needed it', async () => {
    const workflow = new ImageGenerationWorkflow();
    const failed = workflow.add(new FailNode(), { photo: createRaster(3, 2), text: 'secret words' });
    const after = workflow.add(new AddNode(), { a: failed.never, b: 1 });
    await expect(workflow.run({ sum: after.sum }, noEngines)).rejects.toThrow('no luck');
    const [first, second] = workflow.report().nodes;
    expect(first).toMatchObject({
      status: 'failed',
      error: { message: 'no luck', inputs: { photo: '3×2', text: '12 characters' } },
    });
    expect(second?.status).toBe('skipped');
    expect(JSON.stringify(workflow.report())).not.toContain('secret');
  });

  it('stops the other nodes when one fails', async () => {
    const workflow = new ImageGenerationWorkflow();
    workflow.add(new SlowNode(), {});
    const failed = workflow.add(new FailNode(), { photo: {}, text: '' });
    await expect(workflow.run({ never: failed.never }, noEngines)).rejects.toThrow('no luck');
    expect(workflow.report().nodes.map((node) => node.status)).toEqual(['failed', 'failed']);
  });

  it('lets as many nodes listen for its end as there are, without taking them for forgotten ones', async () => {
    const stop = new AbortController();
    const workflow = new ImageGenerationWorkflow();
    const values = Array.from({ length: 16 }, () => workflow.add(new SlowNode(), {}).value);
    const warned = vi.fn();
    process.on('warning', warned);
    const run = workflow.run({ values }, { ...noEngines, signal: stop.signal });
    await new Promise(setImmediate);
    stop.abort(new Error('enough'));
    await expect(run).rejects.toThrow('enough');
    // Node tells of a warning in a later tick.
    await new Promise(setImmediate);
    process.off('warning', warned);
    expect(warned).not.toHaveBeenCalled();
  });

  it('stops at any point when asked to, with the given reason', async () => {
    const workflow = new ImageGenerationWorkflow();
    const slow = workflow.add(new SlowNode(), {});
    const after = workflow.add(new SlowNode(), { after: slow.value });
    const stop = new AbortController();
    const run = workflow.run({ value: after.value }, { ...noEngines, signal: stop.signal });
    stop.abort();
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(workflow.report().nodes.map((node) => node.status)).toEqual(['cancelled', 'skipped']);
  });
});
