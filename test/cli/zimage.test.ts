import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { zimage } from '../../src/cli/zimage.ts';
import { scratch, TINY } from '../zimage/support/checkpoint.ts';
import { writeComfy } from '../zimage/support/comfy.ts';
import { writeControlNet } from '../zimage/support/control-net.ts';
import { apart, CASES, casePath, readRgb } from '../zimage/support/pictures.ts';
import { copyTiny, editJson } from '../zimage/support/rewrite.ts';
import { fakeIo } from './support/fake-io.ts';

const draw = (args: readonly string[], io: Io) => zimage(['--model', TINY, ...args], io);

describe('npm run zimage', () => {
  it.each(CASES)("draws diffusers' picture: $name", async (made) => {
    await using folder = await scratch();
    const out = join(folder.path, 'picture.png');
    const { io, said } = fakeIo();
    const args = [
      ...['--prompt', made.prompt, '--seed', String(made.seed), '--steps', String(made.steps)],
      ...['--guidance', String(made.guidance), '--out', out, '--json'],
      ...(made.negative === undefined ? [] : ['--negative', made.negative]),
      ...(made.image === undefined
        ? ['--width', String(made.width), '--height', String(made.height)]
        : ['--image', casePath(made.image), '--strength', String(made.strength)]),
      ...(made.lora === undefined
        ? []
        : ['--lora', casePath(made.lora), '--lora-scale', String(made.lora_scale)]),
    ];
    expect(await draw(args, io), said.err.join('\n')).toBe(0);
    expect(JSON.parse(said.out.join(''))).toMatchObject({
      ok: true,
      image: { path: out, width: made.width, height: made.height },
    });
    expect(apart(await readRgb(out), await readRgb(casePath(`${made.name}.png`)))).toBeLessThanOrEqual(2);
  });

  it("draws with ComfyUI's files and a tokenizer from elsewhere", async () => {
    await using folder = await scratch();
    const made = CASES.find(({ mode, lora }) => mode === 't2i' && lora === undefined)!;
    const root = join(folder.path, 'comfy');
    await writeComfy(root);
    await rm(join(root, 'config', 'tokenizer'), { recursive: true });
    const { io, said } = fakeIo({ ZIMAGE_TOKENIZER_DIR: join(TINY, 'tokenizer'), ZIMAGE_MODEL_DIR: root });
    const out = join(folder.path, 'picture.png');
    const size = ['--width', String(made.width), '--height', String(made.height)];
    const settings = ['--seed', String(made.seed), '--steps', String(made.steps)];
    const guided = ['--guidance', String(made.guidance), '--negative', made.negative ?? ''];
    const args = ['--prompt', made.prompt, ...size, ...settings, ...guided, '--out', out];
    expect(await zimage(args, io), said.err.join('\n')).toBe(0);
    expect(apart(await readRgb(out), await readRgb(casePath(`${made.name}.png`)))).toBeLessThanOrEqual(2);
  });

  it('follows a picture with a ControlNet, at the size of that picture', async () => {
    await using folder = await scratch();
    const made = CASES.find(({ mode, lora, guidance }) => mode === 't2i' && !lora && guidance === 0)!;
    const controlnet = join(folder.path, 'control.safetensors');
    await writeControlNet(controlnet, { kind: '2.1' });
    const follow = casePath('input.png');
    const out = join(folder.path, 'picture.png');
    const drawn = async (...more: string[]) => {
      const { io, said } = fakeIo();
      const settings = ['--prompt', made.prompt, '--seed', String(made.seed), '--steps', String(made.steps)];
      const size = ['--width', String(made.width), '--height', String(made.height)];
      const control = ['--controlnet', controlnet, '--control-image', follow, ...more];
      const args = [...settings, ...size, ...control, '--out', out];
      expect(await draw(args, io), said.err.join('\n')).toBe(0);
      return readRgb(out);
    };
    const none = await drawn('--control-scale', '0');
    expect(apart(none, await readRgb(casePath(`${made.name}.png`)))).toBeLessThanOrEqual(2);
    const full = await drawn('--control-scale', '1');
    expect(apart(full, none)).toBeGreaterThan(0);
    expect(apart(await drawn('--control-scale', '1', '--control-hints', 'diffusers'), full)).toBeGreaterThan(
      0,
    );
    const kept = await drawn('--control-scale', '1', '--image', follow, '--mask', follow);
    expect(apart(kept, full)).toBeGreaterThan(0);
  });

  it('makes a reference of any size and kind a multiple of 16, over white', async () => {
    await using folder = await scratch();
    const { encodePng } = await import('../../src/imaging/encode-png.ts');
    const { createRaster } = await import('../../src/imaging/raster.ts');
    const see = createRaster(75, 50);
    see.data.fill(0).fill(200, 0, 4000);
    const image = join(folder.path, 'see-through.png');
    await writeFile(image, await encodePng(see));
    const out = join(folder.path, 'picture.png');
    const { io, said } = fakeIo();
    const args = [
      '--image',
      image,
      '--strength',
      '0.5',
      '--steps',
      '2',
      '--prompt',
      'x',
      '--out',
      out,
      '--json',
    ];
    expect(await draw(args, io), said.err.join('\n')).toBe(0);
    expect(JSON.parse(said.out.join('')).image).toMatchObject({ width: 64, height: 48 });
  });

  it('tells of every step down the fallback chain, with what can be done', async () => {
    await using folder = await scratch();
    const { io, said } = fakeIo({ EXECUTION_PROVIDER: 'cuda' });
    const out = join(folder.path, 'picture.png');
    const args = ['--prompt', 'x', '--width', '32', '--height', '32', '--steps', '1', '--out', out];
    expect(await draw(args, io)).toBe(0);
    const told = said.err.join('\n');
    expect(told).toContain('ONNXRUNTIME_NODE_INSTALL=cuda12');
    expect(told).toContain('Going on with the CPU.');
  });

  it.each<readonly [string, readonly string[], string]>([
    ['an unknown option', ['--colour', 'red'], 'bad-option'],
    ['a mask without a ControlNet', ['--mask', casePath('input.png')], 'bad-option'],
    ['a ControlNet without a picture to follow', ['--controlnet', 'net'], 'bad-option'],
    [
      'a photo for a ControlNet without a mask',
      ['--controlnet', 'net', '--control-image', casePath('input.png'), '--image', casePath('input.png')],
      'bad-option',
    ],
    [
      'hints of nobody',
      ['--controlnet', 'net', '--control-image', casePath('input.png'), '--control-hints', 'mine'],
      'bad-option',
    ],
    ['a size that is no multiple of 16', ['--width', '100', '--height', '80'], 'size-not-allowed'],
    ['a strength of 2', ['--image', casePath('input.png'), '--strength', '2'], 'bad-number'],
    [
      'a strength that changes nothing',
      ['--image', casePath('input.png'), '--strength', '0'],
      'strength-too-low',
    ],
    ['a seed with letters', ['--seed', 'abc'], 'bad-number'],
    ['no photo', ['--image', '/nowhere.png'], 'photo-missing'],
    ['no LoRA', ['--width', '32', '--height', '32', '--lora', '/nowhere.safetensors'], 'model-file-missing'],
    [
      'a LoRA that is a picture',
      ['--width', '32', '--height', '32', '--lora', casePath('input.png')],
      'model-file-malformed',
    ],
  ])('refuses %s with exit 2 and one object', async (_, args, code) => {
    await using folder = await scratch();
    const out = join(folder.path, 'picture.png');
    const { io, said } = fakeIo();
    expect(await draw(['--prompt', 'x', '--out', out, '--json', ...args], io)).toBe(2);
    expect(JSON.parse(said.out.join(''))).toMatchObject({ ok: false, error: { code } });
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('finds no model, and says how to get one', async () => {
    await using folder = await scratch();
    const { io, said } = fakeIo({ DATA_DIR: folder.path });
    expect(await zimage(['--prompt', 'x'], io)).toBe(2);
    expect(said.err.join()).toContain('npm run models -- pull');
  });

  it('finds a pulled model by itself, and reports what it made up for', async () => {
    await using folder = await scratch();
    const model = join(folder.path, 'models', 'zimage-turbo-bf16');
    await mkdir(model, { recursive: true });
    await copyTiny(model);
    await editJson(join(model, 'transformer', 'config.json'), (values) => {
      delete values.n_layers;
    });
    const { io, said } = fakeIo({ DATA_DIR: folder.path });
    const out = join(folder.path, 'picture.png');
    const args = ['--prompt', 'x', '--width', '32', '--height', '32', '--steps', '1', '--out', out];
    expect(await zimage(args, io), said.err.join('\n')).toBe(0);
    expect(said.err.join('\n')).toContain('`n_layers` = 3');
  });

  it('stops when it is asked to, and leaves nothing behind', async () => {
    await using folder = await scratch();
    const out = join(folder.path, 'picture.png');
    const stop = new AbortController();
    const { io } = fakeIo({}, stop.signal);
    const err = io.err;
    const stopping: Io = {
      ...io,
      err: (text) => {
        if (text.startsWith('2/')) stop.abort();
        err(text);
      },
    };
    expect(
      await draw(
        ['--prompt', 'x', '--width', '64', '--height', '64', '--steps', '500', '--out', out],
        stopping,
      ),
    ).toBe(130);
    expect(existsSync(out)).toBe(false);
  });
});
