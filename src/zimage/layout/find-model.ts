import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../errors/user-error.ts';
import { reasonOf } from '../../files/read-file.ts';
import { readWeightSet } from '../../onnx/weight-set.ts';
import { comfyFolder } from './comfy-folder.ts';
import { snapshotsIn } from './hub-cache.ts';
import type { ModelFiles } from './model-files.ts';
import type { ModelPlace } from './model-place.ts';
import { findSingleFiles } from './single-files.ts';
import { tokenizerFolder } from './tokenizer-folder.ts';

/**
 * Finds a model's files.
 *
 * @throws UserError `model-…` naming what is missing
 */
export async function findModel(place: ModelPlace): Promise<ModelFiles> {
  const kind = await kindOf(place.model);
  if (kind === 'file') return findSingleFiles(place, [place.model], undefined);
  if (kind === undefined) {
    const files = place.model.split(',').map((file) => file.trim());
    if (files.length > 1) return findSingleFiles(place, files, undefined);
    throw new UserError('model-folder-missing', { folder: place.model });
  }
  const folder = await diffusersFolder(place.model);
  if (folder !== undefined) return publishedFiles(place, folder);
  for (const root of [place.model, ...(await snapshotsIn(place.model))]) {
    const comfy = await comfyFolder(root);
    if (comfy !== undefined) return findSingleFiles(place, [], comfy);
  }
  return publishedFiles(place, place.model);
}

/** The folder in the published layout: this one, or a snapshot of it in a hub's cache. */
async function diffusersFolder(model: string): Promise<string | undefined> {
  for (const folder of [model, ...(await snapshotsIn(model))]) {
    if ((await kindOf(join(folder, 'transformer'))) === 'folder') return folder;
    if (folder === model && (await kindOf(join(folder, 'model_index.json'))) === 'file') return folder;
  }
  return undefined;
}

async function publishedFiles(place: ModelPlace, folder: string): Promise<ModelFiles> {
  const has = (name: string) => kindOf(join(folder, name)).then((kind) => kind === 'folder');
  const index = join(folder, 'model_index.json');
  if (!(await has('transformer')) && (await kindOf(index)) === undefined) {
    const found = (await has('unet')) ? 'unet/' : 'no transformer/';
    throw new UserError('model-not-zimage', { folder, found });
  }
  const [transformer, textEncoder, vae] = await Promise.all([
    readWeightSet(join(folder, 'transformer')),
    readWeightSet(place.textEncoder ?? join(folder, 'text_encoder')),
    readWeightSet(place.vae ?? join(folder, 'vae')),
  ]);
  const config = (component: string, name = 'config.json') => join(folder, component, name);
  return {
    folder,
    index,
    weights: { transformer, text_encoder: textEncoder, vae },
    configs: {
      transformer: config('transformer'),
      text_encoder: config('text_encoder'),
      vae: config('vae'),
      scheduler: config('scheduler', 'scheduler_config.json'),
    },
    // What the published layout lacks is told when it is read.
    tokenizerFolder: (await tokenizerFolder(place, [])) ?? join(folder, 'tokenizer'),
    notes: [],
  };
}

/** @throws UserError `model-file-unreadable` where the system does not let it be looked at */
async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (cause) {
    const reason = reasonOf(cause);
    // A list of files may be longer than any name.
    if (reason === 'ENOENT' || reason === 'ENOTDIR' || reason === 'ENAMETOOLONG') return undefined;
    throw new UserError('model-file-unreadable', { file: path, reason }, { cause });
  }
}
