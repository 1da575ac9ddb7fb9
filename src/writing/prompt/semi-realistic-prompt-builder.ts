import { PromptBuilder } from './prompt-builder.ts';
import type { PromptRequest } from './prompt-request.ts';

/** Speaks of paint over true forms. */
export class SemiRealisticPromptBuilder extends PromptBuilder {
  protected light(phrase: string): string {
    return `Painted light: ${phrase}, glowing edges`;
  }

  protected rendering({ picture }: PromptRequest): string {
    return picture === 'backdrop'
      ? 'painted surfaces with true perspective'
      : 'a polished, slightly idealised subject';
  }
}
