import { describe, expectTypeOf, it } from 'vitest';
import { BaseNode } from '../../src/workflow/base-node.ts';
import { ImageGenerationWorkflow } from '../../src/workflow/image-generation-workflow.ts';
import type { Ref } from '../../src/workflow/ref.ts';

class CutNode extends BaseNode<{ photo: string }, { cutout: number; note?: boolean }> {
  readonly name = 'CutNode';
  readonly version = 1;
  async process(): Promise<{ cutout: number; note?: boolean }> {
    return { cutout: 1 };
  }
}

class PasteNode extends BaseNode<{ layers: readonly number[]; tint?: string }, { image: string }> {
  readonly name = 'PasteNode';
  readonly version = 1;
  async process(): Promise<{ image: string }> {
    return { image: '' };
  }
}

describe('wiring a workflow', () => {
  const workflow = new ImageGenerationWorkflow();
  const cut = workflow.add(new CutNode(), { photo: 'a' });

  it('types outputs as handles', () => {
    expectTypeOf(cut.cutout).toEqualTypeOf<Ref<number>>();
    workflow.add(new PasteNode(), { layers: [cut.cutout, 2] });
  });

  it('refuses wrong, missing, extra and unknown ports', () => {
    // @ts-expect-error a number where a string is wanted
    workflow.add(new CutNode(), { photo: cut.cutout });
    // @ts-expect-error no photo
    workflow.add(new CutNode(), {});
    // @ts-expect-error no such port
    workflow.add(new CutNode(), { photo: 'a', mask: 1 });
    // @ts-expect-error no such output
    workflow.add(new PasteNode(), { layers: [cut.matte] });
    // @ts-expect-error an output that may be absent where a value is needed
    workflow.add(new PasteNode(), { layers: [cut.note] });
  });
});
