import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CPU } from '../../src/onnx/target.ts';
import { openCheckpoint } from '../../src/zimage/checkpoint.ts';
import { checkComponents } from '../../src/zimage/components.ts';
import { ZImagePipeline } from '../../src/zimage/pipeline.ts';
import type { RgbPicture } from '../../src/zimage/planes.ts';
import { SharedComponents } from '../../src/zimage/shared-components.ts';
import { PromptTokenizer } from '../../src/zimage/tokenizer.ts';
import { scratch, TINY } from './support/checkpoint.ts';
import { NO_GUIDANCE } from './support/no-guidance.ts';
import { apart, casePath, readRgb } from './support/pictures.ts';
import { asComfy, asLatentDiffusion, copyTiny, editJson, rename, rewrite } from './support/rewrite.ts';

const config = (folder: string, component: string): string => join(folder, component, 'config.json');

const setting =
  (key: string, value: unknown) =>
  (values: Record<string, unknown>): void => {
    values[key] = value;
  };

/** A picture of the checkpoint in the folder, text to image and back through its VAE's encoder. */
async function pictureOf(folder: string): Promise<RgbPicture> {
  const components = new SharedComponents(await openCheckpoint(folder), {
    target: CPU,
    residency: 'all',
    adaptable: false,
  });
  const tokenizer = await PromptTokenizer.open(components.checkpoint.tokenizerFolder);
  const pipeline = new ZImagePipeline(components, tokenizer);
  const request = { prompt: 'bread', seed: 9, steps: 2, guidance: NO_GUIDANCE, adapters: [] };
  const image = await readRgb(casePath('input.png'));
  const first = await pipeline.imageToImage({ ...request, image, strength: 0.6 });
  await components.release();
  return first.picture;
}

const plain = await pictureOf(TINY);

async function checked(folder: string) {
  const checkpoint = await openCheckpoint(folder);
  checkComponents(checkpoint, CPU);
  return checkpoint;
}

describe('checkpoints', () => {
  it.each<readonly [string, (folder: string) => Promise<void>]>([
    [
      'in several files',
      async (folder) => {
        for (const component of ['transformer', 'text_encoder', 'vae'])
          await rewrite(folder, component, { shards: 3 });
      },
    ],
    [
      'with `model.` before the text encoder',
      (folder) =>
        rewrite(folder, 'text_encoder', { edit: (tensors) => rename(tensors, (name) => `model.${name}`) }),
    ],
    ['with a transformer as for ComfyUI', (folder) => rewrite(folder, 'transformer', { edit: asComfy })],
    ['with a VAE as of latent-diffusion', (folder) => rewrite(folder, 'vae', { edit: asLatentDiffusion })],
    [
      'with the older names of a VAE',
      (folder) =>
        rewrite(folder, 'vae', {
          edit: (tensors) =>
            rename(tensors, (name) =>
              name
                .replace('attentions.0.to_q', 'attentions.0.query')
                .replace('attentions.0.to_k', 'attentions.0.key')
                .replace('attentions.0.to_v', 'attentions.0.value')
                .replace('attentions.0.to_out.0', 'attentions.0.proj_attn'),
            ),
        }),
    ],
    [
      'with settings of transformers 4',
      (folder) =>
        editJson(config(folder, 'text_encoder'), (values) => {
          delete values.rope_parameters;
          delete values.dtype;
          Object.assign(values, { rope_theta: 1e6, rope_scaling: null, torch_dtype: 'float32' });
        }),
    ],
    ['without settings of the transformer', (folder) => editTransformerAway(folder)],
    [
      'without settings of scheduler and VAE that are always the same',
      async (folder) => {
        await rm(join(folder, 'scheduler'), { recursive: true });
        await editJson(config(folder, 'vae'), (values) => {
          for (const key of ['scaling_factor', 'shift_factor', 'act_fn', 'latent_channels'])
            delete values[key];
        });
      },
    ],
    ['without model_index.json', (folder) => rm(join(folder, 'model_index.json'))],
    [
      "linked into a folder as by a hub's cache",
      async (folder) => {
        for (const component of ['transformer', 'text_encoder', 'vae']) {
          const files = (await readdir(join(folder, component))).filter((name) =>
            name.endsWith('.safetensors'),
          );
          for (const file of files) {
            await rm(join(folder, component, file));
            await symlink(join(TINY, component, file), join(folder, component, file));
          }
        }
      },
    ],
  ])('%s give the same picture', async (_, change) => {
    await using folder = await scratch();
    await copyTiny(folder.path);
    await change(folder.path);
    expect(apart(await pictureOf(folder.path), plain)).toBe(0);
  });

  /** Nothing is left but the widths that the weights cannot tell. */
  function editTransformerAway(folder: string): Promise<void> {
    return editJson(config(folder, 'transformer'), (values) => {
      for (const key of Object.keys(values)) if (key !== 'axes_dims') delete values[key];
    });
  }

  it.each(['bf16', 'f16'] as const)('stored as %s give nearly the same picture', async (type) => {
    await using folder = await scratch();
    await copyTiny(folder.path);
    for (const component of ['transformer', 'text_encoder', 'vae'])
      await rewrite(folder.path, component, { type });
    const short = await pictureOf(folder.path);
    expect(apart(short, plain)).toBeGreaterThan(0);
    expect(apart(short, plain)).toBeLessThanOrEqual(type === 'bf16' ? 24 : 4);
  });

  it('report what they made up for, and leave the files as they are', async () => {
    await using folder = await scratch();
    await copyTiny(folder.path);
    const file = config(folder.path, 'transformer');
    await editJson(file, (values) => {
      delete values.n_layers;
      delete values.axes_lens;
    });
    const hash = async () =>
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
    const before = await hash();
    const { repairs } = await checked(folder.path);
    expect(repairs).toEqual([
      { file, key: 'norm_type', value: 'rms_norm', why: expect.stringContaining('needed by nothing') },
      { file, key: 'n_layers', value: 3, why: expect.stringContaining('weights') },
      { file, key: 'axes_lens', value: [1536, 512, 512], why: expect.stringContaining('published') },
    ]);
    expect(await hash()).toBe(before);
    await editJson(file, (values) => {
      values.norm_type = 'rms_norm';
    });
    expect((await checked(folder.path)).repairs.map(({ key }) => key)).not.toContain('norm_type');
  });

  it('are told apart by their weights, and known again elsewhere', async () => {
    await using folder = await scratch();
    await copyTiny(folder.path);
    const { id } = await openCheckpoint(TINY);
    expect((await openCheckpoint(folder.path)).id).toBe(id);
    await rewrite(folder.path, 'transformer', {
      edit: (tensors) => {
        for (const { data } of tensors.values()) data.set(data.map((value) => value * 1.01));
      },
    });
    expect((await openCheckpoint(folder.path)).id).not.toBe(id);
  });
});

describe('folders that are no usable checkpoint', () => {
  const weights = 'diffusion_pytorch_model.safetensors';

  it.each<readonly [string, (folder: string) => Promise<unknown>, string, string]>([
    ['is not there', (folder) => rm(folder, { recursive: true }), 'model-folder-missing', 'no model folder'],
    [
      'is of SDXL',
      (folder) => writeFile(join(folder, 'model_index.json'), '{"_class_name":"StableDiffusionXLPipeline"}'),
      'model-not-zimage',
      'StableDiffusionXLPipeline',
    ],
    [
      'is of SDXL without an index',
      async (folder) => {
        await rm(join(folder, 'model_index.json'));
        await rm(join(folder, 'transformer'), { recursive: true });
        await mkdir(join(folder, 'unet'));
      },
      'model-not-zimage',
      'unet/',
    ],
    ['lacks the VAE', (folder) => rm(join(folder, 'vae'), { recursive: true }), 'model-file-missing', 'vae'],
    [
      'lacks a shard',
      async (folder) => {
        await rewrite(folder, 'transformer', { shards: 2 });
        await rm(join(folder, 'transformer', 'diffusion_pytorch_model-00002-of-00002.safetensors'));
      },
      'model-file-missing',
      '00002-of-00002',
    ],
    [
      'has a file that breaks off',
      (folder) => truncate(join(folder, 'vae', weights), 1_000_000),
      'model-file-truncated',
      weights,
    ],
    [
      'has a file that goes on too long',
      (folder) => appendFile(join(folder, 'vae', weights), 'x'),
      'model-file-malformed',
      weights,
    ],
    [
      'lacks a tensor',
      (folder) =>
        rewrite(folder, 'transformer', {
          edit: (tensors) => tensors.delete('layers.1.feed_forward.w2.weight'),
        }),
      'model-tensor-missing',
      'layers.1.feed_forward.w2.weight',
    ],
    [
      'has another kind of transformer',
      (folder) =>
        rewrite(folder, 'transformer', { edit: (tensors) => rename(tensors, (name) => `x_${name}`) }),
      'model-not-zimage',
      'transformer',
    ],
    [
      'has weights that do not fit its config',
      (folder) => editJson(config(folder, 'transformer'), setting('cap_feat_dim', 128)),
      'model-config',
      '128',
    ],
    [
      'has a wider text encoder in its config than in its weights',
      (folder) => editJson(config(folder, 'text_encoder'), setting('intermediate_size', 161)),
      'model-shape',
      'layers.0.mlp.gate_proj.weight is [160, 64], expected [161, 64]',
    ],
    [
      'claims more layers than it has',
      (folder) => editJson(config(folder, 'transformer'), setting('n_layers', 4)),
      'model-tensor-missing',
      'layers.3',
    ],
    [
      'has a config that is no JSON',
      (folder) => writeFile(config(folder, 'vae'), '{'),
      'model-config',
      'not JSON',
    ],
    [
      'has a config that is a list',
      (folder) => writeFile(config(folder, 'vae'), '[]'),
      'model-config',
      'JSON object',
    ],
    [
      'has nonsense in its config',
      (folder) => editJson(config(folder, 'transformer'), setting('dim', 'many')),
      'model-config',
      '`dim` is "many"',
    ],
    [
      'has heads that do not add up',
      (folder) => editJson(config(folder, 'transformer'), setting('axes_dims', [8, 12, 16])),
      'model-config',
      'axes_dims',
    ],
    [
      'has a scheduler of another kind',
      (folder) =>
        editJson(join(folder, 'scheduler', 'scheduler_config.json'), setting('use_karras_sigmas', true)),
      'model-config',
      'use_karras_sigmas',
    ],
    [
      'has a VAE of other latents',
      (folder) => editJson(config(folder, 'vae'), setting('latent_channels', 4)),
      'model-config',
      'latent_channels',
    ],
  ])('one that %s says so', async (_, change, code, said) => {
    await using folder = await scratch();
    await copyTiny(folder.path);
    await change(folder.path);
    await expect(checked(folder.path)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(folder.path),
    });
    await expect(checked(folder.path)).rejects.toThrow(said);
  });
});
