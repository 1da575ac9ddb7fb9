import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CPU } from '../../src/onnx/target.ts';
import { readAdapter } from '../../src/zimage/adapter-file.ts';
import { adapterInputs, checkFit } from '../../src/zimage/adapters.ts';
import { openCheckpoint } from '../../src/zimage/checkpoint.ts';
import { SharedComponents } from '../../src/zimage/shared-components.ts';
import { scratch, TINY } from './support/checkpoint.ts';
import { uniform } from './support/formula.ts';
import { casePath } from './support/pictures.ts';
import { floatTensor, type TensorToWrite, writeSafetensors } from './support/safetensors.ts';
import { difference } from './support/stages.ts';

const components = new SharedComponents(await openCheckpoint(TINY), {
  target: CPU,
  residency: 'all',
  adaptable: true,
});
const { slots } = components;

const RANK = 2;
const ALPHA = 3;

const values = (name: string, count: number): number[] => [...uniform(name, count)];
const downOf = (module: string, width: number): number[] => values(`${module}/a`, RANK * width);
const upOf = (module: string, out: number): number[] => values(`${module}/b`, out * RANK);

const tensor = (name: string, shape: readonly number[], data: ArrayLike<number>): TensorToWrite =>
  floatTensor(name, shape, () => data);
const scalar = (name: string, value: number): TensorToWrite => tensor(name, [], [value]);

/** The layers that the test's adapters change, with their widths. */
const MODULES = [
  ['layers.0.attention.to_q', 96, 96],
  ['layers.0.attention.to_k', 96, 96],
  ['layers.0.attention.to_v', 96, 96],
  ['layers.2.attention.to_out.0', 96, 96],
  ['layers.1.feed_forward.w2', 256, 96],
  ['context_refiner.1.feed_forward.w1', 96, 256],
  ['noise_refiner.0.adaLN_modulation.0', 96, 384],
] as const;

type Spelling = (module: string, part: 'a' | 'b' | 'alpha') => string;

const pairs = (spell: Spelling): TensorToWrite[] =>
  MODULES.flatMap(([module, width, out]) => [
    tensor(spell(module, 'a'), [RANK, width], downOf(module, width)),
    tensor(spell(module, 'b'), [out, RANK], upOf(module, out)),
    scalar(spell(module, 'alpha'), ALPHA),
  ]);

const kohya: Spelling = (module, part) =>
  `lora_unet_${module.replaceAll('.', '_')}.${{ a: 'lora_down.weight', b: 'lora_up.weight', alpha: 'alpha' }[part]}`;

const SPELLINGS: Readonly<Record<string, Spelling>> = {
  kohya,
  'kohya with two underscores': (module, part) => kohya(module, part).replace('lora_unet_', 'lora_unet__'),
  'diffusers with alpha': (module, part) =>
    `transformer.${module}.${{ a: 'lora_A.weight', b: 'lora_B.weight', alpha: 'alpha' }[part]}`,
  ComfyUI: (module, part) =>
    `diffusion_model.${module}.${{ a: 'lora_down.weight', b: 'lora_up.weight', alpha: 'alpha' }[part]}`,
  PEFT: (module, part) =>
    `base_model.model.${module}.${{ a: 'lora_A.default.weight', b: 'lora_B.default.weight', alpha: 'alpha' }[part]}`,
  'separators in disorder': (module, part) => {
    if (part === 'alpha') return `${module}.alpha`;
    return `${module.replaceAll('_', '.')}.lora.${part === 'a' ? 'down' : 'up'}.weight`;
  },
};

/** What a slot is fed, as one matrix: what is added to the layer's weight. [out, in] */
function added(inputs: ReturnType<typeof adapterInputs>, module: string): Float64Array {
  const slot = slots.find((one) => one.module === module)!;
  const [a, b] = [inputs[slot.a]!, inputs[slot.b]!];
  const [rank, width] = a.shape as [number, number];
  const out = b.shape[0]!;
  const sum = new Float64Array(out * width);
  for (let i = 0; i < out; i++) {
    for (let j = 0; j < width; j++) {
      for (let k = 0; k < rank; k++)
        sum[i * width + j]! += Number(b.data[i * rank + k]) * Number(a.data[k * width + j]);
    }
  }
  return sum;
}

/** ΔW = scale · alpha/rank · B·A, straight from the definition. */
function expected(module: string, width: number, out: number, factor: number): Float64Array {
  const [a, b] = [downOf(module, width), upOf(module, out)];
  return Float64Array.from({ length: out * width }, (_, i) => {
    const [row, column] = [Math.floor(i / width), i % width];
    let sum = 0;
    for (let k = 0; k < RANK; k++) sum += b[row * RANK + k]! * a[k * width + column]!;
    return factor * sum;
  });
}

async function read(tensors: readonly TensorToWrite[], metadata?: Readonly<Record<string, string>>) {
  await using folder = await scratch();
  const file = join(folder.path, 'style.safetensors');
  await writeSafetensors(file, tensors, metadata);
  return await readAdapter(file);
}

describe('LoRA files', () => {
  it.each(Object.keys(SPELLINGS))('as %s spells them add scale · alpha/rank · B·A', async (name) => {
    const adapter = await read(pairs(SPELLINGS[name]!));
    checkFit(adapter, slots);
    const inputs = adapterInputs(slots, [{ adapter, scale: 0.5 }]);
    for (const [module, width, out] of MODULES) {
      expect(
        difference(added(inputs, module), expected(module, width, out, (0.5 * ALPHA) / RANK)),
      ).toBeLessThan(1e-5);
    }
    expect(added(inputs, 'layers.1.attention.to_q').every((value) => value === 0)).toBe(true);
    expect(Object.keys(inputs)).toHaveLength(2 * slots.length);
  });

  it('with queries, keys and values in one are taken apart', async () => {
    const up = ['q', 'k', 'v'].flatMap((part) => upOf(`layers.0.attention.to_${part}`, 96));
    const shared = downOf('shared', 96);
    const adapter = await read([
      tensor('diffusion_model.layers.0.attention.qkv.lora_A.weight', [RANK, 96], shared),
      tensor('diffusion_model.layers.0.attention.qkv.lora_B.weight', [288, RANK], up),
      tensor('diffusion_model.layers.2.attention.out.lora_A.weight', [RANK, 96], shared),
      tensor(
        'diffusion_model.layers.2.attention.out.lora_B.weight',
        [96, RANK],
        upOf('layers.0.attention.to_k', 96),
      ),
      tensor('diffusion_model.final_layer.linear.lora_A.weight', [RANK, 96], shared),
      tensor('diffusion_model.final_layer.linear.lora_B.weight', [64, RANK], upOf('x', 64)),
    ]);
    checkFit(adapter, slots);
    const inputs = adapterInputs(slots, [{ adapter, scale: 1 }]);
    const k = added(inputs, 'layers.0.attention.to_k');
    const direct = upOf('layers.0.attention.to_k', 96);
    expect(k[5]).toBeCloseTo(direct[0]! * shared[5]! + direct[1]! * shared[96 + 5]!, 5);
    expect(difference(k, added(inputs, 'layers.2.attention.to_out.0'))).toBe(0);
    expect(difference(k, added(inputs, 'layers.0.attention.to_q'))).toBeGreaterThan(0.1);
    expect(added(inputs, 'all_final_layer.2-1.linear').some((value) => value !== 0)).toBe(true);
  });

  it("take alpha from PEFT's metadata, by module and stabilised too", async () => {
    const without = pairs(SPELLINGS['diffusers with alpha']!).filter(({ name }) => !name.endsWith('alpha'));
    const settings = {
      'transformer.lora_alpha': 8,
      'transformer.alpha_pattern': { 'layers.0.attention.to_k': 5 },
      'transformer.use_rslora': true,
    };
    const adapter = await read(without, { lora_adapter_metadata: JSON.stringify(settings) });
    const inputs = adapterInputs(slots, [{ adapter, scale: 1 }]);
    const q = added(inputs, 'layers.0.attention.to_q');
    expect(difference(q, expected('layers.0.attention.to_q', 96, 96, 8 / Math.sqrt(RANK)))).toBeLessThan(
      1e-5,
    );
    const k = added(inputs, 'layers.0.attention.to_k');
    expect(difference(k, expected('layers.0.attention.to_k', 96, 96, 5 / Math.sqrt(RANK)))).toBeLessThan(
      1e-5,
    );
    const plain = adapterInputs(slots, [{ adapter: await read(without), scale: 1 }]);
    const [module, width, out] = MODULES[0];
    expect(difference(added(plain, module), expected(module, width, out, 1))).toBeLessThan(1e-5);
  });

  it('work side by side, each at its own strength', async () => {
    const [first, second] = [await read(pairs(kohya)), await readAdapter(casePath('style-lora.safetensors'))];
    const both = adapterInputs(slots, [
      { adapter: first, scale: 0.5 },
      { adapter: second, scale: 2 },
    ]);
    const module = 'layers.0.attention.to_q';
    const one = added(adapterInputs(slots, [{ adapter: first, scale: 0.5 }]), module);
    const other = added(adapterInputs(slots, [{ adapter: second, scale: 2 }]), module);
    const sum = one.map((value, i) => value + other[i]!);
    expect(difference(added(both, module), sum)).toBeLessThan(1e-5);
  });

  it('say what of them is left out', async () => {
    const adapter = await read([
      ...pairs(kohya),
      tensor('lora_te_encoder_layer_0.lora_down.weight', [2, 8], values('x', 16)),
      tensor('lora_unet_layers_0_attention_to_q.dora_scale', [96, 1], values('x', 96)),
    ]);
    expect(adapter.warnings).toEqual([
      expect.stringContaining('text encoder'),
      expect.stringContaining('DoRA'),
    ]);
  });
});

describe('LoRA files that cannot be used', () => {
  const a = tensor(
    'diffusion_model.layers.0.attention.to_q.lora_A.weight',
    [RANK, 96],
    values('a', RANK * 96),
  );
  const b = tensor(
    'diffusion_model.layers.0.attention.to_q.lora_B.weight',
    [96, RANK],
    values('b', 96 * RANK),
  );

  it.each([
    ['half a pair', [a], 'one half of a pair'],
    ['ranks that differ', [a, tensor(b.name, [96, 3], values('b', 288))], 'rank'],
    ['a LoKr', [tensor('lycoris_layers_0_attention_to_q.lokr_w1', [2, 2], [1, 2, 3, 4])], 'LoKr'],
    ['something else', [tensor('conv.weight', [2, 2], [1, 2, 3, 4])], 'conv.weight is not part'],
    ['nothing', [], 'holds no LoRA'],
    [
      'a tensor that is no matrix',
      [tensor(a.name, [RANK, 96, 3], values('a', RANK * 288)), b],
      'not a matrix',
    ],
  ])('%s is refused with the reason', async (_, tensors, reason) => {
    await expect(read(tensors)).rejects.toMatchObject({
      code: 'lora-unusable',
      message: expect.stringContaining(reason),
    });
  });

  it('one of another model is refused, naming what does not fit', async () => {
    const stranger = (module: string, width: number, out: number): TensorToWrite[] => [
      tensor(`${module}.lora_A.weight`, [RANK, width], values('a', RANK * width)),
      tensor(`${module}.lora_B.weight`, [out, RANK], values('b', out * RANK)),
    ];
    const foreign = await read([
      ...stranger('transformer.single_transformer_blocks.0.attn.to_q', 96, 96),
      ...stranger('transformer.layers.0.attention.to_q', 128, 96),
      ...stranger('transformer.layers.9.attention.to_q', 96, 96),
    ]);
    expect(() => checkFit(foreign, slots)).toThrow(
      expect.objectContaining({
        code: 'lora-misfit',
        params: {
          file: foreign.file,
          modules: [
            'layers.0.attention.to_q (96×128, not 96×96)',
            'singletransformerblocks0attntoq',
            'layers9attentiontoq',
          ],
          more: 0,
        },
      }),
    );
  });
});
