import { access, constants } from 'node:fs/promises';
import type { Config } from '../app/config/config.ts';
import { createLocalRemover } from '../engines/offline/local-remover.ts';
import { BY_RULES } from '../engines/onnx-cutout/cutout-model.ts';
import { cutoutModels, namedModel } from '../engines/onnx-cutout/find-models.ts';
import { createModelRemover } from '../engines/onnx-cutout/model-remover.ts';
import { openRemover } from '../engines/onnx-cutout/open-remover.ts';
import { unreadable } from '../engines/onnx-cutout/read-model.ts';
import type { BackgroundRemover } from '../engines/ports.ts';
import { UserError } from '../errors/user-error.ts';
import { CATALOGUE } from '../models/catalogue.ts';
import type { EngineProcess } from '../onnx/process/engine-process.ts';
import type { RenderPool } from '../workers/render-pool.ts';

/** What cut-outs can be asked for by name: the way without a model, and the models that can be pulled. */
const NAMES: readonly string[] = [
  BY_RULES,
  ...CATALOGUE.filter(({ source }) => source.kind === 'file').map(({ name }) => name),
];

interface Parts {
  readonly config: Config;
  readonly render: RenderPool;
  readonly process: EngineProcess;
  /** Told, in English, of a model that cannot be used and that nobody asked for by name. */
  readonly onWarning: (text: string) => void;
}

/**
 * The remover that was asked for; without a word the one of the settings, and without these the best that there is. A
 * model that was asked for by name has to be usable: nothing else takes its place.
 *
 * @param asked a name, a model's file, or both: then the name tells what kind of model the file holds
 * @throws UserError `unknown-name`, `cutout-model-unknown`, `model-file-missing`, `model-file-unreadable`
 */
export async function chooseRemover(
  asked: { readonly remover: string | undefined; readonly model: string | undefined },
  { config, render, process, onWarning }: Parts,
): Promise<BackgroundRemover> {
  const { remover, model: file } = asked;
  const rules = createLocalRemover(render);
  if (remover !== undefined && !NAMES.includes(remover)) {
    throw new UserError('unknown-name', { kind: 'remover', name: remover, nearest: NAMES });
  }
  const { DATA_DIR: dataFolder } = config;
  const setting = remover ?? config.CUTOUT_MODEL;
  if (file === undefined && setting === BY_RULES) return rules;
  if (file === undefined && setting === undefined) {
    return openRemover(await cutoutModels(undefined, dataFolder), { rules, process, render, onWarning });
  }
  const model = file === undefined ? namedModel(setting ?? '', dataFolder) : { file, kind: remover ?? file };
  const made = createModelRemover({ model, process, render });
  await access(model.file, constants.R_OK).catch((cause: unknown) => {
    throw unreadable(model.file, cause);
  });
  return made;
}
