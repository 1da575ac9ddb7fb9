import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { UserError } from '../errors/user-error.ts';

/** Tokens of a prompt that are read, those of the chat's frame included. */
export const MOST_TOKENS = 512;

export interface PromptTokens {
  readonly ids: readonly number[];
  /** How many tokens at the end were cut off. */
  readonly dropped: number;
}

/** Turns prompts into tokens, framed as a message of a chat, as Z-Image was trained. */
export class PromptTokenizer {
  readonly #tokenizer: Tokenizer;
  readonly #system: string | undefined;

  private constructor(tokenizer: Tokenizer, system: string | undefined) {
    this.#tokenizer = tokenizer;
    this.#system = system;
  }

  /**
   * @param folder a checkpoint's `tokenizer`
   * @throws UserError `model-file-…` naming the file
   */
  static async open(folder: string): Promise<PromptTokenizer> {
    const tokenizer = await readJson(join(folder, 'tokenizer.json'), true);
    const config = await readJson(join(folder, 'tokenizer_config.json'), false);
    const template =
      (await readFile(join(folder, 'chat_template.jinja'), 'utf8').catch(() => undefined)) ??
      ('chat_template' in config ? String(config.chat_template) : '');
    try {
      return new PromptTokenizer(new Tokenizer(tokenizer, config), defaultSystemMessage(template));
    } catch (cause) {
      const file = join(folder, 'tokenizer.json');
      throw new UserError('model-file-malformed', { file, problem: 'it describes no tokenizer' }, { cause });
    }
  }

  /** How many tokens a text takes inside the frame, which is not counted. */
  count(text: string): number {
    return this.#lengthOf(text) - this.#lengthOf('');
  }

  #lengthOf(prompt: string): number {
    const { ids, dropped } = this.encode(prompt);
    return ids.length + dropped;
  }

  /** The prompt as it is, with nothing trimmed; names of special tokens in it count as such. */
  encode(prompt: string): PromptTokens {
    const { ids } = this.#tokenizer.encode(framed(prompt, this.#system), { add_special_tokens: false });
    return { ids: ids.slice(0, MOST_TOKENS), dropped: Math.max(0, ids.length - MOST_TOKENS) };
  }
}

/** One message from the user, and the beginning of the answer. */
export function framed(prompt: string, system?: string): string {
  const before = system === undefined ? '' : `<|im_start|>system\n${system}<|im_end|>\n`;
  return `${before}<|im_start|>user\n${prompt}<|im_end|>\n<|im_start|>assistant\n`;
}

/** What a chat template says on its own where a chat has no system message: Qwen2's do, Qwen3's do not. */
function defaultSystemMessage(template: string): string | undefined {
  return /<\|im_start\|>system(?:\\n|\n)([^<>{}'"]+)<\|im_end\|>/.exec(template)?.[1];
}

async function readJson(file: string, needed: boolean): Promise<object> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    if (code !== 'ENOENT') throw new UserError('model-file-unreadable', { file, reason: code }, { cause });
    if (!needed) return {};
    throw new UserError('model-file-missing', { file, wantedBy: 'the tokenizer' }, { cause });
  }
  try {
    const values: unknown = JSON.parse(text);
    if (typeof values === 'object' && values !== null) return values;
  } catch {
    // Told below.
  }
  throw new UserError('model-file-malformed', { file, problem: `${basename(file)} is not JSON` });
}
