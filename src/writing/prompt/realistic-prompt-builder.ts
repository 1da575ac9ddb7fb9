import { PromptBuilder } from './prompt-builder.ts';
import type { PromptRequest } from './prompt-request.ts';

/** Speaks of cameras and lamps. */
export class RealisticPromptBuilder extends PromptBuilder {
  protected light(phrase: string): string {
    return `Lit by ${phrase}`;
  }

  protected rendering({ picture }: PromptRequest): string {
    return picture === 'backdrop'
      ? 'real materials seen close, softly blurred distance'
      : 'the subject as the hero of the shot';
  }
}
