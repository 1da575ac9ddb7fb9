import type { AdCopy } from './copy.ts';
import type { LocalizedText } from './locale.ts';
import type { Prompt, PromptParts } from './prompt.ts';
import type { SceneBrief } from './scene.ts';
import type { StyleName } from './style.ts';

/** What a writer made of a request. */
export interface Brief {
  readonly industry: string;
  readonly style: StyleName;
  readonly prompt: Prompt;
  /** How the prompt came to be; absent where the writer does not tell. */
  readonly parts?: PromptParts;
  readonly scene: SceneBrief;
  /** All slots to be drawn: the person's own words, and what was written for them. */
  readonly copy: AdCopy;
  /** The face for the words, of fonts/fonts.yaml: the brand's, else the industry's. */
  readonly face: string;
  readonly why: readonly LocalizedText[];
  readonly warnings: readonly LocalizedText[];
}
