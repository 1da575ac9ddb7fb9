import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineChoice } from '../../ad/request.ts';
import type { StyleName } from '../../ad/style.ts';
import { UserError } from '../../errors/user-error.ts';
import type { EngineProcess } from '../../onnx/process/engine-process.ts';
import { CPU } from '../../onnx/target.ts';
import { openCheckpoint } from '../../zimage/checkpoint.ts';
import { checkComponents } from '../../zimage/components.ts';
import { PromptTokenizer } from '../../zimage/tokenizer.ts';
import type { ImageEngine } from '../ports.ts';
import { Ladder, type ProviderChoice, rungsFor } from './ladder.ts';
import { type ModelSettings, modelFolder } from './model-folder.ts';
import { createZImageEngine, type StyleAdapter } from './zimage-engine.ts';

export interface ZImageSettings extends ModelSettings {
  readonly ENGINE: EngineChoice;
  readonly EXECUTION_PROVIDER: ProviderChoice;
}

export interface ZImageParts {
  readonly process: EngineProcess;
  /** What a style's preset says of its LoRA. */
  readonly adapterOf: (style: StyleName) => StyleAdapter | undefined;
  readonly styles: readonly StyleName[];
  /** Told, in English, of whatever costs quality or time but no picture. */
  readonly tell: (text: string) => void;
}

/** Z-Image and how it counts the tokens of prompts, or why it cannot be used. */
export type OpenedZImage =
  | { readonly engine: ImageEngine; readonly countTokens: (text: string) => number }
  | { readonly missing: UserError };

/** Pixels that Z-Image paints whole: what a GPU does in seconds, and what a CPU does in minutes. */
const BEST_PIXELS = { device: 1280 * 1280, cpu: 512 * 512 };

/**
 * Looks for the model and checks it, without loading it. A model that cannot be used is no error: the bot works
 * with the studio then.
 */
export async function openZImage(settings: ZImageSettings, parts: ZImageParts): Promise<OpenedZImage> {
  try {
    const folder = await modelFolder(settings);
    const checkpoint = await openCheckpoint(folder);
    checkComponents(checkpoint, CPU);
    for (const { file, key, value, why } of checkpoint.repairs) {
      parts.tell(`${file}: \`${key}\` = ${JSON.stringify(value)} (${why})`);
    }
    const adapters = usableAdapters(folder, parts);
    const engine = createZImageEngine({
      checkpoint,
      process: parts.process,
      ladder: new Ladder(rungsFor(settings.EXECUTION_PROVIDER), parts.tell),
      ...(adapters.size === 0 ? {} : { adapterOf: (style) => adapters.get(style) }),
      bestPixels: settings.EXECUTION_PROVIDER === 'cpu' ? BEST_PIXELS.cpu : BEST_PIXELS.device,
      tell: parts.tell,
    });
    const tokenizer = await PromptTokenizer.open(checkpoint.tokenizerFolder);
    return { engine, countTokens: (text) => tokenizer.count(text) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // That nobody has fetched a model is no news, unless one was asked for.
    const asked = settings.ENGINE === 'zimage' || settings.ZIMAGE_MODEL_DIR !== undefined;
    if (asked) parts.tell(`${error.message} The studio makes the pictures.`);
    return { missing: error };
  }
}

function usableAdapters(
  folder: string,
  { adapterOf, styles, tell }: ZImageParts,
): Map<StyleName, StyleAdapter> {
  const usable = new Map<StyleName, StyleAdapter>();
  for (const style of styles) {
    const adapter = adapterOf(style);
    if (adapter === undefined) continue;
    const file = join(folder, 'loras', adapter.file);
    if (existsSync(file)) usable.set(style, adapter);
    else
      tell(
        `${file}, the LoRA of the style ${style}, is missing: pictures of that style are made without it.`,
      );
  }
  return usable;
}
