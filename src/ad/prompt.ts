import type { Keywords } from './keywords.ts';

/** What an engine is told. */
export interface Prompt {
  readonly positive: string;
  /** Without effect where guidance is 0, as with Z-Image-Turbo. */
  readonly negative: string;
}

/** The parts of a prompt, most important first: what has to go for want of room goes from the end. */
export const PROMPT_PARTS = [
  'subject',
  'light',
  'plain',
  'mood',
  'season',
  'composition',
  'palette',
  'details',
  'props',
  'craft',
] as const;

export type PromptPart = (typeof PROMPT_PARTS)[number];

/** One sentence of a prompt. */
export interface PromptFragment {
  readonly part: PromptPart;
  readonly text: string;
  /** Whether it found room. */
  readonly kept: boolean;
}

/** How a prompt came to be, for those who want to see or change it. */
export interface PromptParts {
  readonly keywords: Keywords;
  /** The trade's sentence that the subject was set into. */
  readonly template: string;
  readonly fragments: readonly PromptFragment[];
  /** Tokens of the positive prompt, counted or estimated, and how many there may be. */
  readonly tokens: number;
  readonly budget: number;
}
