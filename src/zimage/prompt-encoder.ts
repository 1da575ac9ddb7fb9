import { BoundedMap } from '../collections/bounded-map.ts';
import { defined } from '../collections/defined.ts';
import { UserError } from '../errors/user-error.ts';
import { needsCausalBias } from '../onnx/layers.ts';
import { readRows } from '../onnx/read-rows.ts';
import { floats, type Tensors } from '../onnx/session.ts';
import { findWeight } from '../onnx/weights.ts';
import { sequenceRotary } from './rotary.ts';
import type { SharedComponents } from './shared-components.ts';
import type { PromptTokenizer } from './tokenizer.ts';

/** What the text encoder makes of a prompt: [rows, width]. */
export interface PromptFeatures {
  readonly rows: number;
  readonly width: number;
  readonly data: Float32Array;
  /** Tokens at the prompt's end that were too many. */
  readonly dropped: number;
}

/** Prompts whose features are kept, so that a new seed or style of the same words needs no text encoder. */
const KEPT = 8;

/** Turns prompts into the rows that the transformer reads. */
export class PromptEncoder {
  readonly #components: SharedComponents;
  readonly #tokenizer: PromptTokenizer;
  readonly #recent = new BoundedMap<string, PromptFeatures>(KEPT);

  constructor(components: SharedComponents, tokenizer: PromptTokenizer) {
    this.#components = components;
    this.#tokenizer = tokenizer;
  }

  async encode(prompt: string): Promise<PromptFeatures> {
    const known = this.#recent.get(prompt);
    if (known !== undefined) return known;
    const { ids, dropped } = this.#tokenizer.encode(prompt);
    const features = { ...(await this.encodeTokens(ids)), dropped };
    this.#recent.set(prompt, features);
    return features;
  }

  /** @throws UserError `model-config` where the tokenizer knows more tokens than the text encoder */
  async encodeTokens(ids: readonly number[]): Promise<Omit<PromptFeatures, 'dropped'>> {
    const { config, weights } = this.#components.checkpoint.textEncoder;
    const table = findWeight(weights, 'embed_tokens.weight', [config.vocabulary, config.hidden]);
    const stranger = ids.find((id) => id >= config.vocabulary);
    if (stranger !== undefined) {
      throw new UserError('model-config', {
        file: this.#components.checkpoint.tokenizerFolder,
        problem: `its token ${stranger} is beyond the text encoder's ${config.vocabulary}`,
      });
    }
    const rows = ids.length;
    const rotary = sequenceRotary(rows, config.headWidth, config.ropeTheta);
    const inputs: Tensors = {
      embeddings: floats(await readRows(table, ids), [rows, config.hidden]),
      cos: floats(rotary.cos, [1, rows, rotary.pairs]),
      sin: floats(rotary.sin, [1, rows, rotary.pairs]),
      ...defined({
        causal_bias: needsCausalBias(this.#components.options.target) ? causalBias(rows) : undefined,
      }),
    };
    const data = await this.#components.use('textEncoder', async ({ session }) => {
      const outputs = await session.run(inputs);
      return outputs.get('hidden');
    });
    return { rows, width: config.hidden, data };
  }
}

/** Low enough to be 0 after a softmax, and a number in half floats too. */
const UNSEEN = -30_000;

/** Keeps each row from looking at those after it: [rows, rows]. */
export function causalBias(rows: number): Tensors[string] {
  const bias = new Float32Array(rows * rows);
  for (let row = 0; row < rows; row++) bias.fill(UNSEEN, row * rows + row + 1, (row + 1) * rows);
  return floats(bias, [rows, rows]);
}
