import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../errors/user-error.ts';
import { readWeightSet, WEIGHT_FILE, type WeightSet } from '../../onnx/weight-set.ts';
import { componentsIn } from './components-in.ts';
import type { Component } from './model-place.ts';

/** Where ComfyUI keeps what: older names after the newer ones. */
const FOLDERS: Readonly<Record<Component, readonly string[]>> = {
  transformer: ['diffusion_models', 'unet', 'checkpoints'],
  text_encoder: ['text_encoders', 'clip', 'checkpoints'],
  vae: ['vae', 'checkpoints'],
};

/** Below which a folder of models may lie: ComfyUI itself, and repositories made for it. */
const BELOW = ['', 'models', 'split_files'];

/** Files whose headers are looked at, and folders within folders. */
const MAX_FILES = 200;
const MAX_DEPTH = 3;

/** ComfyUI's folder of models, or undefined where this is none. */
export async function comfyFolder(folder: string): Promise<string | undefined> {
  for (const below of BELOW) {
    const names = await readdir(join(folder, below)).catch((): string[] => []);
    // A folder of another model of diffusers has a `unet`, too.
    const older = names.includes('unet') && (names.includes('clip') || names.includes('text_encoders'));
    if (names.includes('diffusion_models') || older) return join(folder, below);
  }
  return undefined;
}

/** What was found for a component: the file that is used, and how many others would do as well. */
export interface Found {
  readonly weights: WeightSet;
  readonly others: readonly string[];
}

/**
 * Looks for a component in ComfyUI's folder. Of several files that fit, the largest is the nearest to what was trained.
 *
 * @param fits whether the file goes with the rest of the model
 * @throws UserError `model-part-missing` where there is none, or what is wrong with the only files there
 */
export async function findInComfy(
  root: string,
  component: Component,
  fits: (weights: WeightSet) => boolean,
): Promise<Found> {
  const fitting: WeightSet[] = [];
  let trouble: UserError | undefined;
  for (const folder of FOLDERS[component].map((name) => join(root, name))) {
    for (const file of await weightFiles(folder, MAX_DEPTH)) {
      try {
        const weights = await readWeightSet(file);
        if (componentsIn(weights).includes(component) && fits(weights)) fitting.push(weights);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        trouble ??= error;
      }
    }
    if (fitting.length > 0) break;
  }
  const [best, ...rest] = fitting.sort((a, b) => b.bytes - a.bytes || (a.source < b.source ? -1 : 1));
  if (best !== undefined) return { weights: best, others: rest.map(({ source }) => source) };
  throw (
    trouble ??
    new UserError('model-part-missing', { folder: join(root, FOLDERS[component][0]!), part: component })
  );
}

async function weightFiles(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (depth > 1) files.push(...(await weightFiles(path, depth - 1)));
    } else if (WEIGHT_FILE.test(entry.name) && !entry.name.startsWith('.')) files.push(path);
    if (files.length >= MAX_FILES) break;
  }
  return files.slice(0, MAX_FILES);
}
