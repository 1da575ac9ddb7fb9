import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { defined } from '../../collections/defined.ts';
import { UserError } from '../../errors/user-error.ts';
import type { ModelPlace } from '../../zimage/layout/model-place.ts';

/** Names under which `models pull` keeps a Z-Image, best first. */
const PULLED = ['zimage-turbo-bf16', 'zimage-turbo'];

/** … and what it keeps a tokenizer under, alone or with a model. */
const WITH_TOKENIZER = ['zimage-tokenizer', ...PULLED];

export interface ModelSettings {
  readonly ZIMAGE_MODEL_DIR?: string | undefined;
  readonly ZIMAGE_TOKENIZER_DIR?: string | undefined;
  readonly DATA_DIR: string;
}

/** What a command line may say of where a model is. */
export type NamedModel = {
  readonly [K in 'model' | 'textEncoder' | 'vae' | 'tokenizer']?: string | undefined;
};

/**
 * Where the Z-Image model is: as the command line names it, as set, or as pulled.
 *
 * @throws UserError `model-folder-missing` where there is none; what was named is not looked into
 */
export async function modelPlace(
  { ZIMAGE_MODEL_DIR, ZIMAGE_TOKENIZER_DIR, DATA_DIR }: ModelSettings,
  { model, textEncoder, vae, tokenizer }: NamedModel = {},
): Promise<ModelPlace> {
  return {
    model: model ?? ZIMAGE_MODEL_DIR ?? (await pulledModel(DATA_DIR)),
    ...defined({ textEncoder, vae, tokenizer: tokenizer ?? ZIMAGE_TOKENIZER_DIR }),
    otherTokenizers: WITH_TOKENIZER.map((name) => join(DATA_DIR, 'models', name, 'tokenizer')),
  };
}

async function pulledModel(dataFolder: string): Promise<string> {
  const folders = PULLED.map((name) => join(dataFolder, 'models', name));
  for (const folder of folders) {
    const found = await stat(join(folder, 'model_index.json')).then(
      () => true,
      () => false,
    );
    if (found) return folder;
  }
  throw new UserError('model-folder-missing', { folder: folders[0] ?? dataFolder });
}
