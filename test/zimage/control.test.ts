import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { floats } from '../../src/onnx/session.ts';
import { CPU } from '../../src/onnx/target.ts';
import { openCheckpoint } from '../../src/zimage/checkpoint.ts';
import { checkComponents } from '../../src/zimage/components.ts';
import type { HintStyle } from '../../src/zimage/control/control-branch.ts';
import type { ControlKind } from '../../src/zimage/control/control-config.ts';
import type { ControlRequest } from '../../src/zimage/control/control-latents.ts';
import { openControlNet } from '../../src/zimage/control/open-control-net.ts';
import { ZImagePipeline } from '../../src/zimage/pipeline.ts';
import { createPlanes } from '../../src/zimage/planes.ts';
import { SharedComponents } from '../../src/zimage/shared-components.ts';
import { PromptTokenizer } from '../../src/zimage/tokenizer.ts';
import { denoiserGraph } from '../../src/zimage/transformer.ts';
import { scratch, TINY, writeFormulaCheckpoint } from './support/checkpoint.ts';
import { type ControlNetOptions, writeControlNet } from './support/control-net.ts';
import { uniform } from './support/formula.ts';
import { denoiserInputs } from './support/inputs.ts';
import { NO_GUIDANCE } from './support/no-guidance.ts';
import { apart, casePath, readRgb } from './support/pictures.ts';
import { difference, runTapped } from './support/stages.ts';

const KINDS: readonly ControlKind[] = ['1.0', '2.0', '2.1'];

const tiny = await openCheckpoint(TINY);
const tokenizer = await PromptTokenizer.open(tiny.tokenizerFolder);
const image = await readRgb(casePath('input.png'));
const REQUEST = { prompt: 'bread', seed: 7, steps: 3, guidance: NO_GUIDANCE, adapters: [] };

/** A picture that follows one, or none. */
async function draw(
  net?: { readonly path: string; readonly hints?: HintStyle },
  control?: Partial<ControlRequest>,
) {
  const options = { target: CPU, residency: 'all', adaptable: false } as const;
  const opened = net && (await openControlNet(net.path, tiny, net.hints ?? 'original'));
  const components = new SharedComponents(tiny, opened ? { ...options, control: opened } : options);
  const request = { ...REQUEST, width: image.width, height: image.height };
  const { picture } = await new ZImagePipeline(components, tokenizer).textToImage(
    opened ? { ...request, control: { image, scale: 1, ...control } } : request,
  );
  await components.release();
  return picture;
}

async function written(options: ControlNetOptions) {
  const folder = await scratch();
  const path = join(folder.path, 'net', 'control.safetensors');
  const values = await writeControlNet(path, options);
  return { path, values, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

describe('pictures with a ControlNet', () => {
  it.each(KINDS)('of %s follow it the more the stronger it is, and not at all at 0', async (kind) => {
    await using net = await written({ kind });
    const plain = await draw();
    const [none, half, full] = [
      await draw(net, { scale: 0 }),
      await draw(net, { scale: 0.5 }),
      await draw(net, { scale: 1 }),
    ];
    expect(none.data).toEqual(plain.data);
    expect(apart(half, plain)).toBeGreaterThan(0);
    expect(apart(full, half)).toBeGreaterThan(0);
    const other = await draw(net, { image: { ...image, data: image.data.map((value) => 255 - value) } });
    expect(apart(other, full)).toBeGreaterThan(0);
  });

  it("differ between the authors' way and diffusers' where the refiner gets hints", async () => {
    for (const kind of KINDS) {
      await using net = await written({ kind });
      const [original, diffusers] = [await draw(net), await draw({ path: net.path, hints: 'diffusers' })];
      expect(apart(original, diffusers) > 0, kind).toBe(kind !== '1.0');
    }
  });

  it('keep and repaint by the mask, which 1.0 takes none of', async () => {
    const pixels = image.width * image.height;
    const mask = (grey: number) => ({ image, mask: new Uint8Array(pixels).fill(grey) });
    await using net = await written({ kind: '2.1' });
    const [keep, edge, repaint] = [
      await draw(net, { inpaint: mask(0) }),
      await draw(net, { inpaint: mask(127) }),
      await draw(net, { inpaint: mask(128) }),
    ];
    expect(edge.data).toEqual(keep.data);
    expect(apart(repaint, keep)).toBeGreaterThan(0);
    await using older = await written({ kind: '1.0' });
    await expect(draw(older, { inpaint: mask(0) })).rejects.toMatchObject({ code: 'control-no-inpaint' });
  });
});

type Numbers = Float64Array<ArrayBuffer>;

/** `x · wᵀ + b`, by the definition. */
function linear(x: Float64Array, w: Float32Array, b: Float32Array): Numbers {
  const out = b.length;
  const width = w.length / out;
  return Float64Array.from({ length: (x.length / width) * out }, (_, at) => {
    const [row, column] = [Math.floor(at / out), at % out];
    let sum = b[column]!;
    for (let k = 0; k < width; k++) sum += x[row * width + k]! * w[column * width + k]!;
    return sum;
  });
}

const plus = (a: ArrayLike<number>, b: ArrayLike<number>, scale = 1): Numbers =>
  Float64Array.from(a, (value, i) => value + scale * b[i]!);

/** Blocks whose gates are shut pass everything through, which leaves the hints alone to be computed by hand. */
const shut = (name: string, values: Float32Array): Float32Array =>
  name.includes('adaLN_modulation.0') ? values.fill(0) : values;

describe('the graph with a ControlNet', () => {
  const SCALE = 0.7;

  it.each(
    KINDS.flatMap((kind) => (['original', 'diffusers'] as const).map((hints) => [kind, hints] as const)),
  )('of %s adds the hints where and as the %s code does', async (kind, hints) => {
    await using folder = await scratch();
    await writeFormulaCheckpoint(folder.path, { adjust: shut });
    const checkpoint = await openCheckpoint({ model: folder.path, tokenizer: TINY });
    const path = join(folder.path, 'net', 'control.safetensors');
    const config = {
      control_layers_places: [0, 1],
      control_refiner_layers_places: kind === '1.0' ? null : [0, 1],
      add_control_noise_refiner: { '1.0': null, '2.0': 'control_layers', '2.1': 'control_noise_refiner' }[
        kind
      ],
    };
    const weights = await writeControlNet(path, { kind, adjust: shut, config });
    const net = await openControlNet(dirname(path), checkpoint, hints);
    const latents = createPlanes(16, 8, 12);
    latents.data.set(uniform('latents', latents.data.length));
    const caption = { rows: 32, data: Float32Array.from(uniform('caption', 32 * 96)) };
    const tokens = Float32Array.from(uniform('control', 32 * 4 * net.config.channels));
    const { taps } = await runTapped(
      (tap) =>
        denoiserGraph(checkpoint.transformer.config, checkpoint.transformer.weights, CPU, {
          tap,
          control: net,
        }),
      {
        ...denoiserInputs(checkpoint, latents, 0.3, caption),
        control: floats(tokens, [32, 4 * net.config.channels]),
        control_scale: floats(Float32Array.of(SCALE), [1]),
      },
    );
    const projected = (x: Float64Array, name: string) =>
      linear(x, weights.get(`${name}.weight`)!, weights.get(`${name}.bias`)!);
    const embedded = projected(Float64Array.from(tokens), 'control_all_x_embedder.2-1');
    // Rows of padding, of which 24 tokens have 8, are the transformer's own.
    const x = Float64Array.from(taps.get('x_embedder')!);
    embedded.set(x.subarray(24 * 96), 24 * 96);
    expect(difference(taps.get('control.embedded')!, embedded)).toBeLessThan(1e-4);

    let stream = embedded;
    let hinted = x;
    if (kind !== '1.0') {
      const stem = kind === '2.0' ? 'control_layers' : 'control_noise_refiner';
      stream = plus(projected(embedded, `${stem}.0.before_proj`), x);
      for (const j of [0, 1]) hinted = plus(hinted, projected(stream, `${stem}.${j}.after_proj`), SCALE);
    }
    expect(difference(taps.get('control.refined')!, stream)).toBeLessThan(1e-4);
    const withCaption = (rows: Float64Array) => Float64Array.from([...rows, ...caption.data]);
    const both = plus(projected(withCaption(stream), 'control_layers.0.before_proj'), withCaption(hinted));
    const reached = hints === 'original' ? hinted : x;
    const expected = [0, 1].reduce(
      (sum, j) => plus(sum, projected(both, `control_layers.${j}.after_proj`), SCALE),
      withCaption(reached),
    );
    expect(difference(taps.get('layers.2')!, expected)).toBeLessThan(1e-3);
    expect(difference(taps.get('layers.2')!, withCaption(x))).toBeGreaterThan(0.1);
  });
});

describe('a ControlNet', () => {
  it.each<readonly [string, ControlNetOptions, ControlKind]>([
    ['1.0', { kind: '1.0' }, '1.0'],
    ['2.0 as published, with blocks that were never trained', { kind: '2.0' }, '2.0'],
    ['2.0 as diffusers writes it, without them', { kind: '2.0', leftovers: false }, '2.0'],
    ['2.1', { kind: '2.1' }, '2.1'],
  ])('is told to be %s by its weights alone', async (_, options, kind) => {
    await using net = await written(options);
    const { config } = await openControlNet(net.path, tiny, 'original');
    expect(config).toMatchObject({ kind, places: [0, 2], channels: kind === '1.0' ? 16 : 33 });
  });

  it.each<readonly [string, ControlNetOptions, string, string]>([
    [
      'of another width',
      { kind: '2.1', dim: 192, heads: 6 },
      'control-misfit',
      'control_all_x_embedder.2-1.weight',
    ],
    [
      'that has more layers than the model',
      { kind: '1.0', config: { control_layers_places: [0, 5] } },
      'model-config',
      '[0, 5]',
    ],
    [
      'whose hints do not begin with the first layer',
      { kind: '1.0', config: { control_layers_places: [1, 2] } },
      'model-config',
      'begin with 0',
    ],
    [
      'with fewer layers than its settings say',
      { kind: '1.0', config: { control_layers_places: [0, 1, 2] } },
      'model-config',
      '2 layers',
    ],
    [
      'of a kind that is not known',
      { kind: '2.1', config: { control_layers_places: [0, 2], add_control_noise_refiner: 'more' } },
      'model-config',
      'more',
    ],
    [
      'of other channels than its settings say',
      { kind: '2.1', config: { control_layers_places: [0, 2], control_in_dim: 16 } },
      'model-config',
      '33',
    ],
  ])('%s is refused, naming file and fault', async (_, options, code, named) => {
    await using net = await written(options);
    const refused = openControlNet(dirname(net.path), tiny, 'original');
    await expect(refused).rejects.toMatchObject({ code, message: expect.stringContaining(named) });
    await expect(refused).rejects.toMatchObject({ message: expect.stringContaining(dirname(net.path)) });
  });

  it('that is none, or lacks a tensor, is refused by its name', async () => {
    await expect(openControlNet(join(TINY, 'vae'), tiny, 'original')).rejects.toMatchObject({
      code: 'model-not-zimage',
    });
    await using folder = await scratch();
    await mkdir(join(folder.path, 'empty'));
    await expect(openControlNet(join(folder.path, 'empty'), tiny, 'original')).rejects.toMatchObject({
      code: 'model-file-missing',
    });
    const path = join(folder.path, 'control.safetensors');
    await writeControlNet(path, { kind: '2.1', layers: 2, heads: 6 });
    const net = await openControlNet(path, tiny, 'original');
    expect(() => checkComponents(tiny, CPU, net)).toThrow(/control.safetensors.*norm_q/);
  });
});
