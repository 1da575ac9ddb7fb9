import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JobProgress } from '../../../src/jobs/executor/progress.ts';
import type { NodeEvent } from '../../../src/workflow/node-event.ts';

const NAMES = ['PromptProcessorNode', 'Text2ImageNode', 'SaveImageNode'];
const at = (index: number) => ({ node: NAMES[index] ?? '', index, total: NAMES.length });
const duration = {
  milliseconds: 1000,
  samples: 1,
  nodes: [
    { name: 'PromptProcessorNode', milliseconds: 99 },
    { name: 'Text2ImageNode', milliseconds: 799 },
    { name: 'SaveImageNode', milliseconds: 99 },
  ],
};

describe('JobProgress', () => {
  it('counts nodes by the time that they took lately', () => {
    const progress = new JobProgress(1, duration);
    progress.add(0, { ...at(0), type: 'done', milliseconds: 1 });
    expect(progress.current.fraction).toBeCloseTo(0.1);
    progress.add(0, { ...at(1), type: 'started' });
    progress.add(0, { ...at(1), type: 'step', step: 2, steps: 8 });
    expect(progress.current).toMatchObject({ node: 'Text2ImageNode', step: { done: 2, of: 8 } });
    expect(progress.current.fraction).toBeCloseTo(0.3);
  });

  it('counts every node the same while nothing is known', () => {
    const progress = new JobProgress(1, undefined);
    progress.add(0, { ...at(0), type: 'cached' });
    expect(progress.current.fraction).toBeCloseTo(1 / 3);
  });

  it('knows the nodes to come from former runs, and else as they are heard of', () => {
    const known = new JobProgress(1, duration);
    known.add(0, { ...at(0), type: 'done', milliseconds: 1 });
    known.add(0, { ...at(1), type: 'started' });
    expect(known.current.nodes?.map(({ node, state }) => `${node} ${state}`)).toEqual([
      'PromptProcessorNode done',
      'Text2ImageNode running',
      'SaveImageNode waiting',
    ]);
    const unknown = new JobProgress(1, undefined);
    expect(unknown.current.nodes).toBeUndefined();
    unknown.add(0, { ...at(1), type: 'started' });
    unknown.add(0, { ...at(0), type: 'queued' });
    expect(unknown.current.nodes?.map(({ state }) => state)).toEqual(['waiting', 'running']);
    const another = new JobProgress(1, duration);
    another.add(0, { node: 'BackgroundRemovalNode', index: 0, total: 7, type: 'started' });
    expect(another.current.nodes).toEqual([{ node: 'BackgroundRemovalNode', state: 'running' }]);
  });

  it('never goes back, stays within 0 and 1, and is 1 only when all is written down', () => {
    const event = fc.oneof(
      fc.record({ type: fc.constant('started' as const), index: fc.nat(2) }),
      fc.record({ type: fc.constant('done' as const), index: fc.nat(2), milliseconds: fc.nat(9) }),
      fc.record({ type: fc.constant('cached' as const), index: fc.nat(2) }),
      fc.record({
        type: fc.constant('step' as const),
        index: fc.nat(2),
        step: fc.nat(8),
        steps: fc.constant(8),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1), event), { maxLength: 40 }), (events) => {
        const progress = new JobProgress(2, duration);
        let before = 0;
        for (const [variant, told] of events) {
          progress.add(variant, { ...at(told.index), ...told } as NodeEvent);
          const { fraction } = progress.current;
          expect(fraction).toBeGreaterThanOrEqual(before);
          expect(fraction).toBeLessThan(1);
          before = fraction;
        }
        progress.finish(0);
        progress.finish(1);
        expect(progress.current).toMatchObject({ fraction: 1, pictures: { done: 2, of: 2 } });
      }),
    );
  });
});
