import { PROMPT_PARTS, type Prompt, type PromptFragment, type PromptParts } from '../../ad/prompt.ts';
import type { StyleName } from '../../ad/style.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { templateFor } from './prompt-builder.ts';
import type { PromptRequest } from './prompt-request.ts';
import type { StyleRouter } from './style-router.ts';

/**
 * Tokens that Z-Image's text encoder reads (max_sequence_length of diffusers' ZImagePipeline), less the 8 of the chat
 * frame around the prompt: what is longer is cut off at its end without a word.
 */
const BUDGET = 512 - 8;

/** What no ad's background may hold, whatever the style. Lettering is drawn by us. */
const NEVER = ['text', 'letters', 'words', 'numbers', 'watermark', 'logo', 'signature', 'label', 'frame'];
const NEVER_LOW = ['low quality', 'deformed', 'cluttered'];

export interface AssembledPrompt extends PromptParts {
  readonly prompt: Prompt;
}

/** Puts a prompt together from the fragments of a style's builder, within the tokens that the model reads. */
export class PromptAssembler {
  readonly #router: StyleRouter;
  readonly #countTokens: (text: string) => number;

  /** @param countTokens of the model's own tokenizer; by default an upper estimate */
  constructor(router: StyleRouter, countTokens: (text: string) => number = estimateTokens) {
    this.#router = router;
    this.#countTokens = countTokens;
  }

  assemble(style: StyleName, request: PromptRequest): AssembledPrompt {
    const built = this.#router.builderFor(style).build(request);
    const inOrder = [...built].sort((a, b) => PROMPT_PARTS.indexOf(a.part) - PROMPT_PARTS.indexOf(b.part));
    let tokens = 0;
    const fragments = inOrder.map((fragment): PromptFragment => {
      const more = this.#countTokens(tokens === 0 ? fragment.text : ` ${fragment.text}`);
      const kept = tokens + more <= BUDGET;
      if (kept) tokens += more;
      return { ...fragment, kept };
    });
    return {
      prompt: {
        positive: fragments
          .filter(({ kept }) => kept)
          .map(({ text }) => text)
          .join(' '),
        negative: this.#negative(style, request),
      },
      keywords: request.keywords,
      template: templateFor(request),
      fragments,
      tokens,
      budget: BUDGET,
    };
  }

  /** Most important first, since it is read within the same limit. */
  #negative(style: StyleName, { keywords, picture }: PromptRequest): string {
    const product =
      picture === 'backdrop'
        ? ['product', 'people', 'hands', ...(keywords.subject === undefined ? [] : [keywords.subject.en])]
        : [];
    const words = [
      ...NEVER,
      ...keywords.avoid,
      ...product,
      ...this.#router.styleOf(style).prompt.negative,
      ...NEVER_LOW,
    ];
    let negative = '';
    for (const word of new Set(words)) {
      const longer = negative === '' ? word : `${negative}, ${word}`;
      if (this.#countTokens(longer) > BUDGET) break;
      negative = longer;
    }
    return negative;
  }
}
