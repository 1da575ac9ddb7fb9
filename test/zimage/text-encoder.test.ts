import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CPU } from '../../src/onnx/target.ts';
import { openCheckpoint } from '../../src/zimage/checkpoint.ts';
import { textEncoderGraph } from '../../src/zimage/text-encoder.ts';
import {
  type CheckpointOptions,
  scratch,
  TINY_ENCODER,
  writeFormulaCheckpoint,
} from './support/checkpoint.ts';
import { formulaWeights } from './support/formula.ts';
import { encoderInputs } from './support/inputs.ts';
import { qwenReference } from './support/qwen-reference.ts';
import { encoderShapes } from './support/shapes.ts';
import { difference, runTapped, stage } from './support/stages.ts';

const IDS = [3, 141, 59, 26, 53, 58, 97, 93, 238, 46, 264, 33, 83, 279];

const QWEN2 = { ...TINY_ENCODER, model_type: 'qwen2', head_dim: 16 } as const;

/** The text encoder's rows for a checkpoint whose config is changed before it is opened. */
async function encode(
  options: CheckpointOptions,
  change: (config: Record<string, unknown>) => void = () => {},
) {
  await using folder = await scratch();
  await writeFormulaCheckpoint(folder.path, options);
  const file = join(folder.path, 'text_encoder', 'config.json');
  const config = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  change(config);
  await writeFile(file, JSON.stringify(config));
  const checkpoint = await openCheckpoint(folder.path);
  const { config: parsed, weights } = checkpoint.textEncoder;
  const { inputs } = await encoderInputs(checkpoint, IDS);
  const { outputs } = await runTapped((tap) => textEncoderGraph(parsed, weights, CPU, { tap }), inputs);
  return { hidden: outputs.get('hidden'), repairs: checkpoint.repairs, config: parsed };
}

function reference(sizes: typeof TINY_ENCODER | typeof QWEN2): Float64Array {
  const shapes = encoderShapes(sizes);
  const rows = qwenReference(
    (name) => formulaWeights('text_encoder', name, shapes[name]!),
    (name) => name in shapes,
    { ...sizes, rms_norm_eps: 1e-6, rope_theta: 1e6 },
    IDS,
  );
  return Float64Array.from(rows.flatMap((row) => [...row]));
}

describe('text encoder', () => {
  it('is checked by a reference that equals transformers for Qwen3', () => {
    expect(difference(reference(TINY_ENCODER), stage('te.hidden_states.3'))).toBeLessThan(2e-5);
  });

  it('reads Qwen2: biases, no norms of heads, a head width that is not written down', async () => {
    const { hidden, config } = await encode({ encoder: QWEN2 }, (values) => {
      delete values.head_dim;
    });
    expect(config).toMatchObject({ biased: true, headNorms: false, headWidth: 16 });
    expect(difference(hidden, reference(QWEN2))).toBeLessThan(1e-4);
  });

  it.each(['', 'model.', 'language_model.model.', 'model.language_model.'])(
    'finds weights under the prefix "%s"',
    async (prefix) => {
      const { hidden } = await encode({ prefix });
      expect(difference(hidden, stage('te.hidden_states.3'))).toBeLessThan(1e-4);
    },
  );

  it('finds weights in several files', async () => {
    const { hidden } = await encode({ shards: 3 });
    expect(difference(hidden, stage('te.hidden_states.3'))).toBeLessThan(1e-4);
  });

  it('reads settings as transformers 5 writes them', async () => {
    const { hidden, repairs } = await encode({}, (config) => {
      delete config.rope_theta;
      config.rope_parameters = { rope_type: 'default', rope_theta: 1e6 };
      config.dtype = 'float32';
    });
    expect(difference(hidden, stage('te.hidden_states.3'))).toBeLessThan(1e-4);
    expect(repairs.filter(({ file }) => file.includes('text_encoder'))).toEqual([]);
  });

  it('makes up for settings that the weights tell, and reports each', async () => {
    const { hidden, repairs } = await encode({}, (config) => {
      config.model_type = 'qwen2';
      for (const key of ['head_dim', 'vocab_size', 'num_hidden_layers', 'num_key_value_heads'])
        delete config[key];
    });
    expect(difference(hidden, stage('te.hidden_states.3'))).toBeLessThan(1e-4);
    expect(repairs.filter(({ file }) => file.includes('text_encoder'))).toMatchObject([
      { key: 'model_type', value: 'qwen3' },
      { key: 'vocab_size', value: 320 },
      { key: 'num_hidden_layers', value: 4 },
      { key: 'num_key_value_heads', value: 2 },
      { key: 'head_dim', value: 32 },
    ]);
  });

  it.each([
    ['model_type', 'llama'],
    ['num_attention_heads', 5],
    ['hidden_size', 'wide'],
    ['rope_scaling', { type: 'yarn' }],
    ['num_hidden_layers', 1],
  ])('refuses a config whose %s is %j', async (key, value) => {
    const refused = encode({}, (config) => {
      config[key] = value;
    });
    await expect(refused).rejects.toMatchObject({ code: expect.stringMatching(/^model-(config|shape)$/) });
  });
});
