import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../../errors/user-error.ts';
import { readWeightSet, type WeightSet } from '../../onnx/weight-set.ts';
import { textEncoderWeights, transformerWeights, vaeWeights } from '../component-weights.ts';
import { comfyFolder, findInComfy } from './comfy-folder.ts';
import { componentsIn } from './components-in.ts';
import type { ModelFiles } from './model-files.ts';
import { COMPONENTS, type Component, type ModelPlace } from './model-place.ts';
import { tokenizerFolder } from './tokenizer-folder.ts';

/**
 * A model whose components are files of their own, as for ComfyUI. Which file is which is told by what is in it.
 *
 * @param files that are named; a component that none of them holds is looked for in `root`
 * @param root ComfyUI's folder of models; undefined = the one that the transformer's file lies in, if it does
 * @throws UserError `model-part-missing`, `model-not-zimage`, and what is wrong with a file
 */
export async function findSingleFiles(
  place: ModelPlace,
  files: readonly string[],
  root: string | undefined,
): Promise<ModelFiles> {
  const notes: string[] = [];
  const named = await readNamed(place, files);
  const comfy = root ?? (await comfyFolder(dirname(dirname(files[0]!))));
  const find = async (component: Component, fits: (weights: WeightSet) => boolean): Promise<WeightSet> => {
    const known = named.get(component);
    if (known !== undefined) return known;
    if (comfy === undefined) {
      throw new UserError('model-part-missing', { folder: files.join(', '), part: component });
    }
    const { weights, others } = await findInComfy(comfy, component, fits);
    if (others.length > 0) notes.push(`${weights.source} is used and not ${others.join(', ')}`);
    return weights;
  };
  const transformer = await find('transformer', () => true);
  const capDim = transformerWeights(transformer).shape('cap_embedder.0.weight')?.[0];
  const latents = channelsOf(transformer);
  const textEncoder = await find(
    'text_encoder',
    (weights) => textEncoderWeights(weights).shape('embed_tokens.weight')?.[1] === capDim,
  );
  const vae = await find(
    'vae',
    (weights) => vaeWeights(weights).shape('decoder.conv_in.weight')?.[1] === latents,
  );
  const weights = { transformer, text_encoder: textEncoder, vae };
  const folder = comfy ?? dirname(transformer.source);
  const around = [...new Set([folder, ...COMPONENTS.flatMap((name) => foldersAround(weights[name].source))])];
  const config = (component: Component) => configOf(component, weights[component].source, around);
  return {
    folder,
    index: undefined,
    weights,
    configs: {
      transformer: await config('transformer'),
      text_encoder: await config('text_encoder'),
      vae: await config('vae'),
      scheduler: await firstFile(
        around.map((at) => join(at, 'config', 'scheduler', 'scheduler_config.json')),
      ),
    },
    tokenizerFolder: await tokenizerFolder(
      place,
      around.flatMap((at) => [join(at, 'tokenizer'), join(at, 'config', 'tokenizer'), at]),
    ),
    notes,
  };
}

/** The components that are named, each by its file. */
async function readNamed(
  { textEncoder, vae }: ModelPlace,
  files: readonly string[],
): Promise<Map<Component, WeightSet>> {
  const named = new Map<Component, WeightSet>();
  for (const file of files) {
    const weights = await readWeightSet(file);
    const components = componentsIn(weights);
    if (components.length === 0) {
      const found = weights.tensors.keys().next().value ?? 'nothing';
      throw new UserError('model-not-zimage', { folder: file, found });
    }
    for (const component of components) named.set(component, named.get(component) ?? weights);
  }
  if (textEncoder !== undefined) named.set('text_encoder', await readWeightSet(textEncoder));
  if (vae !== undefined) named.set('vae', await readWeightSet(vae));
  return named;
}

/** Of a latent picture: a token holds four places. */
function channelsOf(transformer: WeightSet): number | undefined {
  const width = transformerWeights(transformer).shape('all_x_embedder.2-1.weight')?.[1];
  return width === undefined ? undefined : width / 4;
}

/** A file's folder and the one above it. */
const foldersAround = (file: string): string[] => [dirname(file), dirname(dirname(file))];

/** Settings beside a file: in a folder `config`, or as diffusers has them. */
function configOf(
  component: Component,
  file: string,
  around: readonly string[],
): Promise<string | undefined> {
  return firstFile([
    ...around.map((at) => join(at, 'config', component, 'config.json')),
    join(dirname(file), 'config.json'),
  ]);
}

async function firstFile(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile() === true) return path;
  }
  return undefined;
}
