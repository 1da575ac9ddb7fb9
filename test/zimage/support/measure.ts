import { CPU } from '../../../src/onnx/target.ts';
import { openCheckpoint } from '../../../src/zimage/checkpoint.ts';
import { ZImagePipeline } from '../../../src/zimage/pipeline.ts';
import { SharedComponents } from '../../../src/zimage/shared-components.ts';
import { PromptTokenizer } from '../../../src/zimage/tokenizer.ts';
import type { Measured, MeasureOptions } from './measured.ts';
import { NO_GUIDANCE } from './no-guidance.ts';

/** Run in a process of its own, with the options as JSON → one line of JSON. */
const { folder, side, steps } = JSON.parse(process.argv[2] ?? '') as MeasureOptions;

// What waits to be collected is nobody's: how much of it there is depends on when V8 last looked.
const resident = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss;
};
const mostResident = (): number => process.resourceUsage().maxRSS * 1024;

const request = { width: side, height: side, seed: 1, guidance: NO_GUIDANCE, adapters: [] };
const checkpoint = await openCheckpoint(folder);
const components = new SharedComponents(checkpoint, { target: CPU, residency: 'all', adaptable: false });
const tokenizer = await PromptTokenizer.open(checkpoint.tokenizerFolder);

const before = resident();
// More than once, since whatever else the machine does may come between.
let loading = Number.POSITIVE_INFINITY;
for (let time = 0; time < 3; time++) {
  await components.release();
  const start = performance.now();
  await components.use('denoiser', () => Promise.resolve());
  loading = Math.min(loading, performance.now() - start);
}
const loaded = resident();
const reloads = components.loads - 1;

let step = 0;
await new ZImagePipeline(components, tokenizer).textToImage(
  { ...request, prompt: 'fresh bread on a wooden table', steps: 1 },
  { onStep: () => (step = mostResident()) },
);
const first = resident();
const loads = components.loads - reloads;

const busy = components.busy;
const { timings } = await new ZImagePipeline(components, tokenizer).textToImage({
  ...request,
  prompt: 'a cup of tea',
  steps,
});
const measured: Omit<Measured, 'own'> = {
  memory: { before, loaded, step, first, second: resident(), peak: mostResident() },
  loading,
  loads: { first: loads, second: components.loads - reloads - loads },
  timings,
  busy: components.busy - busy,
};
console.log(JSON.stringify(measured));
