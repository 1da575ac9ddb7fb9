import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StyleName } from '../../ad/style.ts';
import { defined } from '../../collections/defined.ts';
import { CPU } from '../../onnx/target.ts';
import { openCheckpoint } from '../../zimage/checkpoint.ts';
import { checkComponents } from '../../zimage/components.ts';
import type { ModelPlace } from '../../zimage/layout/model-place.ts';
import { checkVocabulary, PromptTokenizer } from '../../zimage/tokenizer.ts';
import { executionPlansFor, FallbackChain } from './fallback-chain.ts';
import type { UsableZImage, ZImageParts, ZImageSettings } from './opened-zimage.ts';
import { createZImageEngine, type StyleAdapter } from './zimage-engine.ts';

/** Pixels that Z-Image paints whole: what a GPU does in seconds, and what a CPU does in minutes. */
const BEST_PIXELS = { device: 1280 * 1280, cpu: 512 * 512 };

/**
 * Checks a model, without loading it.
 *
 * @throws UserError where it is not a Z-Image that can be used
 */
export async function openModel(
  place: ModelPlace,
  settings: ZImageSettings,
  parts: ZImageParts,
): Promise<UsableZImage> {
  const checkpoint = await openCheckpoint(place);
  checkComponents(checkpoint, CPU);
  for (const { file, key, value, why } of checkpoint.repairs) {
    parts.onWarning(`${file}: \`${key}\` = ${JSON.stringify(value)} (${why})`);
  }
  for (const note of checkpoint.notes) parts.onWarning(note);
  const adapters = usableAdapters(checkpoint.folder, parts);
  const engine = createZImageEngine({
    checkpoint,
    process: parts.process,
    fallbackChain: new FallbackChain(executionPlansFor(settings.EXECUTION_PROVIDER), parts.onWarning),
    ...defined({ adapterOf: adapters.size === 0 ? undefined : (style: StyleName) => adapters.get(style) }),
    bestPixels: settings.EXECUTION_PROVIDER === 'cpu' ? BEST_PIXELS.cpu : BEST_PIXELS.device,
    onWarning: parts.onWarning,
  });
  const tokenizer = await PromptTokenizer.open(checkpoint.tokenizerFolder);
  checkVocabulary(tokenizer, checkpoint);
  const { tokenizerFolder } = checkpoint;
  return { engine, countTokens: (text) => tokenizer.count(text), tokenizerFolder };
}

function usableAdapters(
  folder: string,
  { adapterOf, styles, onWarning }: ZImageParts,
): Map<StyleName, StyleAdapter> {
  const usable = new Map<StyleName, StyleAdapter>();
  for (const style of styles) {
    const adapter = adapterOf(style);
    if (adapter === undefined) continue;
    const file = join(folder, 'loras', adapter.file);
    if (existsSync(file)) usable.set(style, adapter);
    else
      onWarning(
        `${file}, the LoRA of the style ${style}, is missing: pictures of that style are made without it.`,
      );
  }
  return usable;
}
