import { PromptBuilder } from './prompt-builder.ts';
import type { PromptRequest } from './prompt-request.ts';

/** Speaks of flat shapes. */
export class IllustrationPromptBuilder extends PromptBuilder {
  protected light(phrase: string): string {
    return `Light hinted at by flat shapes, as of ${phrase}`;
  }

  protected rendering({ picture }: PromptRequest): string {
    return picture === 'backdrop' ? 'a flat scene with an open middle' : 'one clear simplified subject';
  }
}
