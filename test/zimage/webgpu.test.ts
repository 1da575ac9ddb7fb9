import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Graph } from '../../src/onnx/graph.ts';
import { openSession } from '../../src/onnx/session.ts';
import { type Target, WEBGPU, WEBGPU_F32 } from '../../src/onnx/target.ts';
import { adapterInputs } from '../../src/zimage/adapters.ts';
import { Autoencoder } from '../../src/zimage/autoencoder.ts';
import { readCaption } from '../../src/zimage/caption.ts';
import { type Checkpoint, openCheckpoint } from '../../src/zimage/checkpoint.ts';
import { Denoiser } from '../../src/zimage/denoiser.ts';
import { PromptEncoder } from '../../src/zimage/prompt-encoder.ts';
import { SharedComponents } from '../../src/zimage/shared-components.ts';
import { PromptTokenizer } from '../../src/zimage/tokenizer.ts';
import { scratch, TINY, writeFormulaCheckpoint } from './support/checkpoint.ts';
import { difference, stage } from './support/stages.ts';

const IDS = [3, 141, 59, 26, 53, 58, 97, 93, 238, 46, 264, 33, 83, 279];

/** A machine without a Vulkan device that is good enough has no WebGPU. */
async function hasWebGpu(): Promise<boolean> {
  const graph = new Graph('probe', 23);
  graph.output('y', graph.input('x', 'f32', [1]));
  try {
    await (await openSession(graph, 'webgpu')).release();
    return true;
  } catch {
    return false;
  }
}

let folder: Awaited<ReturnType<typeof scratch>>;
let checkpoint: Checkpoint;

beforeAll(async () => {
  folder = await scratch();
  await writeFormulaCheckpoint(folder.path);
  checkpoint = await openCheckpoint(folder.path);
});

afterAll(() => folder[Symbol.asyncDispose]());

describe.runIf(await hasWebGpu())('on WebGPU', () => {
  it.each([
    ['32 bits', WEBGPU_F32, 1e-4],
    ['16 bits', WEBGPU, 0.1],
  ] as [string, Target, number][])(
    'text encoder, transformer with adapters and autoencoder are as elsewhere, in %s',
    async (_, target, tolerance) => {
      const components = new SharedComponents(checkpoint, {
        target,
        residency: 'one-at-a-time',
        adaptable: true,
      });
      const prompts = new PromptEncoder(components, await PromptTokenizer.open(`${TINY}/tokenizer`));
      const features = await prompts.encodeTokens(IDS);
      expect(difference(features.data, stage('te.hidden_states.3'))).toBeLessThan(tolerance);
      const caption = await readCaption(components, features, []);
      const latents = { channels: 16, height: 10, width: 14, data: stage('t2i.latents_init') };
      await components.use('denoiser', async (component) => {
        const inputs = adapterInputs(component.slots, []);
        const denoiser = new Denoiser(component, checkpoint.transformer.config, caption, inputs);
        expect(difference((await denoiser.velocity(latents, 0.25)).data, stage('dit.out'))).toBeLessThan(
          tolerance,
        );
      });
      const autoencoder = new Autoencoder(components);
      const decoded = await autoencoder.decode({ ...latents, data: stage('t2i.n8.latents_final') });
      expect(difference(decoded.data, stage('vae.decode_untiled'))).toBeLessThan(1e-4);
    },
    600_000,
  );
});
