import { PromptBuilder } from './prompt-builder.ts';
import type { PromptRequest } from './prompt-request.ts';

/** Speaks of cels and background art. */
export class AnimePromptBuilder extends PromptBuilder {
  protected light(phrase: string): string {
    return `Drawn with ${phrase} as clear shapes of light and one shadow tone`;
  }

  protected rendering({ picture }: PromptRequest): string {
    return picture === 'backdrop'
      ? 'background art without figures'
      : 'the subject drawn large, appetising highlights';
  }
}
