import { cp, mkdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CPU } from '../../src/onnx/target.ts';
import { openCheckpoint } from '../../src/zimage/checkpoint.ts';
import { checkComponents } from '../../src/zimage/components.ts';
import type { ModelPlace } from '../../src/zimage/layout/model-place.ts';
import { ZImagePipeline } from '../../src/zimage/pipeline.ts';
import type { RgbPicture } from '../../src/zimage/planes.ts';
import { SharedComponents } from '../../src/zimage/shared-components.ts';
import { PromptTokenizer } from '../../src/zimage/tokenizer.ts';
import { scratch, TINY } from './support/checkpoint.ts';
import { type Fp8Spelling, writeComfy, writeFp8, writeStranger } from './support/comfy.ts';
import { writeGgufModel } from './support/gguf-model.ts';
import { NO_GUIDANCE } from './support/no-guidance.ts';
import { apart, casePath, readRgb } from './support/pictures.ts';
import { copyTiny } from './support/rewrite.ts';

/** A picture through every part of the model. */
async function pictureOf(place: string | ModelPlace): Promise<RgbPicture> {
  const checkpoint = await openCheckpoint(place);
  const components = new SharedComponents(checkpoint, { target: CPU, residency: 'all', adaptable: false });
  const tokenizer = await PromptTokenizer.open(checkpoint.tokenizerFolder);
  const request = { prompt: 'bread', seed: 9, steps: 2, guidance: NO_GUIDANCE, adapters: [], strength: 0.6 };
  const image = await readRgb(casePath('input.png'));
  const { picture } = await new ZImagePipeline(components, tokenizer).imageToImage({ ...request, image });
  await components.release();
  return picture;
}

const plain = await pictureOf(TINY);

const DIFFUSION = join('diffusion_models', 'z_image_turbo.safetensors');
const ENCODER = join('text_encoders', 'qwen.safetensors');
const VAE = join('vae', 'ae.safetensors');

describe("ComfyUI's files", () => {
  it.each<readonly [string, (root: string) => Promise<ModelPlace> | ModelPlace]>([
    ['in its folder of models', (root) => ({ model: root })],
    [
      'below ComfyUI itself',
      async (root) => {
        await mkdir(join(root, 'ComfyUI'));
        for (const name of ['diffusion_models', 'text_encoders', 'vae', 'config']) {
          await mkdir(join(root, 'ComfyUI', 'models'), { recursive: true });
          await rename(join(root, name), join(root, 'ComfyUI', 'models', name));
        }
        return { model: join(root, 'ComfyUI') };
      },
    ],
    [
      'under the folders’ older names',
      async (root) => {
        await rename(join(root, 'diffusion_models'), join(root, 'unet'));
        await rename(join(root, 'text_encoders'), join(root, 'clip'));
        return { model: root };
      },
    ],
    [
      'in folders within folders',
      async (root) => {
        await mkdir(join(root, 'vae', 'flux'));
        await rename(join(root, VAE), join(root, 'vae', 'flux', 'ae.safetensors'));
        return { model: root };
      },
    ],
    [
      'named one by one, in any order',
      (root) => ({
        model: [VAE, DIFFUSION, ENCODER].map((file) => join(root, file)).join(', '),
      }),
    ],
    ['named by the diffusion model alone', (root) => ({ model: join(root, DIFFUSION) })],
    [
      'among others, some of them damaged',
      async (root) => {
        await writeStranger(join(root, 'diffusion_models', 'a.safetensors'));
        await writeFile(join(root, 'vae', 'broken.safetensors'), 'no such file');
        await writeStranger(join(root, 'text_encoders', 'clip_l.safetensors'));
        return { model: root };
      },
    ],
    [
      'in a repository of a hub’s cache',
      async (root) => {
        const cache = join(root, 'hub');
        const snapshot = join(cache, 'models--Comfy-Org--z_image_turbo', 'snapshots', 'abc');
        await mkdir(join(snapshot, 'split_files'), { recursive: true });
        for (const name of ['diffusion_models', 'text_encoders', 'vae', 'config']) {
          await symlink(join(root, name), join(snapshot, 'split_files', name));
        }
        return { model: cache };
      },
    ],
  ])('%s give the same picture', async (_, arrange) => {
    await using folder = await scratch();
    await writeComfy(folder.path);
    const place = await arrange(folder.path);
    expect(apart(await pictureOf(place), plain)).toBe(0);
  });

  it.each<Fp8Spelling>(['old', 'new', 'mixed'])(
    'as floats of a byte with %s scales mean the numbers times their scale',
    async (spelling) => {
      await using folder = await scratch();
      const [root, exact] = [join(folder.path, 'comfy'), join(folder.path, 'exact')];
      await writeComfy(root);
      const textEncoder = join(folder.path, 'fp8.safetensors');
      await writeFp8(textEncoder, exact, spelling);
      const picture = await pictureOf({ model: root, textEncoder });
      expect(apart(picture, await pictureOf(exact))).toBe(0);
      expect(apart(picture, plain)).toBeGreaterThan(0);
    },
  );

  it('are taken at their finest where several fit, and that is told', async () => {
    await using folder = await scratch();
    await writeComfy(folder.path);
    const fp8 = join(folder.path, 'text_encoders', 'a_fp8.safetensors');
    await writeFp8(fp8, join(folder.path, 'exact'), 'new');
    const { notes, textEncoder } = await openCheckpoint(folder.path);
    expect(textEncoder.weights.source).toBe(join(folder.path, ENCODER));
    expect(notes).toEqual([expect.stringContaining(fp8)]);
  });

  it('take a tokenizer that is named, or one that was fetched by itself', async () => {
    await using folder = await scratch();
    const [root, elsewhere] = [join(folder.path, 'comfy'), join(folder.path, 'elsewhere')];
    await writeComfy(root);
    await rename(join(root, 'config', 'tokenizer'), elsewhere);
    await expect(openCheckpoint(root)).rejects.toMatchObject({ code: 'model-tokenizer-missing' });
    for (const tokenizer of [elsewhere, join(elsewhere, 'tokenizer.json'), TINY]) {
      expect(apart(await pictureOf({ model: root, tokenizer }), plain)).toBe(0);
    }
    expect(await openCheckpoint({ model: root, otherTokenizers: [root, elsewhere] })).toMatchObject({
      tokenizerFolder: elsewhere,
    });
  });

  it.each<readonly [string, (root: string) => Promise<string>, string, string]>([
    [
      'without a VAE',
      async (root) => {
        await rm(join(root, 'vae'), { recursive: true });
        return root;
      },
      'model-part-missing',
      'vae',
    ],
    [
      'named without a text encoder',
      async (root) => {
        await mkdir(join(root, 'far', 'away'), { recursive: true });
        await rename(join(root, DIFFUSION), join(root, 'far', 'away', 'z.safetensors'));
        return `${join(root, 'far', 'away', 'z.safetensors')},${join(root, VAE)}`;
      },
      'model-part-missing',
      'text_encoder',
    ],
    [
      'with a truncated diffusion model',
      async (root) => {
        await truncate(join(root, DIFFUSION), 200_000);
        return root;
      },
      'model-file-truncated',
      'z_image_turbo.safetensors',
    ],
    [
      'with a stranger in the list',
      async (root) => {
        await writeStranger(join(root, 'x.safetensors'));
        return `${join(root, 'x.safetensors')},${join(root, VAE)}`;
      },
      'model-not-zimage',
      'x.safetensors',
    ],
    [
      'with a file that is not there',
      (root) => Promise.resolve(`${join(root, DIFFUSION)},${join(root, 'none.safetensors')}`),
      'model-file-missing',
      'none.safetensors',
    ],
    [
      'without the settings that its sizes cannot tell',
      async (root) => {
        await rm(join(root, 'config', 'transformer'), { recursive: true });
        return root;
      },
      'model-config',
      'axes_dims',
    ],
  ])('%s are refused, naming the file or part', async (_, change, code, named) => {
    await using folder = await scratch();
    await writeComfy(folder.path);
    const model = await change(folder.path);
    await expect(openCheckpoint(model)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(named),
    });
  });

  it('in a quantisation that is not known are refused, naming it and the tensor', async () => {
    await using folder = await scratch();
    const root = join(folder.path, 'comfy');
    await writeComfy(root);
    const textEncoder = join(folder.path, 'fp4.safetensors');
    await writeFp8(textEncoder, join(folder.path, 'exact'), 'mixed', 'nvfp4');
    await expect(openCheckpoint({ model: root, textEncoder })).rejects.toMatchObject({
      code: 'model-dtype',
      params: { found: 'nvfp4', file: textEncoder, tensor: expect.stringContaining('model.layers.') },
    });
  });
});

describe('GGUF files', () => {
  it('give the picture of the numbers that their blocks stand for', async () => {
    await using folder = await scratch();
    const [root, exact] = [join(folder.path, 'comfy'), join(folder.path, 'exact')];
    await writeComfy(root);
    for (const name of ['diffusion_models', 'text_encoders']) await rm(join(root, name), { recursive: true });
    await writeGgufModel(root, exact);
    const expected = await pictureOf(exact);
    expect(apart(await pictureOf(root), expected)).toBeLessThanOrEqual(1);
    const files = [join('unet', 'z_image.gguf'), join('clip', 'qwen3.gguf'), VAE];
    const model = files.map((file) => join(root, file)).join(',');
    expect(apart(await pictureOf(model), expected)).toBeLessThanOrEqual(1);
    expect(apart(expected, plain)).toBeGreaterThan(1);
  });
});

describe("a hub's cache", () => {
  it.each(['refs', 'newest'])('is read at its %s', async (by) => {
    await using folder = await scratch();
    const repository = join(folder.path, 'models--Tongyi-MAI--Z-Image-Turbo');
    const [first, second] = ['aaa', 'bbb'].map((name) => join(repository, 'snapshots', name));
    await mkdir(join(repository, 'refs'), { recursive: true });
    await cp(TINY, second!, { recursive: true });
    // A revision whose weights were never fetched.
    await mkdir(first!, { recursive: true });
    if (by === 'refs') await writeFile(join(repository, 'refs', 'main'), 'bbb\n');
    for (const model of [folder.path, repository, second!]) {
      expect((await openCheckpoint(model)).folder).toBe(second);
    }
  });
});

describe("diffusers' folder", () => {
  it('takes another text encoder, VAE and tokenizer where they are named', async () => {
    await using folder = await scratch();
    const [root, comfy] = [join(folder.path, 'tiny'), join(folder.path, 'comfy')];
    await writeComfy(comfy);
    await copyTiny(root);
    for (const name of ['tokenizer', 'vae']) await rm(join(root, name), { recursive: true });
    await cp(join(TINY, 'vae', 'config.json'), join(root, 'vae', 'config.json'));
    const place = {
      model: root,
      textEncoder: join(comfy, ENCODER),
      vae: join(comfy, VAE),
      tokenizer: join(TINY, 'tokenizer'),
    };
    checkComponents(await openCheckpoint(place), CPU);
    expect(apart(await pictureOf(place), plain)).toBe(0);
  });
});
