import { basename, join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { UserError } from '../errors/user-error.ts';
import { parseJson } from '../files/parse-json.ts';
import { readBoundedFile, reasonOf } from '../files/read-file.ts';
import type { Checkpoint } from './checkpoint.ts';
import { maxTokenId, tokenizerProblem } from './tokenizer-file.ts';

/** Tokens of a prompt that are read, those of the chat's frame included. */
export const MAX_TOKENS = 512;

export interface PromptTokens {
  readonly ids: readonly number[];
  /** How many tokens at the end were cut off. */
  readonly dropped: number;
}

/** Letters that every prompt may hold. */
const SAMPLES = ['a', 'Z', '1', ' ', '.', '가', 'é', '😀'];

/** Largest files in bytes: of Qwen3 the tokenizer has 11 MB, its settings 10 KB. */
const MAX_TOKENIZER = 64 * 2 ** 20;
const MAX_SETTINGS = 4 * 2 ** 20;
const MAX_TEMPLATE = 2 ** 20;

/** Turns prompts into tokens, framed as a message of a chat, as Z-Image was trained. */
export class PromptTokenizer {
  readonly #tokenizer: Tokenizer;
  readonly #system: string | undefined;
  /** The highest number that a token has. */
  readonly highest: number;

  private constructor(tokenizer: Tokenizer, system: string | undefined, highest: number) {
    this.#tokenizer = tokenizer;
    this.#system = system;
    this.highest = highest;
  }

  /**
   * @param folder a checkpoint's `tokenizer`
   * @throws UserError `model-file-…` naming the file
   */
  static async open(folder: string): Promise<PromptTokenizer> {
    const tokenizer = await readJson(join(folder, 'tokenizer.json'), true);
    const config = await readJson(join(folder, 'tokenizer_config.json'), false);
    const file = join(folder, 'tokenizer.json');
    const malformed = (problem: string, cause?: unknown): UserError =>
      new UserError('model-file-malformed', { file, problem }, { cause });
    const fault = tokenizerProblem(tokenizer);
    if (fault !== undefined) throw malformed(fault);
    const template =
      (await readText(join(folder, 'chat_template.jinja'), MAX_TEMPLATE).catch(() => undefined)) ??
      ('chat_template' in config ? String(config.chat_template).slice(0, MAX_TEMPLATE) : '');
    try {
      const system = defaultSystemMessage(template);
      const opened = new PromptTokenizer(new Tokenizer(tokenizer, config), system, maxTokenId(tokenizer));
      if (SAMPLES.every((letter) => opened.count(letter) > 0)) return opened;
    } catch (cause) {
      throw malformed('it describes no tokenizer', cause);
    }
    throw malformed('it has no tokens for some letters');
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
    const { ids } = this.#tokenizer.encode(chatTemplate(prompt, this.#system), { add_special_tokens: false });
    return { ids: ids.slice(0, MAX_TOKENS), dropped: Math.max(0, ids.length - MAX_TOKENS) };
  }
}

/** @throws UserError `model-file-malformed` where it has tokens that the text encoder has no row for */
export function checkVocabulary(
  { highest }: PromptTokenizer,
  { tokenizerFolder, textEncoder }: Checkpoint,
): void {
  const { vocabulary } = textEncoder.config;
  if (highest < vocabulary) return;
  throw new UserError('model-file-malformed', {
    file: join(tokenizerFolder, 'tokenizer.json'),
    problem: `it has a token ${highest} where the text encoder knows ${vocabulary}`,
  });
}

/** One message from the user, and the beginning of the answer. */
export function chatTemplate(prompt: string, system?: string): string {
  const before = system === undefined ? '' : `<|im_start|>system\n${system}<|im_end|>\n`;
  return `${before}<|im_start|>user\n${prompt}<|im_end|>\n<|im_start|>assistant\n`;
}

/** What a chat template says on its own where a chat has no system message: Qwen2's do, Qwen3's do not. */
function defaultSystemMessage(template: string): string | undefined {
  return /<\|im_start\|>system(?:\\n|\n)([^<>{}'"]+)<\|im_end\|>/.exec(template)?.[1];
}

async function readText(file: string, max: number): Promise<string> {
  return (await readBoundedFile(file, max)).toString('utf8');
}

async function readJson(file: string, needed: boolean): Promise<object> {
  let text: string;
  try {
    text = await readText(file, needed ? MAX_TOKENIZER : MAX_SETTINGS);
  } catch (cause) {
    const reason = reasonOf(cause);
    if (reason !== 'ENOENT') throw new UserError('model-file-unreadable', { file, reason }, { cause });
    if (!needed) return {};
    throw new UserError('model-file-missing', { file, wantedBy: 'the tokenizer' }, { cause });
  }
  try {
    const values = parseJson(text);
    if (typeof values === 'object' && values !== null && !Array.isArray(values)) return values;
  } catch {
    // Told below.
  }
  throw new UserError('model-file-malformed', { file, problem: `${basename(file)} is not JSON` });
}
