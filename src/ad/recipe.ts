import type { AdCopy } from './copy.ts';
import type { ProductLayout, TextLayout } from './layout.ts';
import type { Prompt } from './prompt.ts';
import type { AdRequest } from './request.ts';
import type { SceneBrief } from './scene.ts';
import type { StyleName } from './style.ts';

/** What was decided on the way. A reproduction takes these instead of asking again. */
export interface Decisions {
  readonly industry: string;
  readonly style: StyleName;
  readonly copy: AdCopy;
  readonly prompt: Prompt;
  readonly scene: SceneBrief;
  readonly productLayout?: ProductLayout;
  readonly textLayout?: TextLayout;
}

/** Everything needed to make a picture again. Plain JSON. */
export interface Recipe {
  readonly version: 1;
  readonly request: AdRequest;
  readonly decided: Decisions;
  readonly engine: { readonly name: string; readonly model: string };
  readonly remover?: string;
  /** First 12 hex digits of the hash over presets/ at the time. */
  readonly presets: string;
}
