import { dirname, join } from 'node:path';
import { UserError } from '../../errors/user-error.ts';
import { readWeightSet } from '../../onnx/weight-set.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { type ComponentWeights, controlWeights } from '../component-weights.ts';
import { ConfigFile } from '../config/config-file.ts';
import type { Control, HintStyle } from './control-branch.ts';
import { type ControlConfig, controlConfig } from './control-config.ts';

/** An opened ControlNet. Of its weights, headers have been read. */
export interface ControlNet extends Control {
  readonly config: ControlConfig;
  readonly weights: ComponentWeights;
  readonly bytes: number;
}

/**
 * Opens a ControlNet (Z-Image Fun ControlNet Union and the like) for a model.
 *
 * @param path a folder with config.json, or one file; without settings, they are read from the weights
 * @throws UserError `control-…` where it is none, or none for this model; `model-…` where a file is at fault
 */
export async function openControlNet(
  path: string,
  { transformer }: Checkpoint,
  hints: HintStyle,
): Promise<ControlNet> {
  const set = await readWeightSet(path);
  const weights = controlWeights(set);
  const { dim, patch } = transformer.config;
  const name = `control_all_x_embedder.${patch}-1.weight`;
  const shape = weights.shape(name);
  if (shape?.[0] !== dim) {
    const found = shape?.join(', ') ?? '';
    throw new UserError('control-misfit', {
      file: set.files[0] ?? path,
      tensor: name,
      found,
      expected: `${dim}, …`,
    });
  }
  const config = await controlConfig(await settingsOf(set.files[0] ?? path), weights, transformer.config);
  return { config, weights, hints, bytes: set.bytes };
}

/** The settings beside the weights, where they are a ControlNet's. */
async function settingsOf(weights: string): Promise<ConfigFile> {
  const file = await ConfigFile.read(join(dirname(weights), 'config.json'), []);
  return file.states('control_layers_places') ? file : ConfigFile.none(weights);
}
