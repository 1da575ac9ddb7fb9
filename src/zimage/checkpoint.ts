import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { UserError } from '../errors/user-error.ts';
import type { WeightSet } from '../onnx/weight-set.ts';
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
import { findModel } from './layout/find-model.ts';
import type { ModelFiles } from './layout/model-files.ts';
import { COMPONENTS, type Component, type ModelPlace } from './layout/model-place.ts';

/** A Z-Image model on disk: its settings, and where its weights are. Nothing of the weights has been read. */
export interface Checkpoint {
  /** As it was named: opens the same model again, in another process too. */
  readonly place: ModelPlace;
  /** Below which its LoRAs are. */
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
  /** In English: which files were chosen where several would do. */
  readonly notes: readonly string[];
}

/**
 * Opens a model in any layout that is known: diffusers' (`transformer/`, `text_encoder/`, `vae/`, `tokenizer/`,
 * `scheduler/`), or single files as for ComfyUI. Reads settings and headers only.
 *
 * @param named a model's place, or its folder alone
 *
 * @throws UserError `model-…` naming the file or folder that is at fault
 */
export async function openCheckpoint(named: string | ModelPlace): Promise<Checkpoint> {
  const place = typeof named === 'string' ? { model: named } : named;
  const repairs: Repair[] = [];
  const files = await findModel(place);
  await checkKind(files, repairs);
  const { weights, folder } = files;
  if (files.tokenizerFolder === undefined) throw new UserError('model-tokenizer-missing', { folder });
  const config = (component: Component) =>
    configFile(files.configs[component], weights[component].source, repairs);
  const transformer = transformerWeights(weights.transformer);
  const textEncoder = textEncoderWeights(weights.text_encoder);
  const vae = vaeWeights(weights.vae);
  const configs = {
    transformer: await config('transformer'),
    textEncoder: await config('text_encoder'),
    vae: await config('vae'),
    scheduler: await configFile(files.configs.scheduler, weights.transformer.source, repairs),
  };
  const sets = COMPONENTS.map((component) => weights[component]);
  const checkpoint: Checkpoint = {
    place,
    folder,
    id: await identity(sets),
    transformer: { weights: transformer, config: transformerConfig(configs.transformer, transformer) },
    textEncoder: { weights: textEncoder, config: textEncoderConfig(configs.textEncoder, textEncoder) },
    vae: { weights: vae, config: vaeConfig(configs.vae, vae) },
    scheduler: schedulerConfig(configs.scheduler),
    tokenizerFolder: files.tokenizerFolder,
    bytes: new Set(sets.flatMap((set) => set.files)).size === 1 ? sets[0]!.bytes : sumOf(sets),
    repairs,
    notes: files.notes,
  };
  checkFit(checkpoint, configs);
  return checkpoint;
}

/** Every set's files; a file that holds all components is one of each. */
const sumOf = (sets: readonly WeightSet[]): number => sets.reduce((sum, { bytes }) => sum + bytes, 0);

/** Settings, or none at all: where files come without settings, filling them in is no repair. */
function configFile(file: string | undefined, weights: string, repairs: Repair[]): Promise<ConfigFile> {
  return file === undefined ? Promise.resolve(ConfigFile.none(weights)) : ConfigFile.read(file, repairs);
}

async function checkKind({ folder, index: file }: ModelFiles, repairs: Repair[]): Promise<void> {
  if (file === undefined) return;
  const index = await ConfigFile.read(file, repairs);
  const className = index.has('_class_name') ? index.text('_class_name') : undefined;
  if (className !== undefined && !/^ZImage/.test(className)) {
    throw new UserError('model-not-zimage', { folder, found: className });
  }
}

function checkFit(
  { transformer, textEncoder, vae }: Checkpoint,
  files: { readonly textEncoder: ConfigFile; readonly vae: ConfigFile },
): void {
  if (textEncoder.config.hidden !== transformer.config.capDim) {
    throw files.textEncoder.refuse(
      `\`hidden_size\` is ${textEncoder.config.hidden} where the transformer reads rows of ${transformer.config.capDim}`,
    );
  }
  if (vae.config.channels !== transformer.config.channels) {
    throw files.vae.refuse(
      `\`latent_channels\` is ${vae.config.channels} where the transformer has ${transformer.config.channels}`,
    );
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
