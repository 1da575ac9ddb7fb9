import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CPU } from '../../src/onnx/target.ts';
import { AdapterCache } from '../../src/zimage/adapter-cache.ts';
import { adapterInputs } from '../../src/zimage/adapters.ts';
import { openCheckpoint } from '../../src/zimage/checkpoint.ts';
import { SharedComponents } from '../../src/zimage/shared-components.ts';
import { writeRandomAdapter } from '../zimage/support/random-adapter.ts';
import { median } from './median.ts';

const RANK = 16;

/** Adapters in turn: more than are kept, so that each is read from its file. */
const STYLES = 6;

/**
 * What another style's LoRA costs beside loading the transformer again, as one would who merges a LoRA into its
 * weights: milliseconds and bytes, apart from the runs themselves, which are the same either way.
 */
export async function benchStyles(folder: string, log: (line: string) => void): Promise<void> {
  const checkpoint = await openCheckpoint(folder);
  const components = new SharedComponents(checkpoint, { target: CPU, residency: 'all', adaptable: true });
  const shelf = new AdapterCache(components);
  const load = (): Promise<void> => components.use('denoiser', async () => {});
  await load();

  const loads = components.loads;
  const switches: number[] = [];
  let bytes = 0;
  for (let style = 0; style < STYLES; style++) {
    const file = join(folder, `style-${style}.safetensors`);
    bytes = await writeRandomAdapter(file, components.slots, RANK);
    const start = performance.now();
    adapterInputs(components.slots, await shelf.load([{ file, scale: 0.8 }]));
    switches.push(performance.now() - start);
  }
  const loaded = components.loads - loads;

  const reloads: number[] = [];
  for (let time = 0; time < 3; time++) {
    const start = performance.now();
    await components.release();
    await load();
    reloads.push(performance.now() - start);
  }
  await components.release();

  const { size } = await stat(join(folder, 'transformer', 'diffusion_pytorch_model.safetensors'));
  log(`another style, LoRA of rank ${RANK} everywhere`);
  log(
    `  switch                p50 ${median(switches).toFixed(0)} ms, ${(bytes / 1e6).toFixed(0)} MB read, ` +
      `${loaded} parts loaded again`,
  );
  log(
    `  loading again         p50 ${median(reloads).toFixed(0)} ms, ${(size / 1e6).toFixed(0)} MB read again ` +
      `as they are used: ${(size / bytes).toFixed(0)} times as many`,
  );
}
