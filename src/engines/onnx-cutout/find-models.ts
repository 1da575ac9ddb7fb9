import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CutoutModel } from './cutout-model.ts';
import { EMBEDDED_NAME, embeddedModel } from './embedded-model.ts';

/** Models for products of all kinds, the best first: the finer ones see more of thin parts and take longer. */
const RANKED: readonly RegExp[] = [
  /^birefnet-general(?!-lite)/i,
  /^birefnet-general-lite/i,
  // Of those for one kind of thing none is chosen unasked.
  /^birefnet(?!-(?:portrait|cod))/i,
  /^isnet-general/i,
  /^u2net$/i,
  /^silueta$/i,
  /^u2netp$/i,
];

/**
 * The models that cut out, in the order in which they are tried: the one that is set, else the best that lies in the
 * data folder, and behind it the one that comes with the product.
 *
 * @param setting a model's name or file
 */
export async function cutoutModels(
  setting: string | undefined,
  dataFolder: string,
): Promise<readonly CutoutModel[]> {
  const first = setting === undefined ? await bestPulled(dataFolder) : namedModel(setting, dataFolder);
  const models = [first, embeddedModel()].filter((model) => model !== undefined);
  return [...new Map(models.map((model) => [model.file, model])).values()];
}

/** The model that is set by its name (`u2net`, as pulled) or by its path; the embedded one where none is pulled. */
export function namedModel(setting: string, dataFolder: string): CutoutModel {
  if (/[\\/]|\.onnx$/i.test(setting)) return { file: setting, kind: basename(setting) };
  const file = join(dataFolder, 'models', `${setting}.onnx`);
  const embedded = setting === EMBEDDED_NAME && !existsSync(file) ? embeddedModel() : undefined;
  return embedded ?? { file, kind: setting };
}

async function bestPulled(dataFolder: string): Promise<CutoutModel | undefined> {
  const folder = join(dataFolder, 'models');
  const files = await readdir(folder).catch((): string[] => []);
  const names = files
    .filter((file) => file.endsWith('.onnx'))
    .map((file) => basename(file, '.onnx'))
    .sort();
  for (const rank of RANKED) {
    const name = names.find((each) => rank.test(each));
    if (name !== undefined) return { file: join(folder, `${name}.onnx`), kind: name };
  }
  return undefined;
}
