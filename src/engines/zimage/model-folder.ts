import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../errors/user-error.ts';

/** Names under which `models pull` keeps a Z-Image, best first. */
const PULLED = ['zimage-turbo-bf16', 'zimage-turbo'];

export interface ModelSettings {
  readonly ZIMAGE_MODEL_DIR?: string | undefined;
  readonly DATA_DIR: string;
}

/**
 * Where the Z-Image model is: as the command line names it, as set, or as pulled.
 *
 * @throws UserError `model-folder-missing` where there is none; a folder that was named is not looked into
 */
export async function modelFolder(
  { ZIMAGE_MODEL_DIR, DATA_DIR }: ModelSettings,
  named?: string,
): Promise<string> {
  const given = named ?? ZIMAGE_MODEL_DIR;
  if (given !== undefined) return given;
  const folders = PULLED.map((name) => join(DATA_DIR, 'models', name));
  for (const folder of folders) {
    const found = await stat(join(folder, 'model_index.json')).then(
      () => true,
      () => false,
    );
    if (found) return folder;
  }
  throw new UserError('model-folder-missing', { folder: folders[0] ?? DATA_DIR });
}
