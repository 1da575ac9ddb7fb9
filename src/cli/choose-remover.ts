import { access, constants } from 'node:fs/promises';
import type { Config } from '../app/config/config.ts';
import { createLocalRemover } from '../engines/offline/local-remover.ts';
import { createModelRemover, cutoutModelFile } from '../engines/onnx-cutout/model-remover.ts';
import type { BackgroundRemover } from '../engines/ports.ts';
import { UserError } from '../errors/user-error.ts';
import { CATALOGUE } from '../models/catalogue.ts';
import type { EngineProcess } from '../onnx/process/engine-process.ts';
import type { RenderPool } from '../workers/render-pool.ts';

const LOCAL = 'local';

/** What cut-outs can be asked for by name: the way without a model, and the models that can be pulled. */
const NAMES: readonly string[] = [
  LOCAL,
  ...CATALOGUE.filter(({ source }) => source.kind === 'file').map(({ name }) => name),
];

/**
 * The remover that was asked for; without a word the one of the settings. A model that was asked for by name has to
 * be usable: nothing else takes its place.
 *
 * @param asked a name, a model's file, or both: then the name tells what kind of model the file holds
 * @throws UserError `unknown-name`, `cutout-model-unknown`, `model-file-missing`, `model-file-unreadable`
 */
export async function chooseRemover(
  asked: { readonly remover: string | undefined; readonly model: string | undefined },
  { config, render, process }: { config: Config; render: RenderPool; process: EngineProcess },
): Promise<BackgroundRemover> {
  const { remover, model } = asked;
  const local = createLocalRemover(render);
  if (remover !== undefined && !NAMES.includes(remover)) {
    throw new UserError('unknown-name', { kind: 'remover', name: remover, nearest: NAMES });
  }
  const setting = model ?? remover ?? config.CUTOUT_MODEL;
  if (setting === undefined || setting === LOCAL) return local;
  const file = model ?? cutoutModelFile(setting, config.DATA_DIR);
  const kind = model !== undefined && remover !== undefined ? { kind: remover } : {};
  const made = createModelRemover({ file, ...kind, process, render, fallback: local });
  await access(file, constants.R_OK).catch((cause: unknown) => {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    if (reason === 'ENOENT') {
      throw new UserError('model-file-missing', { file, wantedBy: 'the cut-out' }, { cause });
    }
    throw new UserError('model-file-unreadable', { file, reason }, { cause });
  });
  return made;
}
