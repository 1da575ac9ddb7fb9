import { CPU } from '../../src/onnx/target.ts';
import { Autoencoder } from '../../src/zimage/autoencoder.ts';
import { openCheckpoint } from '../../src/zimage/checkpoint.ts';
import { TorchNoise } from '../../src/zimage/noise.ts';
import { createPlanes } from '../../src/zimage/planes.ts';
import { Preview } from '../../src/zimage/preview.ts';
import { SharedComponents } from '../../src/zimage/shared-components.ts';
import { VAE_FACTOR } from '../../src/zimage/vae.ts';
import { median } from './median.ts';

const SIDE = 1024;
const RUNS = 20;

/** What showing a step's state costs, beside decoding it, and what measuring the map costs once. */
export async function benchPreviews(folder: string, log: (line: string) => void): Promise<void> {
  const checkpoint = await openCheckpoint(folder);
  const components = new SharedComponents(checkpoint, { target: CPU, residency: 'all', adaptable: false });
  const autoencoder = new Autoencoder(components);
  const start = performance.now();
  const preview = await Preview.measure(autoencoder);
  const measuring = performance.now() - start;

  const side = SIDE / VAE_FACTOR;
  const latents = createPlanes(checkpoint.transformer.config.channels, side, side);
  latents.data.set(new TorchNoise(1).normal(latents.data.length));
  const times = Array.from({ length: RUNS }, () => {
    const since = performance.now();
    preview.show(latents);
    return performance.now() - since;
  });
  const { data } = preview.show(latents);
  await components.release();
  log(`preview of ${SIDE} × ${SIDE}`);
  log(`  each step             p50 ${median(times).toFixed(1)} ms, ${(data.length / 1e3).toFixed(0)} kB`);
  log(`  once                  ${measuring.toFixed(0)} ms`);
}
