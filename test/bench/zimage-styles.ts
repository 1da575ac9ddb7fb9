import { join } from 'node:path';
import { CPU } from '../../src/onnx/target.ts';
import { openCheckpoint } from '../../src/zimage/checkpoint.ts';
import { NO_GUIDANCE } from '../../src/zimage/guidance.ts';
import { ZImagePipeline } from '../../src/zimage/pipeline.ts';
import { SharedComponents } from '../../src/zimage/shared-components.ts';
import { PromptTokenizer } from '../../src/zimage/tokenizer.ts';
import { writeRandomAdapter } from '../zimage/support/random-adapter.ts';
import { median } from './median.ts';

const SIDE = 128;
const RANK = 16;

/** Adapters in turn: more than the pipeline keeps, so that each is read from its file. */
const STYLES = 5;

/**
 * What another style's LoRA costs beside loading the weights again, as one would who merges a LoRA into them: pictures
 * of one step with the style of the picture before, with another style, and after everything was let go of.
 */
export async function benchStyles(folder: string, log: (line: string) => void): Promise<void> {
  const checkpoint = await openCheckpoint(folder);
  const components = new SharedComponents(checkpoint, { target: CPU, residency: 'all', adaptable: true });
  const pipeline = new ZImagePipeline(components, await PromptTokenizer.open(checkpoint.tokenizerFolder));
  const files = Array.from({ length: STYLES }, (_, i) => join(folder, `style-${i}.safetensors`));
  let bytes = 0;
  for (const file of files) bytes = await writeRandomAdapter(file, components.slots, RANK);

  const picture = async (file: string): Promise<number> => {
    const start = performance.now();
    await pipeline.textToImage({
      prompt: 'fresh bread on a wooden table',
      width: SIDE,
      height: SIDE,
      seed: 1,
      steps: 1,
      guidance: NO_GUIDANCE,
      adapters: [{ file, scale: 1 }],
    });
    return performance.now() - start;
  };
  const [first = ''] = files;
  await picture(first);
  const loads = components.loads;
  const same: number[] = [];
  const other: number[] = [];
  for (const file of files.slice(1)) {
    other.push(await picture(file));
    same.push(await picture(file));
  }
  const loadedForSwitches = components.loads - loads;
  const reloaded: number[] = [];
  for (let run = 0; run < 3; run++) {
    await components.release();
    reloaded.push(await picture(first));
  }
  await components.release();

  const [base, switched, anew] = [median(same), median(other), median(reloaded)];
  log(`LoRA of rank ${RANK}, ${(bytes / 1e6).toFixed(0)} MB, one step at ${SIDE} × ${SIDE}`);
  log(`  same style            p50 ${base.toFixed(0)} ms`);
  log(
    `  another style         p50 ${switched.toFixed(0)} ms: ${(switched - base).toFixed(0)} ms more, ` +
      `${loadedForSwitches} parts loaded`,
  );
  log(`  everything reloaded   p50 ${anew.toFixed(0)} ms: ${(anew - base).toFixed(0)} ms more`);
}
