import { CPU } from '../../../src/onnx/target.ts';
import { openCheckpoint } from '../../../src/zimage/checkpoint.ts';
import { NO_GUIDANCE } from '../../../src/zimage/guidance.ts';
import { ZImagePipeline } from '../../../src/zimage/pipeline.ts';
import { SharedComponents } from '../../../src/zimage/shared-components.ts';
import { PromptTokenizer } from '../../../src/zimage/tokenizer.ts';
import type { Measured } from './measured.ts';

/** Run in a process of its own: FOLDER SIDE STEPS RESIDENCY → one line of JSON. */
const [folder = '', side = '256', steps = '1', residency = 'all'] = process.argv.slice(2);
const checkpoint = await openCheckpoint(folder);
const components = new SharedComponents(checkpoint, {
  target: CPU,
  residency: residency === 'all' ? 'all' : 'one-at-a-time',
  adaptable: false,
});
const pipeline = new ZImagePipeline(components, await PromptTokenizer.open(checkpoint.tokenizerFolder));
const before = process.memoryUsage().rss;
const start = performance.now();
await components.use('denoiser', () => Promise.resolve());
const loading = performance.now() - start;
const { timings } = await pipeline.textToImage({
  prompt: 'fresh bread on a wooden table',
  width: Number(side),
  height: Number(side),
  seed: 1,
  steps: Number(steps),
  guidance: NO_GUIDANCE,
  adapters: [],
});
const measured: Measured = { before, peak: process.resourceUsage().maxRSS * 1024, loading, timings };
console.log(JSON.stringify(measured));
