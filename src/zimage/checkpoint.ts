import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors/user-error.ts';
import { readWeightSet, type WeightSet } from '../onnx/weight-set.ts';
import {
  type ComponentWeights,
  textEncoderWeights,
  transformerWeights,
  vaeWeights,
} from './component-weights.ts';
import { ConfigFile } from './config/config-file.ts';
import type { Repair } from './config/repair.ts';
import { type SchedulerConfig, schedulerConfig } from './config/scheduler.ts';
import { type TextEncoderConfig, textEncoderConfig } from './config/text-encoder.ts';
import { type TransformerConfig, transformerConfig } from './config/transformer.ts';
import { type VaeConfig, vaeConfig } from './config/vae.ts';

/** A Z-Image model on disk: its settings, and where its weights are. Nothing of the weights has been read. */
export interface Checkpoint {
  readonly folder: string;
  /** Tells two models apart, and stays the same when a folder is moved: 12 hex digits. */
  readonly id: string;
  readonly transformer: { readonly config: TransformerConfig; readonly weights: ComponentWeights };
  readonly textEncoder: { readonly config: TextEncoderConfig; readonly weights: ComponentWeights };
  readonly vae: { readonly config: VaeConfig; readonly weights: ComponentWeights };
  readonly scheduler: SchedulerConfig;
  readonly tokenizerFolder: string;
  /** Of the weights' files. */
  readonly bytes: number;
  /** What was missing or wrong in the settings and is made up for in memory; the files are as they were. */
  readonly repairs: readonly Repair[];
}

/**
 * Opens a folder in the published layout (`transformer/`, `text_encoder/`, `vae/`, `tokenizer/`, `scheduler/`).
 * Reads settings and headers only.
 *
 * @throws UserError `model-…` naming the file or folder that is at fault
 */
export async function openCheckpoint(folder: string): Promise<Checkpoint> {
  const repairs: Repair[] = [];
  await checkKind(folder, repairs);
  const [transformerSet, textEncoderSet, vaeSet] = (await Promise.all(
    ['transformer', 'text_encoder', 'vae'].map((name) => readWeightSet(join(folder, name))),
  )) as [WeightSet, WeightSet, WeightSet];
  const config = (component: string, name = 'config.json') =>
    ConfigFile.read(join(folder, component, name), repairs);
  const transformer = transformerWeights(transformerSet);
  const textEncoder = textEncoderWeights(textEncoderSet);
  const vae = vaeWeights(vaeSet);
  const checkpoint: Checkpoint = {
    folder,
    id: await identity([transformerSet, textEncoderSet, vaeSet]),
    transformer: {
      weights: transformer,
      config: transformerConfig(await config('transformer'), transformer),
    },
    textEncoder: {
      weights: textEncoder,
      config: textEncoderConfig(await config('text_encoder'), textEncoder),
    },
    vae: { weights: vae, config: vaeConfig(await config('vae'), vae) },
    scheduler: schedulerConfig(await config('scheduler', 'scheduler_config.json')),
    tokenizerFolder: join(folder, 'tokenizer'),
    bytes: transformerSet.bytes + textEncoderSet.bytes + vaeSet.bytes,
    repairs,
  };
  checkFit(checkpoint);
  return checkpoint;
}

async function checkKind(folder: string, repairs: Repair[]): Promise<void> {
  if (!(await isFolder(folder))) throw new UserError('model-folder-missing', { folder });
  const index = await ConfigFile.read(join(folder, 'model_index.json'), repairs);
  const className = index.has('_class_name') ? index.text('_class_name') : undefined;
  if (className !== undefined && !/^ZImage/.test(className)) {
    throw new UserError('model-not-zimage', { folder, found: className });
  }
  if (className === undefined && !(await isFolder(join(folder, 'transformer')))) {
    const found = (await isFolder(join(folder, 'unet'))) ? 'unet/' : 'no transformer/';
    throw new UserError('model-not-zimage', { folder, found });
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw new UserError('model-file-unreadable', { file: path, reason: code }, { cause });
  }
}

function checkFit({ transformer, textEncoder, vae, folder }: Checkpoint): void {
  if (textEncoder.config.hidden !== transformer.config.capDim) {
    throw new UserError('model-config', {
      file: join(folder, 'text_encoder', 'config.json'),
      problem: `\`hidden_size\` is ${textEncoder.config.hidden} where the transformer reads rows of ${transformer.config.capDim}`,
    });
  }
  if (vae.config.channels !== transformer.config.channels) {
    throw new UserError('model-config', {
      file: join(folder, 'vae', 'config.json'),
      problem: `\`latent_channels\` is ${vae.config.channels} where the transformer has ${transformer.config.channels}`,
    });
  }
}

/** Bytes of a sample of weights, and how many are taken from each file. */
const SAMPLE_BYTES = 4096;
const SAMPLES = 8;

/** Over names, types and shapes of all tensors, and samples of each file: enough to tell fine-tunes apart. */
async function identity(sets: readonly WeightSet[]): Promise<string> {
  const hash = createHash('sha256');
  for (const set of sets) {
    for (const name of [...set.tensors.keys()].sort()) {
      const { dtype, shape } = set.tensors.get(name)!;
      hash.update(`${name} ${dtype} ${shape.join('x')};`);
    }
    for (const file of set.files) hash.update(await sampleOf(file));
  }
  return hash.digest('hex').slice(0, 12);
}

async function sampleOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const sample = new Uint8Array(SAMPLES * SAMPLE_BYTES);
    for (let i = 0; i < SAMPLES; i++) {
      const at = Math.floor(((i + 1) / (SAMPLES + 1)) * size);
      await handle.read(sample, i * SAMPLE_BYTES, SAMPLE_BYTES, at);
    }
    return sample;
  } finally {
    await handle.close();
  }
}
