import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CPU } from '../../src/onnx/target.ts';
import { Autoencoder } from '../../src/zimage/autoencoder.ts';
import { type Caption, readCaption } from '../../src/zimage/caption.ts';
import { type Checkpoint, openCheckpoint } from '../../src/zimage/checkpoint.ts';
import { Denoiser } from '../../src/zimage/denoiser.ts';
import { applyGuidance, isGuided } from '../../src/zimage/guidance.ts';
import { TorchNoise } from '../../src/zimage/noise.ts';
import { patchify, unpatchify } from '../../src/zimage/patches.ts';
import type { Planes } from '../../src/zimage/planes.ts';
import { PromptEncoder } from '../../src/zimage/prompt-encoder.ts';
import { eulerStep, schedule, stepsFor } from '../../src/zimage/scheduler.ts';
import { SharedComponents } from '../../src/zimage/shared-components.ts';
import { textEncoderGraph } from '../../src/zimage/text-encoder.ts';
import { PromptTokenizer } from '../../src/zimage/tokenizer.ts';
import { captionGraph, denoiserGraph } from '../../src/zimage/transformer.ts';
import { scratch, TINY, writeFormulaCheckpoint } from './support/checkpoint.ts';
import { uniform } from './support/formula.ts';
import { captionInputs, denoiserInputs, encoderInputs } from './support/inputs.ts';
import { difference, runTapped, stage } from './support/stages.ts';

const IDS = [3, 141, 59, 26, 53, 58, 97, 93, 238, 46, 264, 33, 83, 279];
const LONG_IDS = Array.from({ length: 40 }, (_, i) => (7 * i * i + 3 * i + 11) % 320);

const latentsOf = (data: Float32Array): Planes => ({
  channels: 16,
  height: 10,
  width: 14,
  data: data.slice(),
});

let folder: Awaited<ReturnType<typeof scratch>>;
let checkpoint: Checkpoint;
let components: SharedComponents;
let prompts: PromptEncoder;

beforeAll(async () => {
  folder = await scratch();
  await writeFormulaCheckpoint(folder.path);
  checkpoint = await openCheckpoint(folder.path);
  components = new SharedComponents(checkpoint, { target: CPU, residency: 'all', adaptable: false });
  // The formula-made model has no tokenizer: its prompts are given as tokens.
  prompts = new PromptEncoder(components, await PromptTokenizer.open(`${TINY}/tokenizer`));
});

afterAll(async () => {
  await components.release();
  await folder[Symbol.asyncDispose]();
});

async function captionOf(ids: readonly number[]): Promise<Caption> {
  return readCaption(components, await prompts.encodeTokens(ids), []);
}

describe('text encoder', () => {
  it('equals every hidden state up to the second to last', async () => {
    const { config, weights } = checkpoint.textEncoder;
    const { inputs, embeddings } = await encoderInputs(checkpoint, IDS);
    const { taps, outputs } = await runTapped(
      (tap) => textEncoderGraph(config, weights, CPU, { tap }),
      inputs,
    );
    expect(difference(embeddings, stage('te.hidden_states.0'))).toBe(0);
    for (let layer = 0; layer < 3; layer++) {
      expect(difference(taps.get(`layers.${layer}`)!, stage(`te.hidden_states.${layer + 1}`))).toBeLessThan(
        1e-4,
      );
    }
    expect(difference(outputs.get('hidden'), stage('te.hidden_states.3'))).toBeLessThan(1e-4);
  });

  it('reads a longer prompt alike', async () => {
    expect(difference((await prompts.encodeTokens(LONG_IDS)).data, stage('te.long_cap'))).toBeLessThan(1e-4);
    expect(difference((await prompts.encodeTokens([5, 6, 7, 8, 9])).data, stage('cfg.neg_cap'))).toBeLessThan(
      1e-4,
    );
  });
});

describe('transformer', () => {
  it('equals every stage of one evaluation', async () => {
    const { config, weights } = checkpoint.transformer;
    const features = { rows: 14, width: 64, data: stage('te.hidden_states.3') };
    const caption = await runTapped(
      (tap) => captionGraph(config, weights, CPU, { tap }),
      captionInputs(checkpoint, features),
    );
    const rows = (name: string, count: number, data: Float32Array): number =>
      difference(data, stage(`dit.${name}`).subarray(0, count * 96));
    // Rows of padding are dumped before they are replaced, so the embedded rows alone are compared.
    expect(rows('cap_embedder', 14, caption.taps.get('cap_embedder')!)).toBeLessThan(1e-4);
    expect(rows('context_refiner.0', 32, caption.taps.get('context_refiner.0')!)).toBeLessThan(1e-4);
    expect(rows('context_refiner.1', 32, caption.taps.get('context_refiner.1')!)).toBeLessThan(1e-4);

    const latents = latentsOf(stage('t2i.latents_init'));
    const evaluation = await runTapped(
      (tap) => denoiserGraph(config, weights, CPU, { tap }),
      denoiserInputs(checkpoint, latents, 0.25, { rows: 32, data: caption.outputs.get('caption') }),
    );
    const { taps } = evaluation;
    expect(difference(taps.get('t_embedder')!, stage('dit.t_emb'))).toBeLessThan(1e-4);
    expect(rows('x_embedder', 35, taps.get('x_embedder')!)).toBeLessThan(1e-4);
    for (const name of ['noise_refiner.0', 'noise_refiner.1']) {
      expect(rows(name, 64, taps.get(name)!)).toBeLessThan(1e-4);
    }
    for (const name of ['layers.0', 'layers.1', 'layers.2'])
      expect(rows(name, 96, taps.get(name)!)).toBeLessThan(1e-4);
    expect(difference(taps.get('final_layer')!, stage('dit.final_layer'))).toBeLessThan(1e-4);
    const out = unpatchify(evaluation.outputs.get('velocity'), latents, 2);
    expect(difference(out.data, stage('dit.out'))).toBeLessThan(1e-4);
  });

  it('equals both pictures of a batch whose captions differ in length', async () => {
    const { config } = checkpoint.transformer;
    const first = latentsOf(stage('t2i.latents_init'));
    const flipped = latentsOf(first.data.map((_, i, all) => all[i - (i % 14) + 13 - (i % 14)]!));
    await components.use('denoiser', async (component) => {
      const evaluate = async (latents: Planes, time: number, ids: readonly number[]) =>
        (await new Denoiser(component, config, await captionOf(ids), {}).velocity(latents, time)).data;
      expect(difference(await evaluate(first, 0.25, IDS), stage('dit.batch2.out0'))).toBeLessThan(1e-4);
      expect(difference(await evaluate(flipped, 0.5, LONG_IDS), stage('dit.batch2.out1'))).toBeLessThan(1e-4);
    });
  });

  it('cuts pictures into tokens and puts them together again', () => {
    const latents = latentsOf(stage('t2i.latents_init'));
    expect(unpatchify(patchify(latents, 2, 64), latents, 2).data).toEqual(latents.data);
  });
});

describe('denoising', () => {
  it.each([
    [8, 't2i.n8'],
    [9, 't2i.n9'],
  ])('comes to the same latents after %i steps', async (count, name) => {
    const latents = latentsOf(new TorchNoise(42).normal(16 * 10 * 14));
    expect(difference(latents.data, stage('t2i.latents_init'))).toBeLessThan(2e-6);
    const caption = await captionOf(IDS);
    await components.use('denoiser', async (component) => {
      const denoiser = new Denoiser(component, checkpoint.transformer.config, caption, {});
      for (const [i, step] of schedule(checkpoint.scheduler, count, 35).entries()) {
        eulerStep(latents.data, (await denoiser.velocity(latents, step.time)).data, step);
        if (count === 8) expect(difference(latents.data, stage(`t2i.n8.step${i}`))).toBeLessThan(1e-3);
      }
    });
    expect(difference(latents.data, stage(`${name}.latents_final`))).toBeLessThan(1e-3);
  });

  it('guides, normalises and truncates as diffusers does', async () => {
    const guidance = { scale: 3, normalization: 1, truncation: 0.5 };
    const latents = latentsOf(new TorchNoise(42).normal(16 * 10 * 14));
    const [positive, negative] = [await captionOf(IDS), await captionOf([5, 6, 7, 8, 9])];
    await components.use('denoiser', async (component) => {
      const { config } = checkpoint.transformer;
      const toward = new Denoiser(component, config, positive, {});
      const away = new Denoiser(component, config, negative, {});
      const guided: boolean[] = [];
      for (const step of schedule(checkpoint.scheduler, 4, 35)) {
        let velocity = await toward.velocity(latents, step.time);
        guided.push(isGuided(guidance, step.time));
        if (guided.at(-1))
          velocity = applyGuidance(velocity, await away.velocity(latents, step.time), guidance);
        eulerStep(latents.data, velocity.data, step);
      }
      expect(guided).toEqual([true, true, true, true]);
    });
    const expected = stage('cfg.n4.g3.norm1.trunc05.latents_final');
    expect(difference(latents.data, expected)).toBeLessThan(1e-3);
  });
});

describe('autoencoder', () => {
  const picture = (): Planes => ({
    channels: 3,
    height: 80,
    width: 112,
    data: Float32Array.from(uniform('image', 3 * 80 * 112)),
  });

  it('decodes alike', async () => {
    const decoded = await new Autoencoder(components).decode(latentsOf(stage('t2i.n8.latents_final')));
    expect(difference(decoded.data, stage('vae.decode_untiled'))).toBeLessThan(1e-4);
    const shown = decoded.data.map((value) => Math.min(1, Math.max(0, value / 2 + 0.5)));
    expect(difference(shown, stage('t2i.n8.image'))).toBeLessThan(1e-4);
  });

  it('decodes and encodes alike in pieces', async () => {
    const inPieces = new Autoencoder(components, 8);
    const decoded = await inPieces.decode(latentsOf(stage('t2i.n8.latents_final')));
    expect(difference(decoded.data, stage('vae.decode_tiled64'))).toBeLessThan(1e-4);
    const moments = await inPieces.moments(picture());
    expect(difference(moments.data, stage('vae.encode_tiled64_moments'))).toBeLessThan(1e-4);
  });

  it('encodes alike, and draws the same sample', async () => {
    const noise = new TorchNoise(42);
    const autoencoder = new Autoencoder(components);
    expect(difference((await autoencoder.moments(picture())).data, stage('i2i.moments'))).toBeLessThan(1e-4);
    const encoded = await autoencoder.encode(picture(), noise);
    expect(difference(encoded.data, stage('i2i.z_scaled'))).toBeLessThan(1e-4);
    const drawn = noise.normal(encoded.data.length);
    expect(difference(drawn, stage('i2i.eps_forward'))).toBeLessThan(2e-6);
    const { sigma } = stepsFor(schedule(checkpoint.scheduler, 8, 35), 0.6)[0]!;
    const start = encoded.data.map((value, i) => sigma * drawn[i]! + (1 - sigma) * value);
    expect(difference(start, stage('i2i.latents_init'))).toBeLessThan(1e-4);
  });

  it('goes from a picture to a picture alike', async () => {
    const noise = new TorchNoise(42);
    const autoencoder = new Autoencoder(components);
    const encoded = await autoencoder.encode(picture(), noise);
    const drawn = noise.normal(encoded.data.length);
    const steps = stepsFor(schedule(checkpoint.scheduler, 8, 35), 0.6);
    const { sigma } = steps[0]!;
    const latents = latentsOf(encoded.data.map((value, i) => sigma * drawn[i]! + (1 - sigma) * value));
    const caption = await captionOf(IDS);
    await components.use('denoiser', async (component) => {
      const denoiser = new Denoiser(component, checkpoint.transformer.config, caption, {});
      for (const step of steps)
        eulerStep(latents.data, (await denoiser.velocity(latents, step.time)).data, step);
    });
    const decoded = (await autoencoder.decode(latents)).data.map((v) =>
      Math.min(1, Math.max(0, v / 2 + 0.5)),
    );
    expect(difference(decoded, stage('i2i.n8.s06.image'))).toBeLessThan(1e-3);
  });
});
