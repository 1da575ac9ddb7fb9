import type { DesignLayout } from '../../ad/design.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import { type DesignWish, requestOfBrief } from '../../design/request-of-brief.ts';
import type { NodeContext } from '../base-node.ts';
import { LetteringNode } from '../lettering-node.ts';

interface Inputs extends DesignWish {
  /** What was decided before: it is taken where it is of this size. */
  readonly decided?: DesignLayout;
}

interface Outputs {
  /** Absent where no family takes the request. */
  readonly design?: DesignLayout;
  /** What is told where none does. */
  readonly warnings: readonly LocalizedText[];
}

/** Decides an ad's design: which family takes it, where everything stands, and in which colours. */
export class DesignNode extends LetteringNode<Inputs, Outputs> {
  readonly name = 'DesignNode';
  readonly version = 15;

  async process({ decided, ...inputs }: Inputs, context: NodeContext): Promise<Outputs> {
    const { width, height } = inputs.size;
    const holds = decided?.size.width === width && decided.size.height === height;
    if (holds) return { design: decided, warnings: [] };
    const found = await context.render.run('compose-design', requestOfBrief(inputs, this.faces), {
      signal: context.signal,
    });
    return 'design' in found ? { design: found.design, warnings: [] } : { warnings: found.warnings };
  }
}
